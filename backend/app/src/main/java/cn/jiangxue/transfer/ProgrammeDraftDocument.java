package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.transfer.rules.DraftLife.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be the next version of a programme. Its number is its key, so that there is one; what was published is a {@link ProgrammeDocument} of its own.
 *
 * @param writers who wrote some of it, the first its author
 * @param reason why it was given back
 */
record ProgrammeDraftDocument(
        @BsonId String id,
        int schema,
        long revision,
        String programmeId,
        int version,
        UUID institution,
        ProgrammeContent content,
        String hash,
        ProgrammeDraftState state,
        List<UUID> writers,
        @Nullable String reason,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "programme_drafts";
    static final int SCHEMA = 1;

    static ProgrammeDraftDocument draft(
            String programmeId, int version, ProgrammeContent content, UUID author, Instant now) {
        return new ProgrammeDraftDocument(
                ProgrammeDocument.key(programmeId, version),
                SCHEMA,
                1,
                programmeId,
                version,
                content.institution(),
                content,
                ContentHash.ofProgramme(programmeId, version, content),
                ProgrammeDraftState.DRAFT,
                List.of(author),
                null,
                now,
                List.of(),
                null);
    }

    /** Begun anew after it was given up: nobody wrote any of it yet but {@code author}. */
    ProgrammeDraftDocument anew(ProgrammeContent changed, UUID author, Instant now) {
        return with(changed, ProgrammeDraftState.DRAFT, List.of(author), null, now);
    }

    ProgrammeDraftDocument edited(ProgrammeContent changed, UUID by, Instant now) {
        List<UUID> all =
                Stream.concat(writers.stream(), Stream.of(by)).distinct().toList();
        return with(changed, ProgrammeDraftState.DRAFT, all, reason, now);
    }

    ProgrammeDraftDocument moved(ProgrammeDraftState next, @Nullable String why, Instant now) {
        return with(content, next, writers, why, now);
    }

    private ProgrammeDraftDocument with(
            ProgrammeContent changed, ProgrammeDraftState next, List<UUID> by, @Nullable String why, Instant now) {
        return new ProgrammeDraftDocument(
                id,
                schema,
                revision + 1,
                programmeId,
                version,
                changed.institution(),
                changed,
                ContentHash.ofProgramme(programmeId, version, changed),
                next,
                by,
                why,
                now,
                outbox,
                outboxAt);
    }

    ProgrammeDraftDocument telling(List<StoredEvent> events, Instant now) {
        return new ProgrammeDraftDocument(
                id,
                schema,
                revision,
                programmeId,
                version,
                institution,
                content,
                hash,
                state,
                writers,
                reason,
                changedAt,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        return new Standing(
                state,
                revision,
                institution,
                Set.copyOf(writers),
                hash,
                content.effectiveFrom(),
                content.effectiveUntil());
    }
}
