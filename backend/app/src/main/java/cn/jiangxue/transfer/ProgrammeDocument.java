package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.transfer.rules.Lifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a programme, published by the institution that awards. It is never changed; a newer version in force takes its place.
 *
 * @param until first civil date on which it no longer holds by itself; {@link Lifecycle#NEVER} while it is without end
 */
record ProgrammeDocument(
        @BsonId String id,
        int schema,
        long revision,
        String programmeId,
        int version,
        ProgrammeContent content,
        String hash,
        LocalDate from,
        LocalDate until,
        Instant publishedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "programme_versions";
    static final int SCHEMA = 1;

    static String key(String programmeId, int version) {
        return RuleDocument.key(programmeId, version);
    }

    /** @param from the date its content names, or the day it is published when that came later */
    static ProgrammeDocument published(
            String programmeId, int version, ProgrammeContent content, LocalDate from, Instant now) {
        return new ProgrammeDocument(
                key(programmeId, version),
                SCHEMA,
                1,
                programmeId,
                version,
                content,
                ContentHash.ofProgramme(programmeId, version, content),
                from,
                content.effectiveUntil() == null ? Lifecycle.NEVER : content.effectiveUntil(),
                now,
                List.of(),
                null);
    }

    ProgrammeDocument telling(List<StoredEvent> events, Instant now) {
        return new ProgrammeDocument(
                id,
                schema,
                revision,
                programmeId,
                version,
                content,
                hash,
                from,
                until,
                publishedAt,
                events,
                events.isEmpty() ? null : now);
    }

    Programme programme() {
        return ProgrammeContents.programme(programmeId, version, content);
    }
}
