package cn.jiangxue.organisation;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.ground.Ground;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organisations over a real store, for tests of what stands on them. */
public final class OrganisationFixture {

    private OrganisationFixture() {}

    public static Organisations over(Ground ground) {
        return new Organisations(ground.documents, ground.events, ground.outbox(List.of(), List.of()), ground.clock);
    }

    public static UUID institution(Ground ground, Organisations organisations, String zh) {
        return institution(ground, organisations, UUID.randomUUID(), zh);
    }

    public static UUID institution(Ground ground, Organisations organisations, UUID id, String zh) {
        return organisation(ground, organisations, id, OrganisationKind.INSTITUTION, zh, null);
    }

    public static UUID organisation(
            Ground ground,
            Organisations organisations,
            UUID id,
            OrganisationKind kind,
            String zh,
            @Nullable UUID parent) {
        organisations
                .insert(new StoredOrganisation(
                        id,
                        StoredOrganisation.SCHEMA,
                        1,
                        kind,
                        new LocalText(zh, zh),
                        parent,
                        parent == null ? List.of(id) : List.of(parent, id),
                        parent == null ? 0 : 1,
                        ground.clock.instant(),
                        ground.clock.instant(),
                        List.of(),
                        null))
                .block();
        return id;
    }
}
