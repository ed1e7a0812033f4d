package cn.jiangxue.recognition.rules;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to act.
 *
 * @param person null for the service itself
 * @param offices organisations for which they act as recognition officer today, their own and those they stand in for
 * @param shared organisations where both they hold a role and the applicant is on record as a member, the deciding institutions left out
 */
public record Actor(@Nullable UUID person, Set<UUID> offices, Set<UUID> shared) {

    /** The service itself. */
    public static final Actor SYSTEM = new Actor(null, Set.of(), Set.of());

    public Actor {
        offices = Set.copyOf(offices);
        shared = Set.copyOf(shared);
    }

    boolean is(@Nullable UUID other) {
        return person != null && person.equals(other);
    }
}
