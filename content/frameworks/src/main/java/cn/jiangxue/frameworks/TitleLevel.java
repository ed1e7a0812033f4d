package cn.jiangxue.frameworks;

/** Levels of professional titles (职称), lowest first; the order is the order of the ladder. */
public enum TitleLevel {
    /** 员级. */
    TECHNICIAN_LEVEL,
    /** 助理级; with 员级 one speaks of 初级职称. */
    ASSISTANT,
    /** 中级. */
    INTERMEDIATE,
    /** 副高级. */
    DEPUTY_SENIOR,
    /** 正高级. */
    SENIOR
}
