package cn.jiangxue.identity.rules;

import cn.jiangxue.contract.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How far an administrator's arm reaches over another person. */
public final class Reach {

    private Reach() {}

    /**
     * A role somebody holds.
     *
     * @param within the organisation it is held in and all above that one
     */
    public record Held(Role role, Collection<UUID> within) {}

    /** Whether the person holds some role inside what is administered. */
    public static boolean sees(Set<UUID> administered, List<Held> roles) {
        return roles.stream().anyMatch(held -> isInside(administered, held));
    }

    /**
     * Whether the administrator may take over the person's account, by giving it a new password. Only when every office the person holds lies inside what is
     * administered: otherwise a district could become the province through somebody who serves both. Being a learner elsewhere is no office.
     */
    public static boolean mayTakeOver(Set<UUID> administered, List<Held> roles) {
        return sees(administered, roles)
                && roles.stream()
                        .filter(held -> held.role() != Role.LEARNER)
                        .allMatch(held -> isInside(administered, held));
    }

    private static boolean isInside(Set<UUID> administered, Held held) {
        return held.within().stream().anyMatch(administered::contains);
    }
}
