package cn.jiangxue.contract;

import cn.jiangxue.contract.RuleContent.RuleGrounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What credit is transferred into, as it travels and as it is kept: a course of study, a grade, a title. Amounts are milli-credits, dates civil.
 *
 * @param institution who awards
 * @param level of the qualifications framework; null when it has none
 * @param totalMilli what percentages are shares of
 * @param categories what its categories are called, by id
 * @param targets in the order in which, all else being equal, they are granted
 * @param neverExemptible targets that are never granted by transfer; with their grounds, or empty and null
 * @param highestOnly whether of outcomes that stand for each other only the highest counts; null when all count
 */
public record ProgrammeContent(
        LocalText name,
        UUID institution,
        @Nullable Integer level,
        long totalMilli,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Map<String, LocalText> categories,
        List<ProgrammeTarget> targets,
        List<ProgrammeCap> caps,
        List<ProgrammeFloor> floors,
        @Nullable RuleGrounds highestOnly,
        List<String> neverExemptible,
        @Nullable RuleGrounds neverExemptibleGrounds,
        List<NamedSpan> years,
        List<NamedSpan> terms,
        RuleGrounds grounds) {

    public ProgrammeContent {
        categories = Map.copyOf(categories);
        targets = List.copyOf(targets);
        caps = List.copyOf(caps);
        floors = List.copyOf(floors);
        neverExemptible = List.copyOf(neverExemptible);
        years = List.copyOf(years);
        terms = List.copyOf(terms);
    }

    /** A part that can be granted. {@code units}: weights of its competence units by id. */
    public record ProgrammeTarget(
            String id,
            LocalText name,
            long milli,
            String category,
            @Nullable Integer level,
            Map<String, BigDecimal> units) {
        public ProgrammeTarget {
            units = Map.copyOf(units);
        }
    }

    /** What a cap adds up over. */
    public enum CapOver {
        SOURCE,
        CATEGORY,
        YEAR,
        TERM,
        INSTITUTION,
        TYPE,
        PROGRAMME
    }

    /**
     * The most that may be transferred; exactly one of the three amounts.
     *
     * @param key the one category, year, term, institution or kind it speaks of; null when it holds for each by itself
     * @param outcomes a number of outcomes
     */
    public record ProgrammeCap(
            String id,
            CapOver over,
            @Nullable String key,
            @Nullable Long mostMilli,
            @Nullable BigDecimal mostPercent,
            @Nullable Integer outcomes,
            RuleGrounds grounds) {}

    /** What a floor adds up over. */
    public enum FloorOver {
        TOTAL,
        RESIDENCY,
        LEVELS,
        CATEGORY
    }

    /** The least a learner must have; exactly one of the two amounts. Levels for LEVELS, category for CATEGORY. */
    public record ProgrammeFloor(
            String id,
            FloorOver over,
            @Nullable String category,
            @Nullable Integer firstLevel,
            @Nullable Integer lastLevel,
            @Nullable Long leastMilli,
            @Nullable BigDecimal leastPercent,
            RuleGrounds grounds) {}

    /** A year or a term of study: {@code until} is the first date after it. */
    public record NamedSpan(String id, LocalDate from, LocalDate until) {}
}
