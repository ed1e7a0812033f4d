package cn.jiangxue.local.seed;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.local.seed.Services.SignedIn;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The first administrator, then the organisations, then the people with their roles. */
final class PeopleSeeding {
    private final Services services;
    private final Optional<String> oneTimeToken;
    private final Consumer<String> progress;

    PeopleSeeding(Services services, Optional<String> oneTimeToken, Consumer<String> progress) {
        this.services = services;
        this.oneTimeToken = oneTimeToken;
        this.progress = progress;
    }

    /** False when the demo's administrator cannot sign in any more: then the data belongs to its owner and stays as it is. */
    boolean bringIn() {
        Optional<SignedIn> administrator = administrator();
        if (administrator.isEmpty()) {
            progress.accept("the administrator of the sample data has another password: data left as it is");
            return false;
        }
        Map<DemoOrganisation, UUID> organisations = organisations(administrator.get());
        for (DemoPerson person : DemoPeople.ALL) {
            bringIn(administrator.get().identity(), person, organisations);
        }
        return true;
    }

    private Optional<SignedIn> administrator() {
        DemoPerson person = DemoPeople.ADMINISTRATOR;
        Optional<SignedIn> signedIn = services.signIn(person.userName(), person.password());
        if (signedIn.isPresent() || oneTimeToken.isEmpty()) {
            return signedIn;
        }
        boolean made = services.makeFirstAdministrator(
                new FirstAdministrator(oneTimeToken.get(), person.userName(), person.displayName(), person.password()));
        return made ? services.signIn(person.userName(), person.password()) : Optional.empty();
    }

    private Map<DemoOrganisation, UUID> organisations(SignedIn administrator) {
        Map<DemoOrganisation, UUID> ids = new EnumMap<>(DemoOrganisation.class);
        for (DemoOrganisation organisation : DemoOrganisation.values()) {
            UUID id = organisation.id().orElseGet(() -> administrated(administrator.identity()));
            ids.put(organisation, id);
            if (services.found(() -> administrator.organisations().organisation(id))
                    .isEmpty()) {
                progress.accept("organisation: " + organisation.displayName().zh());
                administrator.organisations().saveOrganisation(id, edit(organisation, ids));
            }
        }
        return ids;
    }

    private static OrganisationEdit edit(DemoOrganisation organisation, Map<DemoOrganisation, UUID> ids) {
        @Nullable UUID parent = organisation.parent().map(ids::get).orElse(null);
        return new OrganisationEdit(organisation.kind(), organisation.displayName(), parent, 0);
    }

    /** The national union: where the first administrator holds the role. */
    private static UUID administrated(IdentityApi identity) {
        return identity.me().roles().stream()
                .filter(role -> role.role() == Role.ADMINISTRATOR)
                .map(HeldRole::organisationId)
                .findFirst()
                .orElseThrow(() -> new SeedFailed("the first administrator administers no organisation"));
    }

    private void bringIn(IdentityApi administrator, DemoPerson person, Map<DemoOrganisation, UUID> organisations) {
        if (person == DemoPeople.ADMINISTRATOR
                || services.found(() -> administrator.person(person.id())).isPresent()) {
            return;
        }
        progress.accept("person: %s (%s)".formatted(person.displayName(), person.userName()));
        UUID organisation = organisations.get(person.organisation());
        if (organisation == null) {
            throw new SeedFailed("no organisation for " + person.userName());
        }
        administrator.createPerson(
                person.id(),
                new NewPerson(
                        person.userName(),
                        person.displayName(),
                        null,
                        person.password(),
                        false,
                        person.role(),
                        organisation));
    }
}
