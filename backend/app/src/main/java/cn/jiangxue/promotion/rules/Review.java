package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may happen to an application, and when. */
public final class Review {

    /** Working days an institution has to decide, from submission or resubmission (sample rule). */
    public static final int INSTITUTION_DAYS = 20;

    /** Working days an applicant has to answer a request for more (sample rule). */
    public static final int APPLICANT_DAYS = 15;

    public static final int REASON_LEAST = 10;
    public static final int REASON_MOST = 2_000;

    private Review() {}

    /**
     * An application as a decision sees it.
     *
     * @param applicant the person
     * @param path null from the time before there were paths
     * @param evidence files attached
     * @param examined whether it is decided on an examination
     * @param missing parts of the examination that are not passed
     * @param unconfirmed those of them of which a complete sitting waits for a supervisor
     * @param assessors who recorded marks
     * @param supervisors who supervise or supervised it from outside
     * @param lastDecision the newest decision, null before the first
     */
    public record Standing(
            CaseState state,
            int revision,
            UUID applicant,
            @Nullable PromotionPath path,
            int evidence,
            boolean examined,
            List<ExamPart> missing,
            List<ExamPart> unconfirmed,
            Set<UUID> assessors,
            Set<UUID> supervisors,
            @Nullable Made lastDecision) {

        /** Whether results and evidence decide, not marks: 匠学晋级考核办法（样例）第四条. */
        boolean onEvidence() {
            return path == PromotionPath.DIRECT || path == PromotionPath.EXCEPTIONAL || path == PromotionPath.CONTEST;
        }
    }

    /** A decision that was made, and the revision it made of the application. */
    public record Made(UUID id, DecisionKind kind, String reason, UUID officer, int revisionAfter) {}

    /** The answer to an officer's decision. */
    public sealed interface Answer {

        record Accepted(CaseState next) implements Answer {}

        /** The same decision again. */
        record Repeated() implements Answer {}

        /** This decision's id stands for other content. */
        record Conflicting() implements Answer {}

        /** Somebody decided first. */
        record DecidedBefore(Made first) implements Answer {}

        /** It was withdrawn, or waits for the applicant. */
        record NotOpen(CaseState state) implements Answer {}

        /** The applicant changed it after the officer read it. */
        record ChangedMeanwhile() implements Answer {}

        /** Nobody decides on themselves. */
        record OwnCase() implements Answer {}

        /** Who assessed does not decide. */
        record AssessedHere() implements Answer {}

        /** Who supervises does not decide. */
        record SupervisesHere() implements Answer {}

        /** Not approved before a supervisor has confirmed these parts. */
        record SupervisorAwaited(List<ExamPart> parts) implements Answer {}

        /** Not approved before these parts are passed. */
        record MarksMissing(List<ExamPart> parts) implements Answer {}

        /** Not approved without a file that proves anything. */
        record EvidenceNeeded() implements Answer {}

        /** Who proposed an exceptional promotion does not decide on it. */
        record SecondOfficerNeeded() implements Answer {}

        /** Not what may be decided in this state. */
        record NotAtThisStep(CaseState state) implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** Decides whether a decision stands; of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer decide(Standing standing, UUID officer, UUID decisionId, DecisionEdit edit) {
        if (officer.equals(standing.applicant())) {
            return new Answer.OwnCase();
        }
        Made last = standing.lastDecision();
        if (last != null && last.id().equals(decisionId)) {
            boolean same = last.kind() == edit.kind()
                    && last.reason().equals(edit.reason().strip());
            return same ? new Answer.Repeated() : new Answer.Conflicting();
        }
        if (last != null && edit.revision() < last.revisionAfter()) {
            return new Answer.DecidedBefore(last);
        }
        if (possible(standing).isEmpty()) {
            return last != null && isFinal(last.kind())
                    ? new Answer.DecidedBefore(last)
                    : new Answer.NotOpen(standing.state());
        }
        if (standing.assessors().contains(officer)) {
            return new Answer.AssessedHere();
        }
        if (standing.supervisors().contains(officer)) {
            return new Answer.SupervisesHere();
        }
        return edit.revision() == standing.revision() ? step(standing, officer, edit) : new Answer.ChangedMeanwhile();
    }

    private static Answer step(Standing standing, UUID officer, DecisionEdit edit) {
        if (proposedBy(standing, officer)) {
            return new Answer.SecondOfficerNeeded();
        }
        if (!possible(standing).contains(edit.kind())) {
            return edit.kind() == DecisionKind.APPROVE && standing.examined()
                    ? notPassed(standing)
                    : new Answer.NotAtThisStep(standing.state());
        }
        if (forward(edit.kind()) && standing.onEvidence() && standing.evidence() == 0) {
            return new Answer.EvidenceNeeded();
        }
        return reasonFits(standing, edit)
                ? new Answer.Accepted(next(edit.kind()))
                : new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST);
    }

    private static Answer notPassed(Standing standing) {
        return standing.unconfirmed().isEmpty()
                ? new Answer.MarksMissing(standing.missing())
                : new Answer.SupervisorAwaited(standing.unconfirmed());
    }

    /** What may be decided as it stands; nothing while it is closed or waits for the applicant. */
    public static List<DecisionKind> possible(Standing standing) {
        return switch (standing.state()) {
            case SUBMITTED -> List.of(first(standing), DecisionKind.ASK_FOR_MORE, DecisionKind.REFUSE);
            case IN_EXAMINATION ->
                standing.missing().isEmpty()
                        ? List.of(DecisionKind.APPROVE, DecisionKind.REFUSE)
                        : List.of(DecisionKind.REFUSE);
            case AWAITING_SECOND -> List.of(DecisionKind.APPROVE, DecisionKind.REFUSE);
            case MORE_ASKED, APPROVED, REFUSED, WITHDRAWN -> List.of();
        };
    }

    /** As above, without what this person would be refused because of what they did before: proposed it, recorded a mark, or supervised. */
    public static List<DecisionKind> possible(Standing standing, UUID reader) {
        boolean keepsOut = proposedBy(standing, reader)
                || standing.assessors().contains(reader)
                || standing.supervisors().contains(reader);
        return keepsOut ? List.of() : possible(standing);
    }

    private static boolean proposedBy(Standing standing, UUID officer) {
        Made last = standing.lastDecision();
        return standing.state() == CaseState.AWAITING_SECOND
                && last != null
                && last.officer().equals(officer);
    }

    /** The step forward from submission: two officers stand for an exceptional promotion (匠学晋级考核办法（样例）第五条). */
    private static DecisionKind first(Standing standing) {
        if (standing.path() == PromotionPath.EXCEPTIONAL) {
            return DecisionKind.PROPOSE;
        }
        return standing.examined() ? DecisionKind.ADMIT : DecisionKind.APPROVE;
    }

    private static boolean forward(DecisionKind kind) {
        return switch (kind) {
            case ADMIT, PROPOSE, APPROVE -> true;
            case ASK_FOR_MORE, REFUSE -> false;
        };
    }

    /** Marks speak for themselves; whoever decides on anything else says why. */
    private static boolean reasonFits(Standing standing, DecisionEdit edit) {
        int length = edit.reason().strip().length();
        int least = forward(edit.kind()) && !standing.onEvidence() ? 0 : REASON_LEAST;
        return length >= least && length <= REASON_MOST;
    }

    private static CaseState next(DecisionKind kind) {
        return switch (kind) {
            case ADMIT -> CaseState.IN_EXAMINATION;
            case PROPOSE -> CaseState.AWAITING_SECOND;
            case APPROVE -> CaseState.APPROVED;
            case ASK_FOR_MORE -> CaseState.MORE_ASKED;
            case REFUSE -> CaseState.REFUSED;
        };
    }

    private static boolean isFinal(DecisionKind kind) {
        return kind == DecisionKind.APPROVE || kind == DecisionKind.REFUSE;
    }

    /** Whether the institution or whoever examines for it is late. Where the applicant is waited for, nobody is. */
    public static boolean isLate(CaseState state, @Nullable LocalDate actBy, LocalDate today) {
        return waitsForOfficers(state) && actBy != null && today.isAfter(actBy);
    }

    /** Whether the institution, or whoever examines for it, has to act. */
    public static boolean waitsForOfficers(CaseState state) {
        return switch (state) {
            case SUBMITTED, IN_EXAMINATION, AWAITING_SECOND -> true;
            case MORE_ASKED, APPROVED, REFUSED, WITHDRAWN -> false;
        };
    }

    /** Whether the applicant may still add to it or withdraw it. */
    public static boolean isOpen(CaseState state) {
        return switch (state) {
            case SUBMITTED, MORE_ASKED, IN_EXAMINATION, AWAITING_SECOND -> true;
            case APPROVED, REFUSED, WITHDRAWN -> false;
        };
    }
}
