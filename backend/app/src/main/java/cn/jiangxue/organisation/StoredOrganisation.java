package cn.jiangxue.organisation;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.organisation.rules.Placing.Placed;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** {@code within}: the organisations whose administrators reach this one, topmost first, itself last. */
record StoredOrganisation(
        @BsonId UUID id,
        int schema,
        long revision,
        OrganisationKind kind,
        LocalText name,
        @Nullable UUID parentId,
        List<UUID> within,
        int depth,
        Instant createdAt,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "organisations";
    static final int SCHEMA = 1;

    Placed placed() {
        return new Placed(id, kind, within.subList(0, within.size() - 1), depth);
    }

    Organisation view() {
        return new Organisation(id, kind, name, parentId, Math.toIntExact(revision), depth);
    }

    StoredOrganisation renamed(LocalText newName, Instant at, List<StoredEvent> telling) {
        return new StoredOrganisation(
                id, schema, revision + 1, kind, newName, parentId, within, depth, createdAt, at, telling, at);
    }
}
