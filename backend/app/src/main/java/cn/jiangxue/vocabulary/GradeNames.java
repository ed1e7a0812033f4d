package cn.jiangxue.vocabulary;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;

/** What the eight steps are called (《关于加强新时代高技能人才队伍建设的意见》第11条: 新八级工). */
public final class GradeNames {

    private GradeNames() {}

    public static LocalText of(Grade grade) {
        return switch (grade) {
            case APPRENTICE -> new LocalText("学徒工", "Apprentice");
            case JUNIOR -> new LocalText("初级工（五级）", "Junior worker (grade 5)");
            case INTERMEDIATE -> new LocalText("中级工（四级）", "Intermediate worker (grade 4)");
            case SENIOR -> new LocalText("高级工（三级）", "Senior worker (grade 3)");
            case TECHNICIAN -> new LocalText("技师（二级）", "Technician (grade 2)");
            case SENIOR_TECHNICIAN -> new LocalText("高级技师（一级）", "Senior technician (grade 1)");
            case SPECIAL_TECHNICIAN -> new LocalText("特级技师", "Special-grade technician");
            case CHIEF_TECHNICIAN -> new LocalText("首席技师", "Chief technician");
        };
    }

    /** A grade in its occupation, as the matter of a message. */
    public static LocalText inOccupation(LocalText occupation, LocalText gradeName) {
        return new LocalText(occupation.zh() + " · " + gradeName.zh(), occupation.en() + ", " + gradeName.en());
    }
}
