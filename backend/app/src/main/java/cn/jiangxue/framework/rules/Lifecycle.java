package cn.jiangxue.framework.rules;

import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of one version of a standard or framework: draft, consultation, adopted by a second person, superseded where a newer one begins. What was adopted never
 * changes (匠学职业标准管理办法（样例）第二至五条).
 */
public final class Lifecycle {

    /** The first civil date that never comes: a version that nothing follows yet. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** Least days a consultation is open, the day of sending not counted (样例办法第三条). */
    public static final int OPEN_LEAST = 7;

    public static final int OPEN_MOST = 180;

    public static final int REASON_LEAST = 10;
    public static final int REASON_MOST = 2_000;
    public static final int COMMENT_MOST = 2_000;

    private Lifecycle() {}

    /** What has been done to a version; what that means on a day is its {@link StandardState}. */
    public enum Stage {
        DRAFT,
        CONSULTATION,
        ADOPTED,
        ABANDONED
    }

    /**
     * A version as a step finds it.
     *
     * @param writers everyone who drafted or edited it
     * @param closesOn last day of the consultation, null outside one
     * @param earliestFrom first civil date from which it may hold: not before it was meant to, and after the newest one adopted began
     */
    public record Standing(
            Stage stage,
            long revision,
            Set<UUID> writers,
            @Nullable LocalDate closesOn,
            String hash,
            LocalDate earliestFrom) {
        public Standing {
            writers = Set.copyOf(writers);
        }
    }

    /** What becomes of a step. */
    public sealed interface Answer {

        record Accepted(Stage next) implements Answer {}

        /** It was adopted: make a new draft from it instead. */
        record InUse() implements Answer {}

        record NotOpen(Stage stage) implements Answer {}

        record ChangedMeanwhile() implements Answer {}

        /** What the caller read is not what would be adopted. */
        record OtherContent() implements Answer {}

        record StillConsulted(LocalDate closesOn) implements Answer {}

        record SecondPersonNeeded() implements Answer {}

        record DateOutside(LocalDate earliest, LocalDate latest) implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** Changes a draft that nobody changed meanwhile. */
    public static Answer edit(Standing now, long revision) {
        return ofDraft(now, revision, Stage.DRAFT);
    }

    /** Opens a draft for comments until the end of {@code closesOn}. */
    public static Answer consult(Standing now, long revision, LocalDate closesOn, LocalDate today) {
        LocalDate earliest = today.plusDays(OPEN_LEAST);
        LocalDate latest = today.plusDays(OPEN_MOST);
        Answer answer = ofDraft(now, revision, Stage.CONSULTATION);
        boolean fits = !closesOn.isBefore(earliest) && !closesOn.isAfter(latest);
        return answer instanceof Answer.Accepted && !fits ? new Answer.DateOutside(earliest, latest) : answer;
    }

    private static Answer ofDraft(Standing now, long revision, Stage next) {
        return switch (now.stage()) {
            case ADOPTED -> new Answer.InUse();
            case CONSULTATION, ABANDONED -> new Answer.NotOpen(now.stage());
            case DRAFT -> revision == now.revision() ? new Answer.Accepted(next) : new Answer.ChangedMeanwhile();
        };
    }

    /** Adopts what was consulted on, by somebody who wrote none of it, from a date that is still to come or today. */
    public static Answer adopt(Standing now, UUID person, String hash, LocalDate from, LocalDate today) {
        if (now.stage() != Stage.CONSULTATION) {
            return now.stage() == Stage.ADOPTED ? new Answer.InUse() : new Answer.NotOpen(now.stage());
        }
        if (!hash.equals(now.hash())) {
            return new Answer.OtherContent();
        }
        if (now.writers().contains(person)) {
            return new Answer.SecondPersonNeeded();
        }
        if (now.closesOn() != null && !today.isAfter(now.closesOn())) {
            return new Answer.StillConsulted(now.closesOn());
        }
        LocalDate earliest = now.earliestFrom().isAfter(today) ? now.earliestFrom() : today;
        return from.isBefore(earliest) || !from.isBefore(NEVER)
                ? new Answer.DateOutside(earliest, NEVER.minusDays(1))
                : new Answer.Accepted(Stage.ADOPTED);
    }

    /** Takes a version back to draft, for a change that the comments asked for. */
    public static Answer redraft(Standing now, String reason) {
        return withReason(now, reason, now.stage() == Stage.CONSULTATION, Stage.DRAFT);
    }

    /** Gives up a version that was never adopted. */
    public static Answer abandon(Standing now, String reason) {
        boolean open = now.stage() == Stage.DRAFT || now.stage() == Stage.CONSULTATION;
        return withReason(now, reason, open, Stage.ABANDONED);
    }

    private static Answer withReason(Standing now, String reason, boolean open, Stage next) {
        if (now.stage() == Stage.ADOPTED) {
            return new Answer.InUse();
        }
        if (!open) {
            return new Answer.NotOpen(now.stage());
        }
        int length = reason.strip().length();
        return length < REASON_LEAST || length > REASON_MOST
                ? new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST)
                : new Answer.Accepted(next);
    }

    /** Whether comments are taken on that day. */
    public static boolean isHeard(Standing now, LocalDate today) {
        return now.stage() == Stage.CONSULTATION && now.closesOn() != null && !today.isAfter(now.closesOn());
    }

    /** Whether a new version may follow: one is open at a time. */
    public static boolean maySucceed(Stage stage) {
        return stage == Stage.ADOPTED || stage == Stage.ABANDONED;
    }

    /** What may be done by this person; {@code drafting}: whether they act for the national body. */
    public static List<StandardAct> acts(Standing now, UUID person, boolean drafting, LocalDate today) {
        List<StandardAct> acts = new ArrayList<>();
        if (isHeard(now, today)) {
            acts.add(StandardAct.COMMENT);
        }
        if (!drafting) {
            return List.copyOf(acts);
        }
        switch (now.stage()) {
            case DRAFT -> acts.addAll(List.of(StandardAct.EDIT, StandardAct.CONSULT, StandardAct.ABANDON));
            case CONSULTATION -> {
                if (!isHeard(now, today) && !now.writers().contains(person)) {
                    acts.add(StandardAct.ADOPT);
                }
                acts.addAll(List.of(StandardAct.REDRAFT, StandardAct.ABANDON));
            }
            case ADOPTED, ABANDONED -> acts.add(StandardAct.NEXT_VERSION);
        }
        return List.copyOf(acts);
    }

    /** How a version stands on a civil date. {@code until}: where a newer one begins. */
    public static StandardState state(Stage stage, LocalDate from, LocalDate until, LocalDate today) {
        return switch (stage) {
            case DRAFT -> StandardState.DRAFT;
            case CONSULTATION -> StandardState.CONSULTATION;
            case ABANDONED -> StandardState.ABANDONED;
            case ADOPTED -> {
                if (!today.isBefore(until)) {
                    yield StandardState.SUPERSEDED;
                }
                yield today.isBefore(from) ? StandardState.UPCOMING : StandardState.IN_FORCE;
            }
        };
    }
}
