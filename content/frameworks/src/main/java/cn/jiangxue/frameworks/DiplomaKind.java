package cn.jiangxue.frameworks;

/** Diplomas the standards speak of; always in the same or a related subject. */
public enum DiplomaKind {
    /** 中等职业学校或技工院校中级工班. */
    SECONDARY_VOCATIONAL,
    /** 技工院校高级工班. */
    ADVANCED_SKILLED_CLASS,
    /** 技师学院预备技师班、技师班. */
    TECHNICIAN_CLASS,
    /** 高等职业学校、专科. */
    COLLEGE,
    /** 本科. */
    BACHELOR,
    /** 研究生. */
    POSTGRADUATE
}
