package cn.jiangxue.vocabulary;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A matter whose day is over was put on the list of the organisation above.
 *
 * @param to whose recognition officers may look on; null where no organisation is above the institution
 * @param on civil date on which that happened
 */
public record Escalated(@Nullable UUID to, LocalDate on) {

    /** Whether an organisation may look on; {@code escalated} null while nothing is late. */
    public static boolean isOnTheListOf(@Nullable Escalated escalated, Predicate<UUID> organisation) {
        return escalated != null && escalated.to() != null && organisation.test(escalated.to());
    }

    /** Null while nothing is late. */
    public static @Nullable LocalDate on(@Nullable Escalated escalated) {
        return escalated == null ? null : escalated.on();
    }
}
