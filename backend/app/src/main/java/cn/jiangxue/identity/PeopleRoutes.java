package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.IdentityApi.IdentityLookup;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.TemporaryPassword;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PeopleRoutes {

    private final PeopleAdministration administration;
    private final AccountCare care;
    private final RealNames realNames;
    private final FirstAdministratorMaking first;
    private final PersonViews views;

    PeopleRoutes(
            PeopleAdministration administration,
            AccountCare care,
            RealNames realNames,
            FirstAdministratorMaking first,
            PersonViews views) {
        this.administration = administration;
        this.care = care;
        this.realNames = realNames;
        this.first = first;
        this.views = views;
    }

    @GetMapping("/api/people")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<PersonView>> people(
            Caller caller,
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor) {
        return administration.page(caller, organisation, text, cursor);
    }

    @GetMapping("/api/people/{personId}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PersonView> person(Caller caller, @PathVariable UUID personId) {
        return administration.view(caller, personId);
    }

    @PutMapping("/api/people/{personId}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PersonView> createPerson(Caller caller, @PathVariable UUID personId, @RequestBody NewPerson person) {
        return administration.create(caller, personId, person);
    }

    @PutMapping("/api/people/{personId}/roles/{role}/{organisationId}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PersonView> giveRole(
            Caller caller, @PathVariable UUID personId, @PathVariable Role role, @PathVariable UUID organisationId) {
        return administration.giveRole(caller, personId, role, organisationId);
    }

    @DeleteMapping("/api/people/{personId}/roles/{role}/{organisationId}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PersonView> takeRole(
            Caller caller, @PathVariable UUID personId, @PathVariable Role role, @PathVariable UUID organisationId) {
        return administration.takeRole(caller, personId, role, organisationId);
    }

    @PostMapping("/api/people/{personId}/password-resets")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<TemporaryPassword> resetPassword(Caller caller, @PathVariable UUID personId) {
        return care.reset(caller, personId);
    }

    @PostMapping("/api/people/{personId}/unmaskings")
    @Access(roles = {Role.ADMINISTRATOR, Role.RECOGNITION_OFFICER})
    Mono<Unmasked> unmask(Caller caller, @PathVariable UUID personId, @RequestBody UnmaskRequest request) {
        return realNames.unmask(caller, personId, request);
    }

    @PostMapping("/api/people/lookups")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PersonView> findByIdentityNumber(Caller caller, @RequestBody IdentityLookup lookup) {
        return realNames.lookUp(caller, lookup).flatMap(views::view);
    }

    @PostMapping("/api/bootstrap/administrator")
    @Access(AccessKind.PUBLIC)
    Mono<PersonView> createFirstAdministrator(@RequestBody FirstAdministrator administrator) {
        return first.make(administrator).flatMap(views::view);
    }
}
