package cn.jiangxue.evaluation.rules;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an institution may decide on a plan, and whether a sitting may begin under it: 匠学企业自主评价管理办法（样例）第二至四条. */
public final class Approval {

    private Approval() {}

    /**
     * A plan as a decision sees it.
     *
     * @param state empty of meaning for a version that waits beside one that holds: see {@code pending}
     * @param pending whether the newest version waits
     * @param filers who filed any version
     * @param supervisors how many are named
     * @param decisions oldest first
     */
    public record Standing(
            PlanState state, boolean pending, long revision, Set<UUID> filers, int supervisors, List<Made> decisions) {}

    /** A decision that was made, and the revision it made of the plan. */
    public record Made(UUID id, PlanDecisionKind kind, String reason, UUID officer, long revisionAfter) {}

    /** {@code interested}: holds a role in the enterprise. */
    public record Officer(UUID person, boolean interested) {}

    /** The answer to an officer's decision. */
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /** The same decision again. */
        record Repeated() implements Answer {}

        /** This decision's id stands for other content. */
        record Conflicting() implements Answer {}

        /** Somebody decided first. */
        record DecidedBefore(Made first) implements Answer {}

        /** The plan was changed after the officer read it. */
        record ChangedMeanwhile() implements Answer {}

        /** Nothing of that kind can be decided as it stands. */
        record NotOpen(PlanState state) implements Answer {}

        /** Who filed does not decide. */
        record FiledByOfficer() implements Answer {}

        record Interested() implements Answer {}

        record SupervisorNeeded() implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}

        record AtLimit(int most) implements Answer {}
    }

    /** Decides whether a decision stands; of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer decide(Standing standing, Officer officer, UUID decisionId, PlanDecisionEdit edit) {
        if (officer.interested()) {
            return new Answer.Interested();
        }
        if (standing.filers().contains(officer.person())) {
            return new Answer.FiledByOfficer();
        }
        Optional<Made> known = standing.decisions().stream()
                .filter(made -> made.id().equals(decisionId))
                .findFirst();
        if (known.isPresent()) {
            return isOf(known.get(), officer, edit) ? new Answer.Repeated() : new Answer.Conflicting();
        }
        Made last = standing.decisions().isEmpty() ? null : standing.decisions().getLast();
        if (last != null && edit.revision() < last.revisionAfter()) {
            return new Answer.DecidedBefore(last);
        }
        if (edit.revision() != standing.revision()) {
            return new Answer.ChangedMeanwhile();
        }
        return step(standing, edit);
    }

    private static boolean isOf(Made known, Officer officer, PlanDecisionEdit edit) {
        return known.officer().equals(officer.person())
                && known.kind() == edit.kind()
                && known.reason().equals(edit.reason().strip());
    }

    private static Answer step(Standing standing, PlanDecisionEdit edit) {
        if (!possible(standing).contains(edit.kind())) {
            return new Answer.NotOpen(standing.state());
        }
        if (standing.decisions().size() >= EvaluationApi.DECISIONS_MOST) {
            return new Answer.AtLimit(EvaluationApi.DECISIONS_MOST);
        }
        if (edit.kind() == PlanDecisionKind.APPROVE && standing.supervisors() == 0) {
            return new Answer.SupervisorNeeded();
        }
        int length = edit.reason().strip().length();
        int least = edit.kind() == PlanDecisionKind.APPROVE ? 0 : EvaluationApi.REASON_LEAST;
        return length >= least && length <= EvaluationApi.REASON_MOST
                ? new Answer.Accepted()
                : new Answer.ReasonNeeded(EvaluationApi.REASON_LEAST, EvaluationApi.REASON_MOST);
    }

    /** What may be decided as it stands. */
    public static List<PlanDecisionKind> possible(Standing standing) {
        Stream<PlanDecisionKind> onVersion = standing.pending() && standing.state() != PlanState.WITHDRAWN
                ? Stream.of(PlanDecisionKind.APPROVE, PlanDecisionKind.RETURN)
                : Stream.of();
        Stream<PlanDecisionKind> onPlan = switch (standing.state()) {
            case APPROVED -> Stream.of(PlanDecisionKind.SUSPEND, PlanDecisionKind.WITHDRAW);
            case SUSPENDED -> Stream.of(PlanDecisionKind.RESUME, PlanDecisionKind.WITHDRAW);
            case FILED, RETURNED, WITHDRAWN -> Stream.of();
        };
        return Stream.concat(onVersion, onPlan).toList();
    }

    /** As above, without what this person would be refused. */
    public static List<PlanDecisionKind> possible(Standing standing, Officer officer) {
        return officer.interested() || standing.filers().contains(officer.person()) ? List.of() : possible(standing);
    }

    /** The plan after an accepted decision. An approval does not end a suspension: only resuming does. */
    public static PlanState next(PlanState state, PlanDecisionKind kind) {
        return switch (kind) {
            case APPROVE -> state == PlanState.SUSPENDED ? PlanState.SUSPENDED : PlanState.APPROVED;
            case RETURN -> state == PlanState.FILED ? PlanState.RETURNED : state;
            case SUSPEND -> PlanState.SUSPENDED;
            case RESUME -> PlanState.APPROVED;
            case WITHDRAW -> PlanState.WITHDRAWN;
        };
    }

    /** Why no sitting may begin under a plan on a day. */
    public enum Hindrance {
        NOT_APPROVED,
        NOT_YET,
        ENDED,
        SUSPENDED,
        WITHDRAWN
    }

    /**
     * What keeps a sitting from beginning; null when nothing does.
     *
     * @param from first day of the version that holds, null when none does
     * @param until the day after its last
     */
    public static @Nullable Hindrance hindrance(
            PlanState state, @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
        if (from == null || until == null) {
            return Hindrance.NOT_APPROVED;
        }
        return switch (state) {
            case FILED, RETURNED -> Hindrance.NOT_APPROVED;
            case SUSPENDED -> Hindrance.SUSPENDED;
            case WITHDRAWN -> Hindrance.WITHDRAWN;
            case APPROVED -> day.isBefore(from) ? Hindrance.NOT_YET : day.isBefore(until) ? null : Hindrance.ENDED;
        };
    }
}
