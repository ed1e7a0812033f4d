package cn.jiangxue.promotion.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.frameworks.DiplomaKind;
import cn.jiangxue.frameworks.TitleLevel;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which titles, diplomas and appointments stand for what a standard asks, and what they are called. */
public final class Qualifications {

    private Qualifications() {}

    /** Titles of this level or a higher one. */
    static Set<QualificationType> titles(TitleLevel least) {
        return Stream.of(TitleLevel.values())
                .filter(level -> level.compareTo(least) >= 0)
                .map(Qualifications::of)
                .collect(toUnmodifiableSet());
    }

    static Set<QualificationType> diplomas(Set<DiplomaKind> anyOf) {
        return anyOf.stream().map(Qualifications::of).collect(toUnmodifiableSet());
    }

    /** What the enterprise decides about this grade; nothing for grades that are examined. */
    static Set<QualificationType> appointments(Grade grade) {
        return switch (grade) {
            case APPRENTICE -> EnumSet.of(QualificationType.APPOINTED_APPRENTICE);
            case SPECIAL_TECHNICIAN -> EnumSet.of(QualificationType.APPOINTED_SPECIAL_TECHNICIAN);
            case CHIEF_TECHNICIAN -> EnumSet.of(QualificationType.APPOINTED_CHIEF_TECHNICIAN);
            case JUNIOR, INTERMEDIATE, SENIOR, TECHNICIAN, SENIOR_TECHNICIAN -> Set.of();
        };
    }

    private static QualificationType of(TitleLevel level) {
        return switch (level) {
            case TECHNICIAN_LEVEL -> QualificationType.TITLE_TECHNICIAN_LEVEL;
            case ASSISTANT -> QualificationType.TITLE_ASSISTANT;
            case INTERMEDIATE -> QualificationType.TITLE_INTERMEDIATE;
            case DEPUTY_SENIOR -> QualificationType.TITLE_DEPUTY_SENIOR;
            case SENIOR -> QualificationType.TITLE_SENIOR;
        };
    }

    private static QualificationType of(DiplomaKind kind) {
        return switch (kind) {
            case SECONDARY_VOCATIONAL -> QualificationType.DIPLOMA_SECONDARY_VOCATIONAL;
            case ADVANCED_SKILLED_CLASS -> QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS;
            case TECHNICIAN_CLASS -> QualificationType.DIPLOMA_TECHNICIAN_CLASS;
            case COLLEGE -> QualificationType.DIPLOMA_COLLEGE;
            case BACHELOR -> QualificationType.DIPLOMA_BACHELOR;
            case POSTGRADUATE -> QualificationType.DIPLOMA_POSTGRADUATE;
        };
    }

    /** What it is called. */
    public static LocalText name(QualificationType type) {
        return switch (type) {
            case TITLE_TECHNICIAN_LEVEL -> new LocalText("员级职称（初级）", "Technician-level title (junior)");
            case TITLE_ASSISTANT -> new LocalText("助理级职称（初级）", "Assistant title (junior)");
            case TITLE_INTERMEDIATE -> new LocalText("中级职称", "Intermediate title");
            case TITLE_DEPUTY_SENIOR -> new LocalText("副高级职称", "Deputy senior title");
            case TITLE_SENIOR -> new LocalText("正高级职称", "Senior title");
            case DIPLOMA_SECONDARY_VOCATIONAL ->
                new LocalText("中等职业学校、技工院校中级工班毕业证书", "Diploma of a secondary vocational school");
            case DIPLOMA_ADVANCED_SKILLED_CLASS -> new LocalText("技工院校高级工班毕业证书", "Diploma of a senior-worker class");
            case DIPLOMA_TECHNICIAN_CLASS -> new LocalText("技师学院技师班毕业证书", "Diploma of a technician class");
            case DIPLOMA_COLLEGE -> new LocalText("高职、大专毕业证书", "College diploma");
            case DIPLOMA_BACHELOR -> new LocalText("本科毕业证书", "Bachelor's diploma");
            case DIPLOMA_POSTGRADUATE -> new LocalText("研究生毕业证书", "Postgraduate diploma");
            case APPOINTED_APPRENTICE -> new LocalText("企业录用为学徒工", "Taken on as an apprentice");
            case APPOINTED_SPECIAL_TECHNICIAN -> new LocalText("企业评聘为特级技师", "Appointed special technician");
            case APPOINTED_CHIEF_TECHNICIAN -> new LocalText("企业评聘为首席技师", "Appointed chief technician");
        };
    }
}
