package cn.jiangxue.recognition;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.recognition.rules.State;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an applicant is told when their case stands somewhere else than before, and before a day of theirs runs out. */
final class ApplicantNews {

    private ApplicantNews() {}

    /** {@code before}: null for a case that was just made. */
    static Optional<PersonTold> of(@Nullable CaseDocument before, CaseDocument after) {
        if (before != null && isJudgedAnew(before, after)) {
            return told(after, MessageKind.RECOGNITION_EVIDENCE_EXAMINED, null);
        }
        State was = before == null ? null : before.proceeding().state();
        State is = after.proceeding().state();
        if (was != null && was.getClass() == is.getClass()) {
            return Optional.empty();
        }
        boolean ruled = was instanceof State.Appealed;
        return switch (is) {
            case State.Supplementing asked -> told(after, MessageKind.RECOGNITION_MORE_ASKED, asked.due());
            case State.Publicised shown -> told(after, MessageKind.RECOGNITION_PUBLICISED, shown.due());
            case State.Registered registered -> told(after, registered(after, ruled), registered.appealUntil());
            case State.Refused refused ->
                told(
                        after,
                        ruled ? MessageKind.RECOGNITION_APPEAL_DISMISSED : MessageKind.RECOGNITION_REFUSED,
                        refused.appealUntil());
            case State.Reviewing ignored -> Optional.empty();
            case State.Deciding ignored -> Optional.empty();
            case State.Posting ignored -> Optional.empty();
            case State.Appealed ignored -> Optional.empty();
            case State.Withdrawn ignored -> Optional.empty();
        };
    }

    /** Whether all its evidence has just been examined. */
    private static boolean isJudgedAnew(CaseDocument before, CaseDocument after) {
        return before.dossier().foundEvaluationId() == null && after.dossier().foundEvaluationId() != null;
    }

    /** {@code day}: the last one to act, which is near. */
    static PersonTold dayNear(CaseDocument waiting, LocalDate day) {
        MessageKind kind = waiting.proceeding().state() instanceof State.Refused
                ? MessageKind.RECOGNITION_APPEAL_DAY_NEAR
                : MessageKind.RECOGNITION_DAY_NEAR;
        return news(waiting, kind, day);
    }

    private static MessageKind registered(CaseDocument after, boolean ruled) {
        if (ruled) {
            return MessageKind.RECOGNITION_APPEAL_DISMISSED;
        }
        return after.proceeding().onAppeal().isPresent()
                ? MessageKind.RECOGNITION_APPEAL_UPHELD
                : MessageKind.RECOGNITION_REGISTERED;
    }

    private static Optional<PersonTold> told(CaseDocument after, MessageKind kind, @Nullable LocalDate actBy) {
        return Optional.of(news(after, kind, actBy));
    }

    private static PersonTold news(CaseDocument about, MessageKind kind, @Nullable LocalDate actBy) {
        return new PersonTold(
                about.personId(),
                kind,
                about.id(),
                about.asked().programme(),
                about.asked().institution(),
                actBy);
    }
}
