package cn.jiangxue.stating;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.platform.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One import. Whoever runs it holds a lease, which is {@code dueAt}: the instant from which another node may go on. {@code blocks} says how far it came; it grows
 * with the counts in one guarded write, after the rows of the block and their results are durable.
 *
 * @param file the import that the file was sent for: itself, or the one whose file is used again
 * @param blocks of {@link ImportRun#BLOCK} rows that are done
 */
record ImportDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID institutionId,
        LocalText institution,
        UUID startedBy,
        File file,
        boolean dryRun,
        ImportState state,
        int rows,
        int blocks,
        Counts counts,
        @Nullable LocalText problem,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant dueAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "outcome_imports";
    static final int SCHEMA = 1;

    /** How long a file may be used again after it came. */
    static final Duration FILE_KEPT = Duration.ofHours(24);

    record File(UUID id, String name, ImportFormat format, long bytes, String sha256, Instant until) {

        int parts() {
            return Math.toIntExact(Math.ceilDiv(bytes, StatingApi.PART_BYTES));
        }

        /** Bytes of the part with this number. */
        int length(int n) {
            return (int) Math.min(StatingApi.PART_BYTES, bytes - (long) n * StatingApi.PART_BYTES);
        }
    }

    record Counts(int accepted, int already, int refused) {

        static final Counts NONE = new Counts(0, 0, 0);
    }

    boolean isOpen() {
        return state == ImportState.RECEIVING || state == ImportState.WAITING || state == ImportState.RUNNING;
    }

    /** The same in another state, due at the instant. */
    ImportDocument in(ImportState next, Instant due) {
        return with(next, problem, finishedAt, due, outbox, outboxAt);
    }

    ImportDocument ended(ImportState last, @Nullable LocalText why, Instant now) {
        return with(last, why, now, null, outbox, outboxAt);
    }

    ImportDocument telling(List<StoredEvent> events, Instant now) {
        return new ImportDocument(
                id,
                schema,
                revision,
                institutionId,
                institution,
                startedBy,
                file,
                dryRun,
                state,
                rows,
                blocks,
                counts,
                problem,
                createdAt,
                finishedAt,
                dueAt,
                events,
                now);
    }

    private ImportDocument with(
            ImportState next,
            @Nullable LocalText why,
            @Nullable Instant ended,
            @Nullable Instant due,
            List<StoredEvent> events,
            @Nullable Instant eventsAt) {
        return new ImportDocument(
                id,
                schema,
                revision + 1,
                institutionId,
                institution,
                startedBy,
                file,
                dryRun,
                next,
                rows,
                blocks,
                counts,
                why,
                createdAt,
                ended,
                due,
                events,
                eventsAt);
    }

    Import view(int received, String startedByName, Instant now) {
        return new Import(
                id,
                institutionId,
                institution,
                file.name(),
                file.format(),
                file.bytes(),
                file.sha256(),
                dryRun,
                state,
                file.parts(),
                received,
                rows,
                counts.accepted(),
                counts.already(),
                counts.refused(),
                problem,
                startedByName,
                createdAt,
                finishedAt,
                now.isBefore(file.until()) ? file.until() : null);
    }
}
