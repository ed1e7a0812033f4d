package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.CourseState;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A course: its draft, and which version is in force.
 *
 * @param draftRevision the revision with which the draft was last saved
 * @param publishedRevision the draft's revision that the newest version was made of; 0 when never published
 * @param card what the catalogue shows, null when never published
 */
record CourseDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID organisationId,
        CourseState state,
        CourseContent draft,
        long draftRevision,
        int publishedVersion,
        long publishedRevision,
        @Nullable CourseCard card,
        @Nullable Instant publishedAt,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "courses";
    static final int SCHEMA = 1;

    static CourseDocument made(UUID id, UUID organisationId, CourseContent draft, Instant now, StoredEvent event) {
        return new CourseDocument(
                id, SCHEMA, 1, organisationId, CourseState.DRAFT, draft, 1, 0, 0, null, null, now, List.of(event), now);
    }

    CourseDocument edited(CourseContent content, Instant now) {
        return new CourseDocument(
                id,
                schema,
                revision + 1,
                organisationId,
                state,
                content,
                revision + 1,
                publishedVersion,
                publishedRevision,
                card,
                publishedAt,
                now,
                outbox,
                outboxAt);
    }

    CourseDocument published(CourseCard newCard, Instant now, List<StoredEvent> told) {
        return new CourseDocument(
                id,
                schema,
                revision + 1,
                organisationId,
                CourseState.PUBLISHED,
                draft,
                draftRevision,
                publishedVersion + 1,
                draftRevision,
                newCard,
                now,
                now,
                told,
                now);
    }

    CourseDocument withdrawn(Instant now, List<StoredEvent> told) {
        return new CourseDocument(
                id,
                schema,
                revision + 1,
                organisationId,
                CourseState.WITHDRAWN,
                draft,
                draftRevision,
                publishedVersion,
                publishedRevision,
                card,
                publishedAt,
                now,
                told,
                now);
    }

    boolean draftDiffers() {
        return draftRevision != publishedRevision;
    }

    CourseForTrainer view() {
        return new CourseForTrainer(
                id, organisationId, state, (int) revision, publishedVersion, draftDiffers(), draft, changedAt);
    }
}
