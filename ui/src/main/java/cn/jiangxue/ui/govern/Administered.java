package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.shell.SignedIn;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the forest an administrator administers: their organisations and everything below. A guide for what to offer; the service decides.
 *
 * @param visible everything the caller may see, each parent before its children
 * @param national whether the national union is among those administered
 */
record Administered(List<Organisation> visible, Set<UUID> ids, boolean national) {

    static Administered of(OrganisationApi organisations, SignedIn person) {
        return of(
                organisations.organisations(),
                person.organisationsAs(Role.ADMINISTRATOR).stream()
                        .map(HeldRole::organisationId)
                        .collect(Collectors.toSet()));
    }

    static Administered of(List<Organisation> all, Set<UUID> as) {
        List<Organisation> ordered = inTreeOrder(all);
        boolean national =
                all.stream().anyMatch(each -> each.kind() == OrganisationKind.UNION_NATIONAL && as.contains(each.id()));
        Set<UUID> ids = new HashSet<>();
        for (Organisation each : ordered) {
            UUID parent = each.parentId();
            if (national || as.contains(each.id()) || (parent != null && ids.contains(parent))) {
                ids.add(each.id());
            }
        }
        return new Administered(ordered, Set.copyOf(ids), national);
    }

    private static List<Organisation> inTreeOrder(List<Organisation> all) {
        Map<UUID, Organisation> known = all.stream().collect(Collectors.toMap(Organisation::id, each -> each));
        Map<@Nullable UUID, List<Organisation>> below = new HashMap<>();
        for (Organisation each : all) {
            UUID parent = each.parentId();
            UUID under = parent != null && known.containsKey(parent) ? parent : null;
            below.computeIfAbsent(under, none -> new ArrayList<>()).add(each);
        }
        List<Organisation> ordered = new ArrayList<>();
        add(null, below, ordered);
        return List.copyOf(ordered);
    }

    private static void add(
            @Nullable UUID parent, Map<@Nullable UUID, List<Organisation>> below, List<Organisation> ordered) {
        for (Organisation each : below.getOrDefault(parent, List.of())) {
            ordered.add(each);
            add(each.id(), below, ordered);
        }
    }

    List<Organisation> organisations() {
        return visible.stream().filter(each -> ids.contains(each.id())).toList();
    }

    /** Those of such a kind. */
    List<Organisation> organisations(Predicate<OrganisationKind> kinds) {
        return organisations().stream().filter(each -> kinds.test(each.kind())).toList();
    }

    /** The one asked for when it is administered, else the first. */
    Optional<Organisation> chosen(@Nullable UUID wanted) {
        return chosen(organisations(), String.valueOf(wanted));
    }

    /** The one of these that the address asks for by {@code org}, else the first. */
    static Optional<Organisation> chosen(List<Organisation> may, BeforeEnterEvent event) {
        return chosen(
                may,
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("org")
                        .orElse(""));
    }

    private static Optional<Organisation> chosen(List<Organisation> may, String wanted) {
        return may.stream()
                .filter(each -> each.id().toString().equals(wanted))
                .findFirst()
                .or(() -> may.stream().findFirst());
    }

    boolean has(UUID organisation) {
        return ids.contains(organisation);
    }

    List<Organisation> below(@Nullable UUID parent) {
        return visible.stream()
                .filter(each -> parent == null ? isTop(each) : parent.equals(each.parentId()))
                .toList();
    }

    private boolean isTop(Organisation each) {
        return each.parentId() == null
                || visible.stream().noneMatch(other -> other.id().equals(each.parentId()));
    }

    /** The kinds that may stand under a parent; under none, employers and institutions beside the tree. Same as the service's rule of placing. */
    static List<OrganisationKind> kindsUnder(@Nullable OrganisationKind parent) {
        if (parent == null) {
            return List.of(OrganisationKind.EMPLOYER, OrganisationKind.INSTITUTION);
        }
        if (!isUnion(parent) || parent == OrganisationKind.UNION_ENTERPRISE) {
            return List.of();
        }
        List<OrganisationKind> kinds = new ArrayList<>();
        for (OrganisationKind kind : OrganisationKind.values()) {
            if (!isUnion(kind) || kind.compareTo(parent) > 0) {
                kinds.add(kind);
            }
        }
        return List.copyOf(kinds);
    }

    static boolean isUnion(OrganisationKind kind) {
        return kind != OrganisationKind.EMPLOYER && kind != OrganisationKind.INSTITUTION;
    }
}
