package cn.jiangxue.contract;

/**
 * The eight steps of the skill ladder, lowest first (《关于加强新时代高技能人才队伍建设的意见》第11条: the "new eight-grade" system).
 * Order matters: {@link #compareTo} is the order of the ladder.
 */
public enum Grade {
    /** 学徒工. */
    APPRENTICE,
    /** 初级工 (五级). */
    JUNIOR,
    /** 中级工 (四级). */
    INTERMEDIATE,
    /** 高级工 (三级). */
    SENIOR,
    /** 技师 (二级). */
    TECHNICIAN,
    /** 高级技师 (一级). */
    SENIOR_TECHNICIAN,
    /** 特级技师. */
    SPECIAL_TECHNICIAN,
    /** 首席技师. */
    CHIEF_TECHNICIAN
}
