package cn.jiangxue.platform;

import cn.jiangxue.contract.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A signed-in person.
 *
 * @param learnerId the key of their lifelong learning account
 * @param sessionId the sign-in this request belongs to
 * @param mustChangePassword true: only routes marked {@link Access#beforePasswordChange} answer
 */
public record Caller(UUID personId, UUID learnerId, UUID sessionId, Set<RoleIn> roles, boolean mustChangePassword)
        implements Actor {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public Caller(UUID personId, UUID learnerId, UUID sessionId, Set<RoleIn> roles) {
        this(personId, learnerId, sessionId, roles, false);
    }

    /** Whether the role is held in some organisation. */
    public boolean has(Role role) {
        return roles.stream().anyMatch(held -> held.role() == role);
    }

    /** Whether the role is held in exactly this organisation. */
    public boolean has(Role role, UUID organisationId) {
        return roles.contains(new RoleIn(role, organisationId));
    }

    /** The organisations in which the role is held. */
    public Set<UUID> organisationsAs(Role role) {
        return roles.stream()
                .filter(held -> held.role() == role)
                .map(RoleIn::organisationId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
