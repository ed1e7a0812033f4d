package cn.jiangxue.assessment.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When an attempt may start and until when it takes answers. */
public final class AttemptPolicy {

    /** An answer that was on its way when the time ran out still counts. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private AttemptPolicy() {}

    /** An attempt of the same learner at the same quiz. */
    public record Earlier(UUID id, int number, boolean open) {}

    public sealed interface Start {
        /** {@code number} counts from 1. */
        record Allowed(int number) implements Start {}

        /** The same request came before. */
        record Repeated(int number) implements Start {}

        record AnotherOpen(UUID attemptId) implements Start {}

        record UsedUp(int allowed) implements Start {}
    }

    /** Whether an attempt with this id may start, given the earlier ones. */
    public static Start start(UUID attemptId, List<Earlier> earlier, int maxAttempts) {
        for (Earlier one : earlier) {
            if (one.id().equals(attemptId)) {
                return new Start.Repeated(one.number());
            }
        }
        for (Earlier one : earlier) {
            if (one.open()) {
                return new Start.AnotherOpen(one.id());
            }
        }
        return earlier.size() >= maxAttempts ? new Start.UsedUp(maxAttempts) : new Start.Allowed(earlier.size() + 1);
    }

    /** The instant after which no answer is taken; null when there is no limit. {@code minutes} 0: none. */
    public static @Nullable Instant closesAt(Instant startedAt, int minutes) {
        return minutes == 0 ? null : startedAt.plus(Duration.ofMinutes(minutes));
    }

    /** Whether the time is up, the grace included. */
    public static boolean isOver(@Nullable Instant closesAt, Instant now) {
        return closesAt != null && now.isAfter(closesAt.plus(GRACE));
    }
}
