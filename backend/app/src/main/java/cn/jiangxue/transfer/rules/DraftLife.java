package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of the draft of a programme: written, handed over, and published by a second person of the same institution, who wrote none of it. What was published
 * never changes (培养方案版本管理).
 */
public final class DraftLife {

    private static final int REASON_LEAST = 10;
    private static final int REASON_MOST = 2_000;

    private DraftLife() {}

    /**
     * A draft as a step finds it.
     *
     * @param writers everyone who wrote some of it
     * @param meantFrom first civil date that it names itself
     * @param meantUntil first civil date on which it no longer holds; null without end
     */
    public record Standing(
            ProgrammeDraftState state,
            long revision,
            UUID institution,
            Set<UUID> writers,
            String hash,
            LocalDate meantFrom,
            @Nullable LocalDate meantUntil) {
        public Standing {
            writers = Set.copyOf(writers);
        }

        /** From which civil date it may hold when it is published on that day. */
        public LocalDate earliestFrom(LocalDate today) {
            return Lifecycle.heldFrom(meantFrom, today);
        }
    }

    /** What becomes of a step. */
    public sealed interface Answer {

        record Accepted(ProgrammeDraftState next) implements Answer {}

        /** Nobody who acts for its institution. */
        record NotYours() implements Answer {}

        record NotOpen(ProgrammeDraftState state) implements Answer {}

        record ChangedMeanwhile() implements Answer {}

        /** What the caller read is not what would be published. */
        record OtherContent() implements Answer {}

        record SecondPersonNeeded() implements Answer {}

        /** {@code latest} null: without end. */
        record DateOutside(LocalDate earliest, @Nullable LocalDate latest) implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    public static Answer edit(Standing now, Set<UUID> reach, long revision) {
        return step(now, reach, revision, now.state() == ProgrammeDraftState.DRAFT, ProgrammeDraftState.DRAFT);
    }

    /** Hands it over: nobody changes it from here on. */
    public static Answer submit(Standing now, Set<UUID> reach, long revision) {
        return step(now, reach, revision, now.state() == ProgrammeDraftState.DRAFT, ProgrammeDraftState.REVIEW);
    }

    public static Answer abandon(Standing now, Set<UUID> reach, long revision) {
        boolean open = switch (now.state()) {
            case DRAFT, REVIEW, OVERTAKEN -> true;
            case PUBLISHED, ABANDONED -> false;
        };
        return step(now, reach, revision, open, ProgrammeDraftState.ABANDONED);
    }

    private static Answer step(Standing now, Set<UUID> reach, long revision, boolean open, ProgrammeDraftState next) {
        if (!reach.contains(now.institution())) {
            return new Answer.NotYours();
        }
        if (!open) {
            return new Answer.NotOpen(now.state());
        }
        return revision == now.revision() ? new Answer.Accepted(next) : new Answer.ChangedMeanwhile();
    }

    /** Back to draft, with what has to change. */
    public static Answer giveBack(Standing now, Set<UUID> reach, String reason) {
        if (!reach.contains(now.institution())) {
            return new Answer.NotYours();
        }
        if (now.state() != ProgrammeDraftState.REVIEW) {
            return new Answer.NotOpen(now.state());
        }
        int length = reason.strip().length();
        return length < REASON_LEAST || length > REASON_MOST
                ? new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST)
                : new Answer.Accepted(ProgrammeDraftState.DRAFT);
    }

    /** Publishes what {@code person} has read, from a civil date that is today or to come and on which it means to hold. */
    public static Answer publish(
            Standing now, Set<UUID> reach, UUID person, String hash, LocalDate from, LocalDate today) {
        if (!reach.contains(now.institution())) {
            return new Answer.NotYours();
        }
        if (now.state() != ProgrammeDraftState.REVIEW) {
            return new Answer.NotOpen(now.state());
        }
        if (!hash.equals(now.hash())) {
            return new Answer.OtherContent();
        }
        if (now.writers().contains(person)) {
            return new Answer.SecondPersonNeeded();
        }
        LocalDate earliest = now.earliestFrom(today);
        LocalDate end = now.meantUntil() == null ? Lifecycle.NEVER : now.meantUntil();
        return from.isBefore(earliest) || !from.isBefore(end)
                ? new Answer.DateOutside(
                        earliest,
                        now.meantUntil() == null ? null : now.meantUntil().minusDays(1))
                : new Answer.Accepted(ProgrammeDraftState.PUBLISHED);
    }

    /** Where it stands once a version has its number. */
    public static ProgrammeDraftState ended(String hash, String published) {
        return hash.equals(published) ? ProgrammeDraftState.PUBLISHED : ProgrammeDraftState.OVERTAKEN;
    }

    /** Whether its number may be drafted anew. */
    public static boolean mayBeginAnew(ProgrammeDraftState state) {
        return state == ProgrammeDraftState.ABANDONED;
    }

    /** What may be done by this person, who acts for these institutions. */
    public static List<ProgrammeDraftAct> acts(Standing now, Set<UUID> reach, UUID person) {
        if (!reach.contains(now.institution())) {
            return List.of();
        }
        return switch (now.state()) {
            case DRAFT -> List.of(ProgrammeDraftAct.EDIT, ProgrammeDraftAct.SUBMIT, ProgrammeDraftAct.ABANDON);
            case REVIEW ->
                now.writers().contains(person)
                        ? List.of(ProgrammeDraftAct.RETURN, ProgrammeDraftAct.ABANDON)
                        : List.of(ProgrammeDraftAct.PUBLISH, ProgrammeDraftAct.RETURN, ProgrammeDraftAct.ABANDON);
            case OVERTAKEN -> List.of(ProgrammeDraftAct.RENEW, ProgrammeDraftAct.ABANDON);
            case PUBLISHED, ABANDONED -> List.of();
        };
    }
}
