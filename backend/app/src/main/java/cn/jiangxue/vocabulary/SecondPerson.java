package cn.jiangxue.vocabulary;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is taken back takes two: one proposes with a reason, another one decides. Whose record it is never decides, nor does whoever had a part in it. */
public final class SecondPerson {

    public static final int REASON_LEAST = 10;
    public static final int REASON_MOST = 2_000;

    private SecondPerson() {}

    /** A person, as whoever acts and as whose record it is. */
    public record Acting(UUID personId, UUID learnerId) {}

    /**
     * A proposal as a decision sees it.
     *
     * @param holder the learner whose record it is
     * @param involved whoever proposed it and whoever caused what is to be taken back
     * @param first null while nobody decided
     */
    public record Standing(
            UUID holder, Set<UUID> involved, @Nullable Decided first) {

        public Standing {
            involved = Set.copyOf(involved);
        }
    }

    public record Decided(boolean approve, String reason, UUID by) {}

    /** The answer to a decision. */
    public sealed interface Answer {

        record Accepted(Decided decided) implements Answer {}

        /** The same decision of the same person again. */
        record Repeated() implements Answer {}

        record DecidedBefore(Decided first) implements Answer {}

        /** Another person has to decide. */
        record SecondPersonNeeded() implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    public static boolean isReason(String text) {
        int length = text.strip().length();
        return length >= REASON_LEAST && length <= REASON_MOST;
    }

    /** Decides whether a decision stands; of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer decide(Standing standing, Acting who, boolean approve, String reason) {
        if (standing.involved().contains(who.personId()) || who.learnerId().equals(standing.holder())) {
            return new Answer.SecondPersonNeeded();
        }
        Decided wanted = new Decided(approve, reason.strip(), who.personId());
        Decided first = standing.first();
        if (first != null) {
            return first.equals(wanted) ? new Answer.Repeated() : new Answer.DecidedBefore(first);
        }
        return isReason(reason) || approve && reason.isBlank()
                ? new Answer.Accepted(wanted)
                : new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST);
    }
}
