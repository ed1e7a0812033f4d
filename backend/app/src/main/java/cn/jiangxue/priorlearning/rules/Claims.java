package cn.jiangxue.priorlearning.rules;

import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what with a claim, and whether a decision stands. */
public final class Claims {

    /** Working days an institution has, from submission or resubmission (sample rule). */
    public static final int INSTITUTION_DAYS = 30;

    /** Working days a claimant has to answer a request for more (sample rule). */
    public static final int CLAIMANT_DAYS = 15;

    private Claims() {}

    /**
     * A claim as rules see it.
     *
     * @param units claimed
     * @param awardedElsewhere units of the grade that another claim of the same person awarded
     * @param records in the order in which they were made
     * @param decision null before it is made
     */
    public record Standing(
            ClaimState state,
            long revision,
            UUID claimant,
            List<String> units,
            Set<String> awardedElsewhere,
            List<Assessed> records,
            @Nullable Made decision) {}

    /** The decision that was made. */
    public record Made(UUID id, List<UnitDecision> units, UUID officer) {}

    /**
     * Who asks.
     *
     * @param assesses whether an assessor of the institution
     * @param decides whether a recognition officer of the institution
     * @param colleague whether they share an organisation with the claimant and keep out
     */
    public record Actor(UUID person, boolean assesses, boolean decides, boolean colleague) {}

    /** The answer to an officer's decision. */
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /** The same decision again. */
        record Repeated() implements Answer {}

        /** This decision's id stands for other content. */
        record Conflicting() implements Answer {}

        /** Somebody decided first. */
        record DecidedBefore(Made first) implements Answer {}

        record NotOpen(ClaimState state) implements Answer {}

        /** It was changed after the officer read it. */
        record ChangedMeanwhile() implements Answer {}

        /** Nobody decides on themselves. */
        record OwnClaim() implements Answer {}

        /** Whoever assessed does not decide. */
        record AssessedIt() implements Answer {}

        /** Not every claimed unit is named, once each. */
        record UnitsWrong() implements Answer {}

        /** These units were to be awarded and their assessment does not carry it. */
        record NotCarried(List<String> units) implements Answer {}

        /** Another claim awarded these meanwhile. */
        record AwardedBefore(List<String> units) implements Answer {}

        /** These units are not awarded and nobody says why. */
        record ReasonNeeded(List<String> units) implements Answer {}
    }

    /** Decides whether a decision stands; of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer decide(Standing standing, UUID officer, UUID decisionId, ClaimDecisionEdit edit) {
        if (officer.equals(standing.claimant())) {
            return new Answer.OwnClaim();
        }
        Made made = standing.decision();
        if (made != null) {
            return made.id().equals(decisionId)
                    ? made.units().equals(edit.units()) ? new Answer.Repeated() : new Answer.Conflicting()
                    : new Answer.DecidedBefore(made);
        }
        if (standing.state() != ClaimState.SUBMITTED) {
            return new Answer.NotOpen(standing.state());
        }
        if (assessed(standing, officer)) {
            return new Answer.AssessedIt();
        }
        return edit.revision() == standing.revision() ? content(standing, edit.units()) : new Answer.ChangedMeanwhile();
    }

    private static Answer content(Standing standing, List<UnitDecision> units) {
        List<String> named = units.stream().map(UnitDecision::unitId).toList();
        if (named.size() != standing.units().size()
                || !Set.copyOf(standing.units()).equals(Set.copyOf(named))) {
            return new Answer.UnitsWrong();
        }
        List<String> silent = units.stream()
                .filter(unit ->
                        unit.award() ? unit.reason().length() > PriorLearningApi.WORDS_MOST : !isReason(unit.reason()))
                .map(UnitDecision::unitId)
                .toList();
        if (!silent.isEmpty()) {
            return new Answer.ReasonNeeded(silent);
        }
        List<String> awards = units.stream()
                .filter(UnitDecision::award)
                .map(UnitDecision::unitId)
                .toList();
        List<String> twice =
                awards.stream().filter(standing.awardedElsewhere()::contains).toList();
        if (!twice.isEmpty()) {
            return new Answer.AwardedBefore(twice);
        }
        List<String> bare = awards.stream()
                .filter(unit -> !Support.carries(standing.records(), unit))
                .toList();
        return bare.isEmpty() ? new Answer.Accepted() : new Answer.NotCarried(bare);
    }

    /** Whether that is a reason: not too short and not too long. */
    public static boolean isReason(String words) {
        int length = words.strip().length();
        return length >= PriorLearningApi.WORDS_LEAST && length <= PriorLearningApi.WORDS_MOST;
    }

    private static boolean assessed(Standing standing, UUID person) {
        return standing.records().stream().anyMatch(record -> record.assessor().equals(person));
    }

    /** What somebody may do with it now. */
    public static Set<ClaimAct> menu(Standing standing, Actor actor) {
        Set<ClaimAct> acts = EnumSet.noneOf(ClaimAct.class);
        if (actor.person().equals(standing.claimant())) {
            if (isOpen(standing.state())) {
                acts.addAll(Set.of(ClaimAct.ATTACH, ClaimAct.WITHDRAW));
            }
            if (standing.state() == ClaimState.MORE_ASKED) {
                acts.add(ClaimAct.RESUBMIT);
            }
            return acts;
        }
        if (standing.state() == ClaimState.SUBMITTED && !actor.colleague()) {
            if (actor.assesses()) {
                acts.addAll(Set.of(ClaimAct.APPOINT, ClaimAct.ASSESS, ClaimAct.ASK_FOR_MORE));
            }
            if (actor.decides()) {
                acts.add(ClaimAct.ASK_FOR_MORE);
                if (!assessed(standing, actor.person())) {
                    acts.add(ClaimAct.DECIDE);
                }
            }
        }
        return acts;
    }

    /** Whether the claimant may still add to it or withdraw it. */
    public static boolean isOpen(ClaimState state) {
        return switch (state) {
            case SUBMITTED, MORE_ASKED -> true;
            case DECIDED, WITHDRAWN -> false;
        };
    }

    /** How many of the claimed units the assessment carries so far. */
    public static int carried(List<String> units, List<Assessed> records) {
        return (int)
                units.stream().filter(unit -> Support.carries(records, unit)).count();
    }

    /** The units of a decision that were awarded. */
    public static Set<String> awarded(List<UnitDecision> units) {
        return units.stream()
                .filter(UnitDecision::award)
                .map(UnitDecision::unitId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
