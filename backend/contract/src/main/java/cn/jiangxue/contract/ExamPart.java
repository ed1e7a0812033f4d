package cn.jiangxue.contract;

/** The parts of an examination for a grade, in the order in which they are sat. */
public enum ExamPart {
    /** 理论知识考试. */
    THEORY,
    /** 操作技能考核. */
    PRACTICE,
    /** 综合评审: work done, papers and a defence before a panel. */
    REVIEW
}
