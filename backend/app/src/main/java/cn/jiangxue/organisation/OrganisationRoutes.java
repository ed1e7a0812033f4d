package cn.jiangxue.organisation;

import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class OrganisationRoutes {

    private final Organisations organisations;
    private final OrganisationEditing editing;

    OrganisationRoutes(Organisations organisations, OrganisationEditing editing) {
        this.organisations = organisations;
        this.editing = editing;
    }

    @GetMapping("/api/organisations")
    @Access(AccessKind.SIGNED_IN)
    Flux<Organisation> organisations(Caller caller) {
        return organisations.visibleTo(caller);
    }

    @GetMapping("/api/organisations/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Organisation> organisation(Caller caller, @PathVariable UUID id) {
        return organisations.visible(caller, id).map(StoredOrganisation::view);
    }

    @PutMapping("/api/organisations/{id}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Organisation> save(Caller caller, @PathVariable UUID id, @RequestBody OrganisationEdit edit) {
        return editing.save(caller, id, edit);
    }
}
