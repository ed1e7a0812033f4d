package cn.jiangxue.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer rule (转换规则) says, as it travels and as it is kept: this, in one version, is what institutions sign. Amounts are milli-credits, percentages
 * exact decimals from 0 to 100, dates civil.
 *
 * @param programme id of the programme that the rule gives credit in
 * @param parties institutions that must sign
 * @param effectiveFrom first civil date of a decision on which it holds
 * @param effectiveUntil first civil date on which it no longer holds; null while it holds without end
 * @param sources one for each outcome that is needed, 1 to 8
 * @param mostPerUseMilli the most that one use grants; null when only the worth bounds it
 */
public record RuleContent(
        LocalText name,
        String programme,
        List<UUID> parties,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        List<SourceAsked> sources,
        CreditGiven gives,
        SourcesMeet asks,
        CreditWorth worth,
        @Nullable Long mostPerUseMilli,
        KeepsFor keeps,
        GradeRecorded records,
        ReviewedBy review,
        RuleGrounds grounds) {

    public RuleContent {
        parties = List.copyOf(parties);
        sources = List.copyOf(sources);
    }

    /** What a learner may attain (学习成果). */
    public enum AttainedKind {
        COURSE,
        TRAINING,
        SKILL_GRADE,
        VOCATIONAL_QUALIFICATION,
        SPECIAL_ABILITY,
        DEGREE_COURSE,
        DEGREE,
        COMPETITION,
        INNOVATION,
        APPRENTICESHIP,
        WORK_EXPERIENCE,
        PROFESSIONAL_TITLE,
        PRIOR_LEARNING
    }

    /**
     * What one outcome must be. Whatever is null is not asked.
     *
     * @param code the issuer's own numbering
     * @param issuer the institution that issued it
     * @param leastLevel of the qualifications framework
     */
    public record SourceAsked(
            AttainedKind kind,
            @Nullable String code,
            @Nullable UUID issuer,
            @Nullable String occupationCode,
            @Nullable Integer leastLevel) {}

    /** Either divisible credit of a category, or targets of the programme, each whole; exactly one of the two. */
    public record CreditGiven(@Nullable String category, List<String> targets) {
        public CreditGiven {
            targets = List.copyOf(targets);
        }
    }

    /** Where a claim goes whose overlap alone falls short. */
    public enum OverlapShort {
        REFUSE,
        PRIOR_LEARNING,
        SUPPLEMENT
    }

    /**
     * What is asked of the sources. Whatever is null is not asked.
     *
     * @param overlapPercent share of the target's weighted competence units that the sources cover together, inclusive
     * @param scorePercent every source has at least this score, inclusive
     * @param levelsBelow how many levels a source may stand under the target; both directions or neither
     * @param ageMonths since attained, end-exclusive
     */
    public record SourcesMeet(
            @Nullable BigDecimal overlapPercent,
            OverlapShort whenShort,
            @Nullable BigDecimal scorePercent,
            @Nullable Integer levelsBelow,
            @Nullable Integer levelsAbove,
            @Nullable Integer ageMonths) {}

    /** How the worth of the sources is found. */
    public enum WorthBy {
        /** What the issuers state, added up. */
        STATED,
        /** What the targets carry. */
        TARGETS,
        FIXED,
        SCORE_TABLE,
        LEVEL_TABLE,
        /** Class hours by a credit unit. */
        HOURS
    }

    /** {@code fixedMilli}, {@code rows} and {@code creditUnit} each belong to one way; the others are null or empty. */
    public record CreditWorth(
            WorthBy by,
            @Nullable Long fixedMilli,
            List<WorthRow> rows,
            @Nullable String creditUnit) {
        public CreditWorth {
            rows = List.copyOf(rows);
        }
    }

    /** From this score or level on, inclusive, this amount. */
    public record WorthRow(BigDecimal from, long milli) {}

    /** {@code years}: end-exclusive shelf life; null without end. */
    public record KeepsFor(@Nullable Integer years, List<DecayStep> decay) {
        public KeepsFor {
            decay = List.copyOf(decay);
        }
    }

    /** From that many full years on this much is kept. */
    public record DecayStep(int afterYears, int keptPercent) {}

    /** How the grade of a replaced course is recorded. */
    public enum RecordedAs {
        EXEMPT,
        PASS,
        CONVERTED
    }

    /** {@code bands} for CONVERTED only. */
    public record GradeRecorded(RecordedAs as, List<MarkBand> bands) {
        public GradeRecorded {
            bands = List.copyOf(bands);
        }
    }

    /** From this score on, inclusive, this mark. */
    public record MarkBand(BigDecimal fromPercent, LocalText mark) {}

    /** Who must agree before the credit is posted. */
    public enum ReviewedBy {
        AUTOMATIC,
        PANEL,
        BOTH_INSTITUTIONS
    }

    /** How far a clause can be trusted: from the text of the paper, retold, or made for demonstration. */
    public enum TrustedAs {
        PRIMARY,
        SECONDARY,
        SAMPLE
    }

    /** Why it holds: what is agreed in plain words, and the paper with the place in it. */
    public record RuleGrounds(LocalText wording, LocalText clause, TrustedAs source) {}
}
