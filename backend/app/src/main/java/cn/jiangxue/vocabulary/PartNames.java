package cn.jiangxue.vocabulary;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.LocalText;

/** What the parts of an examination are called. */
public final class PartNames {

    private PartNames() {}

    public static LocalText of(ExamPart part) {
        return switch (part) {
            case THEORY -> new LocalText("理论知识考试", "Theory");
            case PRACTICE -> new LocalText("操作技能考核", "Practice");
            case REVIEW -> new LocalText("综合评审", "Comprehensive review");
        };
    }
}
