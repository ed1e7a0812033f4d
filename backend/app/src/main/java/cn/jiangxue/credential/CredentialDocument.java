package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Disclosure;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One issued credential. What was signed never changes; its state and what its holder lets it show do.
 *
 * @param document the signed JSON, as it was issued
 * @param queueKey issue instant and id in one word, the order of every list
 */
record CredentialDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        String number,
        UUID learnerId,
        UUID institutionId,
        Issued issued,
        String document,
        int listNumber,
        int place,
        CredentialState state,
        @Nullable String stateReason,
        List<Disclosure> disclosed,
        String queueKey,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "credentials";
    static final int SCHEMA = 1;

    /** What it says, for lists and pages. */
    record Issued(
            UUID caseId,
            LocalText title,
            String occupationCode,
            LocalText occupation,
            Grade grade,
            LocalText gradeName,
            LocalText metPath,
            LocalText issuer,
            Instant at,
            @Nullable Instant expiresAt) {}

    /** Before it is kept for the first time. */
    CredentialDocument telling(List<StoredEvent> events, Instant now) {
        return new CredentialDocument(
                id,
                schema,
                revision,
                number,
                learnerId,
                institutionId,
                issued,
                document,
                listNumber,
                place,
                state,
                stateReason,
                disclosed,
                queueKey,
                events,
                now);
    }

    CredentialDocument moved(CredentialState next, String reason, List<StoredEvent> events, Instant now) {
        return with(next, reason, disclosed, events, now);
    }

    CredentialDocument showing(List<Disclosure> shown, List<StoredEvent> events, Instant now) {
        return with(state, stateReason, shown, events, now);
    }

    private CredentialDocument with(
            CredentialState nextState,
            @Nullable String reason,
            List<Disclosure> shown,
            List<StoredEvent> events,
            Instant now) {
        return new CredentialDocument(
                id,
                schema,
                revision + 1,
                number,
                learnerId,
                institutionId,
                issued,
                document,
                listNumber,
                place,
                nextState,
                reason,
                shown,
                queueKey,
                events,
                now);
    }
}
