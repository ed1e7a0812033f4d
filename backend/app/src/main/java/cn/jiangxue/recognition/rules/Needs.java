package cn.jiangxue.recognition.rules;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree to a case: the sum of what the rules of its answers ask.
 *
 * @param institution that awards
 * @param panel whether two votes of the awarding institution are needed
 * @param parties institutions of which one officer each must agree
 * @param higher the body that hears an appeal and sees what is overdue; null when there is none
 */
public record Needs(
        UUID institution,
        boolean panel,
        Set<UUID> parties,
        @Nullable UUID higher) {

    public Needs {
        parties = Set.copyOf(parties);
    }

    /** Whether the outcomes prove themselves. */
    public boolean nobody() {
        return !panel && parties.isEmpty();
    }

    Needs ofNobody() {
        return new Needs(institution, false, Set.of(), higher);
    }

    /** Whether an officer of the organisation may take part in the review. */
    public boolean reviews(UUID organisation) {
        return organisation.equals(institution) || parties.contains(organisation);
    }
}
