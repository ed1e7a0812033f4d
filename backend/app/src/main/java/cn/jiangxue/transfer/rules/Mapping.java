package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds every use of every rule, and holds it against what the rule asks. */
final class Mapping {

    private final Request request;
    private final Programme programme;

    Mapping(Request request) {
        this.request = request;
        programme = request.programme();
    }

    /** All uses, rule by rule in the order of their ids. Of several versions of a rule the newest in force is looked at, else the newest. */
    List<Use> uses(List<Outcome> outcomes) {
        List<Use> uses = new ArrayList<>();
        for (RuleVersion rule : Versions.toLookAt(request.rules(), request.asOf())) {
            for (Bundles.Bundle bundle : Bundles.of(rule, outcomes)) {
                uses.add(use(rule, bundle));
            }
        }
        return List.copyOf(uses);
    }

    private Use use(RuleVersion rule, Bundles.Bundle bundle) {
        Credits worth =
                bundle.isComplete() ? Worth.of(rule, bundle.sources(), programme, request.asOf()) : Credits.ZERO;
        List<Condition> conditions = new ArrayList<>();
        for (Outcome source : bundle.sources()) {
            conditions.addAll(Evidence.conditions(source, programme, request.asOf()));
            conditions.addAll(Freshness.conditions(source, rule, request.asOf()));
            conditions.add(score(rule, source));
        }
        conditions.add(Versions.inForce(rule, request.asOf()));
        conditions.add(bundle.condition());
        if (bundle.isComplete()) {
            conditions.add(Worth.condition(rule, bundle.sources(), worth, request.asOf()));
        }
        return new Use(
                rule,
                bundle.sources(),
                worth,
                CapBook.mostOfOneUse(rule, worth, programme),
                conditions,
                offers(rule, bundle.sources()));
    }

    private List<Offer> offers(RuleVersion rule, List<Outcome> sources) {
        return switch (rule.grant()) {
            case Grant.Pool pool -> {
                List<Condition> levels = levels(rule, sources, programme.level());
                yield List.of(new Offer(null, pool.category(), lowestLevel(sources), null, levels));
            }
            case Grant.Whole whole ->
                whole.targets().stream()
                        .flatMap(id -> programme.target(id).stream())
                        .map(target -> offer(rule, sources, target))
                        .toList();
        };
    }

    private Offer offer(RuleVersion rule, List<Outcome> sources, Target target) {
        List<Condition> conditions = new ArrayList<>();
        programme
                .exclusions()
                .forEach(exclusion -> exemptible(exclusion, target).forEach(conditions::add));
        conditions.addAll(levels(rule, sources, target.level() == null ? programme.level() : target.level()));
        Condition overlap = overlap(rule, sources, target);
        if (overlap != null) {
            conditions.add(overlap);
        }
        return new Offer(target, target.category(), target.level(), overlap, conditions);
    }

    private static Stream<Condition> exemptible(Exclusion exclusion, Target target) {
        return switch (exclusion) {
            case Exclusion.HighestOfGroup _ -> Stream.empty();
            case Exclusion.NeverExemptible never -> {
                boolean barred = never.targets().contains(target.id());
                yield Stream.of(new Checks(Step.DUPLICATES, never.grounds())
                        .plain(
                                Wording.text("可以转换免修", "May be granted by transfer"),
                                Wording.YES,
                                Wording.yesOrNo(!barred),
                                !barred));
            }
        };
    }

    private static Condition score(RuleVersion rule, Outcome source) {
        Checks checks = new Checks(Step.MAPPING, rule.grounds());
        LocalText what = Wording.text("成绩", "Score");
        LocalText found = source.scorePercent() == null ? Wording.NONE : Wording.percent(source.scorePercent());
        var least = rule.demands().leastScorePercent();
        if (least == null) {
            return checks.met(what, Wording.NOT_ASKED, found);
        }
        var shortBy = source.scorePercent() == null ? least : least.subtract(source.scorePercent());
        boolean noneAtAll = source.scorePercent() == null && least.signum() == 0;
        return noneAtAll
                ? checks.plain(what, Wording.atLeast(Wording.percent(least)), found, false)
                : checks.amount(what, Wording.atLeast(Wording.percent(least)), found, shortBy, Unit.PERCENT);
    }

    private static List<Condition> levels(RuleVersion rule, List<Outcome> sources, @Nullable Integer targetLevel) {
        Demands.LevelGap gap = rule.demands().levelGap();
        return gap == null
                ? List.of()
                : sources.stream()
                        .map(source -> level(new Checks(Step.MAPPING, rule.grounds()), gap, source, targetLevel))
                        .toList();
    }

    private static Condition level(Checks checks, Demands.LevelGap gap, Outcome source, @Nullable Integer targetLevel) {
        LocalText what = Wording.text("资历等级差", "Level gap");
        if (source.level() == null || targetLevel == null) {
            return checks.plain(what, asked(gap), Wording.text("等级不明", "level unknown"), false);
        }
        int above = source.level() - targetLevel;
        int beyond = Math.max(above - gap.mostAbove(), -above - gap.mostBelow());
        LocalText found = Wording.text(
                "成果%d级，目标%d级".formatted(source.level(), targetLevel),
                "outcome at level %d, target at level %d".formatted(source.level(), targetLevel));
        return checks.amount(what, asked(gap), found, beyond, Unit.LEVELS);
    }

    private static LocalText asked(Demands.LevelGap gap) {
        return Wording.text(
                "至多低%d级、高%d级".formatted(gap.mostBelow(), gap.mostAbove()),
                "at most %d below and %d above".formatted(gap.mostBelow(), gap.mostAbove()));
    }

    private static @Nullable Condition overlap(RuleVersion rule, List<Outcome> sources, Target target) {
        var least = rule.demands().leastOverlapPercent();
        if (least == null) {
            return null;
        }
        Overlap.Coverage coverage =
                Overlap.of(target.units(), sources.stream().map(Outcome::units).toList());
        boolean met = coverage.reaches(least);
        var shortBy = least.subtract(coverage.percent());
        return new Checks(Step.MAPPING, rule.grounds())
                .amount(
                        Wording.text("能力单元重合度", "Overlap of competence units"),
                        Wording.atLeast(Wording.percent(least)),
                        Wording.percent(coverage.percent()),
                        met ? shortBy.min(java.math.BigDecimal.ZERO) : shortBy,
                        Unit.PERCENT);
    }

    /** At which credit of a pool counts for floors: the lowest of its sources; null when one is unknown. */
    private static @Nullable Integer lowestLevel(List<Outcome> sources) {
        return sources.stream().anyMatch(source -> source.level() == null)
                ? null
                : sources.stream()
                        .map(source -> Objects.requireNonNull(source.level()))
                        .min(Integer::compare)
                        .orElse(null);
    }
}
