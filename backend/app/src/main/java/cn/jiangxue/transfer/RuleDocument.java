package cn.jiangxue.transfer;

import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.transfer.rules.Lifecycle;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import cn.jiangxue.transfer.rules.Lifecycle.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule with all signatures, so that it has one decision.
 *
 * @param id rule and version; its order is that of lists
 * @param writers persons who wrote in it; null in drafts of earlier releases and where a file vouches for it
 * @param sent whether anyone but the author may see it
 * @param from first civil date on which it holds
 * @param until first civil date on which it no longer holds; {@link Lifecycle#NEVER} while it is without end
 * @param words what text search looks at
 */
record RuleDocument(
        @BsonId String id,
        int schema,
        long revision,
        String ruleId,
        int version,
        String programme,
        Stage stage,
        boolean sent,
        UUID author,
        @Nullable List<UUID> writers,
        List<UUID> parties,
        RuleContent content,
        String hash,
        List<StoredSignature> signatures,
        @Nullable LocalDate publishedOn,
        LocalDate from,
        LocalDate until,
        @Nullable String reason,
        String words,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "rule_versions";
    static final int SCHEMA = 1;

    /** {@code personId} stays inside: the public record names institutions only. Null for a signature that an imported file vouches for. */
    record StoredSignature(UUID institution, @Nullable UUID personId, Instant at) {}

    static String key(String ruleId, int version) {
        return "%s@%05d".formatted(ruleId, version);
    }

    static RuleDocument draft(String ruleId, int version, UUID author, UUID writer, RuleContent content, Instant now) {
        return draft(ruleId, version, author, List.of(writer), content, now);
    }

    private static RuleDocument draft(
            String ruleId, int version, UUID author, @Nullable List<UUID> writers, RuleContent content, Instant now) {
        return new RuleDocument(
                key(ruleId, version),
                SCHEMA,
                1,
                ruleId,
                version,
                content.programme(),
                Stage.DRAFT,
                false,
                author,
                writers,
                content.parties(),
                content,
                ContentHash.ofRule(ruleId, version, content),
                List.of(),
                null,
                content.effectiveFrom(),
                end(content),
                null,
                words(ruleId, content),
                now,
                List.of(),
                null);
    }

    /** As a file vouches for it: signed by all it holds from its own date on. */
    static RuleDocument imported(String ruleId, int version, List<UUID> signed, RuleContent content, Instant now) {
        RuleDocument draft = draft(
                ruleId,
                version,
                signed.isEmpty() ? content.parties().getFirst() : signed.getFirst(),
                (List<UUID>) null,
                content,
                now);
        boolean all = new HashSet<>(signed).containsAll(content.parties());
        return draft.with(
                all ? Stage.PUBLISHED : Stage.CONSULTATION,
                1,
                signed.stream()
                        .map(party -> new StoredSignature(party, null, now))
                        .toList(),
                all ? content.effectiveFrom() : null,
                draft.until,
                null,
                now);
    }

    private static LocalDate end(RuleContent content) {
        return content.effectiveUntil() == null ? Lifecycle.NEVER : content.effectiveUntil();
    }

    private static String words(String ruleId, RuleContent content) {
        return Stream.of(
                        ruleId,
                        content.name().zh(),
                        content.name().en(),
                        content.grounds().wording().zh(),
                        content.grounds().wording().en())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    RuleDocument edited(UUID writer, RuleContent changed, Instant now) {
        List<UUID> all =
                Stream.concat(written().stream(), Stream.of(writer)).distinct().toList();
        RuleDocument fresh = draft(ruleId, version, author, all, changed, now);
        return fresh.with(Stage.DRAFT, revision + 1, List.of(), null, fresh.until, null, now);
    }

    /** The next revision in another stage. */
    RuleDocument moved(Stage next, @Nullable String why, Instant now) {
        return with(next, revision + 1, signatures, publishedOn, until, why, now);
    }

    RuleDocument signed(StoredSignature signature, Stage next, LocalDate today, Instant now) {
        List<StoredSignature> all =
                Stream.concat(signatures.stream(), Stream.of(signature)).toList();
        return with(next, revision + 1, all, next == Stage.PUBLISHED ? today : null, until, null, now);
    }

    /** No longer holds from that date on, or from its own end if that is sooner; the same revision. */
    RuleDocument ending(LocalDate date) {
        return with(stage, revision, signatures, publishedOn, date.isBefore(until) ? date : until, reason, changedAt);
    }

    private RuleDocument with(
            Stage next,
            long nextRevision,
            List<StoredSignature> nextSignatures,
            @Nullable LocalDate published,
            LocalDate nextUntil,
            @Nullable String why,
            Instant now) {
        return new RuleDocument(
                id,
                schema,
                nextRevision,
                ruleId,
                version,
                programme,
                next,
                sent || next == Stage.CONSULTATION || next == Stage.PUBLISHED,
                author,
                writers,
                parties,
                content,
                hash,
                nextSignatures,
                published,
                Lifecycle.heldFrom(content.effectiveFrom(), published),
                nextUntil,
                why,
                words,
                now,
                outbox,
                outboxAt);
    }

    RuleDocument telling(List<StoredEvent> events, Instant now) {
        return new RuleDocument(
                id,
                schema,
                revision,
                ruleId,
                version,
                programme,
                stage,
                sent,
                author,
                writers,
                parties,
                content,
                hash,
                signatures,
                publishedOn,
                from,
                until,
                reason,
                words,
                changedAt,
                events,
                events.isEmpty() ? null : now);
    }

    Set<UUID> signedBy() {
        return signatures.stream().map(StoredSignature::institution).collect(Collectors.toUnmodifiableSet());
    }

    private Set<UUID> written() {
        return writers == null ? Set.of() : Set.copyOf(writers);
    }

    Standing standing() {
        Set<UUID> signers = signatures.stream()
                .map(StoredSignature::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new Standing(stage, revision, author, written(), Set.copyOf(parties), signedBy(), signers, hash);
    }
}
