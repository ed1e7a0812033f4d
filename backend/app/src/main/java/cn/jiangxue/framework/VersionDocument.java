package cn.jiangxue.framework;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.framework.rules.Lifecycle.Standing;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of an occupational standard or of the framework, so that it has one decision.
 *
 * @param id subject and version; its order is that of lists
 * @param content in its fixed form, {@link Contents#text}
 * @param writers who drafted and edited it, the first its author; empty for sample data
 * @param closesOn last day of the consultation
 * @param from first civil date on which it holds, null until it is adopted
 * @param until first civil date on which a newer one holds; {@link Lifecycle#NEVER} while there is none
 * @param words what text search looks at
 */
record VersionDocument(
        @BsonId String id,
        int schema,
        long revision,
        VersionKind kind,
        String subject,
        int version,
        LocalText name,
        String edition,
        Stage stage,
        String content,
        String hash,
        List<UUID> writers,
        @Nullable UUID adoptedBy,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate from,
        LocalDate until,
        @Nullable Integer supersededBy,
        @Nullable String reason,
        String words,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "standard_versions";
    static final int SCHEMA = 1;

    static String key(String subject, int version) {
        return "%s@%05d".formatted(subject, version);
    }

    static VersionDocument draft(
            VersionKind kind, String subject, int version, VersionContent content, List<UUID> writers, Instant now) {
        String text = Contents.text(content);
        LocalText name = Contents.name(content);
        return new VersionDocument(
                key(subject, version),
                SCHEMA,
                1,
                kind,
                subject,
                version,
                name,
                Contents.edition(content),
                Stage.DRAFT,
                text,
                Contents.hash(subject, version, text),
                List.copyOf(writers),
                null,
                null,
                null,
                Lifecycle.NEVER,
                null,
                null,
                String.join("\n", subject, name.zh(), name.en(), Contents.edition(content))
                        .toLowerCase(Locale.ROOT),
                now,
                List.of(),
                null);
    }

    /** Sample data: in force from its own date, written by nobody. */
    static VersionDocument sample(VersionKind kind, VersionContent content, Instant now) {
        VersionDocument first = draft(kind, Contents.subject(content), 1, content, List.of(), now);
        return first.with(1, Stage.ADOPTED, null, null, Contents.meantFrom(content), null, now);
    }

    VersionDocument edited(VersionContent changed, UUID by, Instant now) {
        List<UUID> all =
                Stream.concat(writers.stream(), Stream.of(by)).distinct().toList();
        VersionDocument fresh = draft(kind, subject, version, changed, all, now);
        return fresh.with(revision + 1, Stage.DRAFT, null, null, null, reason, now);
    }

    VersionDocument consulted(LocalDate closing, Instant now) {
        return with(revision + 1, Stage.CONSULTATION, null, closing, null, null, now);
    }

    VersionDocument adopted(UUID by, LocalDate holdsFrom, Instant now) {
        return with(revision + 1, Stage.ADOPTED, by, closesOn, holdsFrom, null, now);
    }

    /** Back to draft, or given up, with the reason. */
    VersionDocument moved(Stage next, String why, Instant now) {
        return with(revision + 1, next, null, null, null, why, now);
    }

    private VersionDocument with(
            long nextRevision,
            Stage next,
            @Nullable UUID by,
            @Nullable LocalDate closing,
            @Nullable LocalDate holdsFrom,
            @Nullable String why,
            Instant now) {
        return new VersionDocument(
                id,
                schema,
                nextRevision,
                kind,
                subject,
                version,
                name,
                edition,
                next,
                content,
                hash,
                writers,
                by,
                closing,
                holdsFrom,
                until,
                supersededBy,
                why,
                words,
                now,
                outbox,
                outboxAt);
    }

    /** As it is once a newer version holds from that date. */
    VersionDocument superseded(int by, LocalDate date) {
        return new VersionDocument(
                id,
                schema,
                revision + 1,
                kind,
                subject,
                version,
                name,
                edition,
                stage,
                content,
                hash,
                writers,
                adoptedBy,
                closesOn,
                from,
                date,
                by,
                reason,
                words,
                changedAt,
                outbox,
                outboxAt);
    }

    VersionDocument telling(List<StoredEvent> events, Instant now) {
        return new VersionDocument(
                id,
                schema,
                revision,
                kind,
                subject,
                version,
                name,
                edition,
                stage,
                content,
                hash,
                writers,
                adoptedBy,
                closesOn,
                from,
                until,
                supersededBy,
                reason,
                words,
                changedAt,
                events,
                events.isEmpty() ? null : now);
    }

    VersionContent read() {
        return Contents.of(kind, content);
    }

    Standing standing(LocalDate earliestFrom) {
        return new Standing(stage, revision, Set.copyOf(writers), closesOn, hash, earliestFrom);
    }
}
