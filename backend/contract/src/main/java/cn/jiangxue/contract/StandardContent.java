package cn.jiangxue.contract;

import cn.jiangxue.contract.RuleContent.TrustedAs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one edition of an occupational standard says, in the form of the files of the sample data: written as JSON without what is null it is such a file.
 *
 * @param edition names it; no two editions of an occupation that were in force share a name
 * @param effectiveFrom the earliest civil date from which it is meant to hold
 * @param clauses the papers it leans on, by short names that conditions refer to
 * @param grades all eight of them in a finished standard
 */
public record StandardContent(
        NamedOccupation occupation,
        String edition,
        LocalText title,
        LocalText basis,
        TrustedAs source,
        LocalDate effectiveFrom,
        Map<String, Clause> clauses,
        List<GradeAsked> grades) {

    /** {@code code}: of 《中华人民共和国职业分类大典》. */
    public record NamedOccupation(String code, LocalText name) {}

    /** A paper with the place in it, and how far the line can be trusted. */
    public record Clause(LocalText text, TrustedAs source) {}

    /**
     * What a grade asks of those who apply.
     *
     * @param always asked whichever path is taken
     * @param anyOf any one suffices
     * @param units what is assessed; the weights make 100
     * @param examination the parts to be passed by those who apply by examination, each at most once
     */
    public record GradeAsked(
            Grade grade,
            List<ConditionAsked> always,
            List<PathAsked> anyOf,
            List<UnitAssessed> units,
            List<PartAsked> examination) {

        /** Files may leave {@code always} and {@code examination} out. */
        public GradeAsked {
            always = always == null ? List.of() : List.copyOf(always);
            examination = examination == null ? List.of() : List.copyOf(examination);
        }
    }

    /**
     * A part of the examination.
     *
     * @param passMark the least mark that passes, above 0 and up to 100, with at most one decimal
     * @param assessors how many mark one sitting, 1 to 5
     * @param sittings how often it may be sat within one application, 1 to 5
     */
    public record PartAsked(
            ExamPart part, BigDecimal passMark, int assessors, int sittings, LocalText wording, String clause) {}

    /** One way to qualify: every condition must be met. {@code id} is unique within the grade. */
    public record PathAsked(String id, LocalText name, List<ConditionAsked> allOf) {}

    /**
     * One thing that is asked. Which of the values stand depends on the type.
     *
     * @param id unique within the grade
     * @param type one of {@link #TYPES}
     * @param clause short name of the paper that asks it
     * @param years whole years of age, or of work
     * @param grade held at least
     * @param sinceYears whole years of work since the grade or title was gained
     * @param level of a title held at least: one of {@link #TITLES}
     * @param anyOf kinds of diploma, any of {@link #DIPLOMAS}
     * @param milliCredits thousandths of a credit
     */
    public record ConditionAsked(
            String id,
            String type,
            LocalText wording,
            String clause,
            @Nullable Integer years,
            @Nullable Grade grade,
            @Nullable Integer sinceYears,
            @Nullable String level,
            @Nullable List<String> anyOf,
            @Nullable Integer milliCredits) {

        /** Every type of condition, as files write it. */
        public static final List<String> TYPES = List.of(
                "minimum-age",
                "in-occupation",
                "work-years",
                "holds-grade",
                "holds-title",
                "holds-diploma",
                "credits-in-occupation",
                "enterprise-appointment");

        /** Levels of professional titles, the lowest first. */
        public static final List<String> TITLES =
                List.of("TECHNICIAN_LEVEL", "ASSISTANT", "INTERMEDIATE", "DEPUTY_SENIOR", "SENIOR");

        public static final List<String> DIPLOMAS = List.of(
                "SECONDARY_VOCATIONAL",
                "ADVANCED_SKILLED_CLASS",
                "TECHNICIAN_CLASS",
                "COLLEGE",
                "BACHELOR",
                "POSTGRADUATE");
    }

    /** A part of what is assessed. {@code id} is unique within the standard; {@code weightPercent} is its share of the grade. */
    public record UnitAssessed(String id, LocalText name, int weightPercent) {}
}
