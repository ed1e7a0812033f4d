package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Exclusion.HighestOfGroup;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which outcomes count at all beside others: the same evidence once, the same outcome once, and of outcomes that stand for each other the highest. An outcome
 * that no rule would credit pushes nothing aside.
 */
final class Duplicates {

    private final Request request;
    private final List<Outcome> outcomes;
    private final Set<OutcomeId> viable;
    private final Set<OutcomeId> idle;

    /**
     * @param outcomes in the learner's order
     * @param viable those that some rule would credit
     * @param idle those that would push others aside and yet earn nothing
     */
    Duplicates(Request request, List<Outcome> outcomes, Set<OutcomeId> viable, Set<OutcomeId> idle) {
        this.request = request;
        this.outcomes = outcomes;
        this.viable = viable;
        this.idle = idle;
    }

    List<Condition> conditions(Outcome outcome) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(evidenceOnce(outcome));
        conditions.add(countedOnce(outcome));
        exclusions(outcome).forEach(exclusion -> conditions.add(highest(outcome, exclusion.grounds())));
        return conditions;
    }

    /** Live awards that give way to this outcome, should it be granted anything. */
    List<LiveAward> givingWayTo(Outcome outcome) {
        return contends(outcome) && exclusions(outcome).findAny().isPresent()
                ? request.live().stream()
                        .filter(award -> award.sources().stream().anyMatch(old -> isBelow(old, outcome)))
                        .toList()
                : List.of();
    }

    /** Whether the outcome pushes aside something that might count without it. */
    boolean pushesAside(Outcome outcome) {
        return !givingWayTo(outcome).isEmpty()
                || contends(outcome)
                        && exclusions(outcome).findAny().isPresent()
                        && outcomes.stream().anyMatch(other -> contends(other) && isBelow(other, outcome));
    }

    private Condition evidenceOnce(Outcome outcome) {
        boolean elsewhere = liveSources().anyMatch(old -> !old.id().equals(outcome.id()) && sameEvidence(old, outcome));
        Optional<Outcome> first = outcomes.stream()
                .filter(other -> sameEvidence(other, outcome))
                .min((one, other) -> Boolean.compare(!viable.contains(one.id()), !viable.contains(other.id())));
        boolean met = !elsewhere && first.filter(outcome::equals).isPresent();
        return checks(request.programme().grounds())
                .plain(
                        Wording.text("同一证明材料只计一次", "Evidence counts once"),
                        Wording.text("未在其他成果中使用", "not used for another outcome"),
                        met ? Wording.text("未使用", "not used") : Wording.text("已用于其他成果", "used for another outcome"),
                        met);
    }

    private Condition countedOnce(Outcome outcome) {
        boolean counted = isLive(outcome);
        return checks(request.programme().grounds())
                .plain(
                        Wording.text("同一成果只计一次", "Outcome counts once"),
                        Wording.text("未在本项目中转换", "not yet transferred here"),
                        counted ? Wording.text("已转换", "transferred already") : Wording.text("未转换", "not transferred"),
                        !counted);
    }

    private Condition highest(Outcome outcome, Grounds grounds) {
        Optional<Outcome> better = Stream.concat(
                        liveSources().filter(old -> !isBelow(old, outcome)),
                        outcomes.stream().filter(other -> contends(other) && isBefore(other, outcome)))
                .filter(other -> sameGroup(other, outcome) && !other.id().equals(outcome.id()))
                .findFirst();
        boolean isIdle = idle.contains(outcome.id());
        LocalText found = better.map(other -> Wording.text(
                        "已计：" + other.title().zh(), "counted: " + other.title().en()))
                .orElse(
                        isIdle
                                ? Wording.text("取代已计成果后反而不得学分", "would take another's place and earn nothing")
                                : Wording.text("是", "it is"));
        return checks(grounds)
                .plain(
                        Wording.text("同组成果只计最高", "Highest of its group"),
                        Wording.text("组内没有更高或已计的成果", "nothing higher or already counted in the group"),
                        found,
                        better.isEmpty() && !isIdle);
    }

    /** Higher, or as high and earlier in the learner's order. */
    private boolean isBefore(Outcome one, Outcome other) {
        return isBelow(other, one) || !isBelow(one, other) && outcomes.indexOf(one) < outcomes.indexOf(other);
    }

    private boolean contends(Outcome outcome) {
        return viable.contains(outcome.id()) && !idle.contains(outcome.id()) && !isLive(outcome);
    }

    private Stream<HighestOfGroup> exclusions(Outcome outcome) {
        Standing standing = outcome.standing();
        return request.programme().exclusions().stream()
                .filter(HighestOfGroup.class::isInstance)
                .map(HighestOfGroup.class::cast)
                .filter(exclusion -> standing != null
                        && (exclusion.group() == null || exclusion.group().equals(standing.group())));
    }

    private Stream<Outcome> liveSources() {
        return request.live().stream().flatMap(award -> award.sources().stream());
    }

    private boolean isLive(Outcome outcome) {
        return liveSources().anyMatch(old -> old.id().equals(outcome.id()));
    }

    private static boolean sameEvidence(Outcome one, Outcome other) {
        return one.proof().hash().equals(other.proof().hash());
    }

    private static boolean sameGroup(Outcome one, Outcome other) {
        Standing first = one.standing();
        Standing second = other.standing();
        return first != null && second != null && first.group().equals(second.group());
    }

    private static boolean isBelow(Outcome one, Outcome other) {
        Standing first = one.standing();
        Standing second = other.standing();
        return first != null && second != null && first.group().equals(second.group()) && first.rank() < second.rank();
    }

    private static Checks checks(Grounds grounds) {
        return new Checks(Step.DUPLICATES, grounds);
    }
}
