package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.shell.SignedIn;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody acts for the national body. The service decides; this only keeps away what would be refused. */
final class Drafters {

    private Drafters() {}

    static boolean has(OrganisationApi organisations, SignedIn person) {
        Set<UUID> held = Stream.of(Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR)
                .flatMap(role -> person.organisationsAs(role).stream())
                .map(role -> role.organisationId())
                .collect(Collectors.toSet());
        return !held.isEmpty()
                && organisations.organisations().stream()
                        .filter(each -> each.kind() == OrganisationKind.UNION_NATIONAL)
                        .map(Organisation::id)
                        .anyMatch(held::contains);
    }
}
