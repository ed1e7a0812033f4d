package cn.jiangxue.transfer;

import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthRow;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule as it is written down, turned into the words of the engine. */
final class RuleContents {

    private final Function<String, CreditUnit> units;

    /** @param units by id, of those that rules may name */
    RuleContents(Function<String, CreditUnit> units) {
        this.units = units;
    }

    /**
     * @param until first civil date on which it no longer holds; null without end
     * @throws IllegalArgumentException for a content that did not pass its check
     */
    RuleVersion version(
            RuleRef ref, RuleContent content, Collection<UUID> signedBy, LocalDate from, @Nullable LocalDate until) {
        return new RuleVersion(
                ref,
                content.name(),
                grounds(content.grounds()),
                from,
                until,
                texts(content.parties()),
                texts(signedBy),
                content.sources().stream().map(RuleContents::slot).toList(),
                grant(content.gives()),
                demands(content.asks()),
                basis(content.worth()),
                content.mostPerUseMilli() == null ? null : new Credits(content.mostPerUseMilli()),
                validity(content.keeps()),
                recording(content.records()),
                Review.valueOf(content.review().name()));
    }

    static Grounds grounds(RuleGrounds grounds) {
        return new Grounds(
                grounds.wording(),
                grounds.clause(),
                Source.valueOf(grounds.source().name()));
    }

    private static Set<String> texts(Collection<UUID> institutions) {
        return institutions.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    private static SourceSlot slot(SourceAsked asked) {
        return new SourceSlot(
                OutcomeKind.valueOf(asked.kind().name()),
                asked.code(),
                asked.issuer() == null ? null : asked.issuer().toString(),
                asked.occupationCode(),
                asked.leastLevel());
    }

    private static Grant grant(CreditGiven gives) {
        return gives.category() == null ? new Grant.Whole(gives.targets()) : new Grant.Pool(gives.category());
    }

    private static Demands demands(SourcesMeet asks) {
        return new Demands(
                asks.overlapPercent(),
                Demands.BelowOverlap.valueOf(asks.whenShort().name()),
                asks.scorePercent(),
                asks.levelsBelow() == null || asks.levelsAbove() == null
                        ? null
                        : new Demands.LevelGap(asks.levelsBelow(), asks.levelsAbove()),
                asks.ageMonths() == null ? null : Period.ofMonths(asks.ageMonths()));
    }

    private CreditBasis basis(CreditWorth worth) {
        return switch (worth.by()) {
            case STATED -> new CreditBasis.CopyStated();
            case TARGETS -> new CreditBasis.CopyTarget();
            case FIXED -> new CreditBasis.Fixed(new Credits(Objects.requireNonNullElse(worth.fixedMilli(), 0L)));
            case SCORE_TABLE -> new CreditBasis.Table(CreditBasis.Key.SCORE, rows(worth.rows()));
            case LEVEL_TABLE -> new CreditBasis.Table(CreditBasis.Key.LEVEL, rows(worth.rows()));
            case HOURS -> new CreditBasis.ByHours(units.apply(Objects.requireNonNullElse(worth.creditUnit(), "")));
        };
    }

    private static List<CreditBasis.Row> rows(List<WorthRow> rows) {
        return rows.stream()
                .map(row -> new CreditBasis.Row(row.from(), new Credits(row.milli())))
                .toList();
    }

    private static Validity validity(KeepsFor keeps) {
        return new Validity(
                keeps.years(),
                keeps.decay().stream()
                        .map(step -> new Validity.Decay(step.afterYears(), step.keptPercent()))
                        .toList());
    }

    private static Recording recording(GradeRecorded records) {
        return switch (records.as()) {
            case EXEMPT -> new Recording.Exempt();
            case PASS -> new Recording.Pass();
            case CONVERTED ->
                new Recording.Converted(records.bands().stream()
                        .map(band -> new Recording.Band(band.fromPercent(), band.mark()))
                        .toList());
        };
    }
}
