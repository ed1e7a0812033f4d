package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanVersionState;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.evaluation.rules.Approval;
import cn.jiangxue.evaluation.rules.Approval.Hindrance;
import cn.jiangxue.evaluation.rules.Approval.Made;
import cn.jiangxue.evaluation.rules.Approval.Standing;
import cn.jiangxue.evaluation.rules.GradeParts;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One plan with all its versions, its supervisors and what was decided on it. One document, so that it has one decision and a newer version takes the older one's place in the
 * write that approves it.
 *
 * @param pending whether the newest version waits
 * @param queueKey instant of the first filing and id in one word, the order of every list
 */
record PlanDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID employerId,
        LocalText employerName,
        UUID institutionId,
        LocalText institutionName,
        String occupationCode,
        LocalText occupation,
        PlanState state,
        boolean pending,
        List<StoredVersion> versions,
        List<UUID> supervisors,
        List<StoredDecision> decisions,
        List<Happened> history,
        String queueKey,
        Instant filedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "evaluation_plans";
    static final int SCHEMA = 1;

    /** {@code parts}: as they follow from the content and the edition, pinned when it was filed. */
    record StoredVersion(
            int version,
            PlanVersionState state,
            String edition,
            VersionEdit content,
            List<GradeParts> parts,
            UUID filedBy,
            Instant filedAt,
            @Nullable String reason) {

        StoredVersion in(PlanVersionState next, @Nullable String why) {
            return new StoredVersion(version, next, edition, content, parts, filedBy, filedAt, why);
        }
    }

    record StoredDecision(
            UUID id, PlanDecisionKind kind, String reason, UUID officerId, Instant at, long revisionAfter) {
        Made made() {
            return new Made(id, kind, reason, officerId, revisionAfter);
        }
    }

    record Happened(
            Instant at, LocalText what, UUID by, @Nullable String reason) {}

    /** The version that holds; empty before the first approval. */
    Optional<StoredVersion> approved() {
        return versions.stream()
                .filter(version -> version.state() == PlanVersionState.APPROVED)
                .findFirst();
    }

    StoredVersion newest() {
        return versions.getLast();
    }

    /** What keeps a sitting from beginning on a day; empty when nothing does. */
    Optional<Hindrance> hindrance(LocalDate day) {
        Optional<VersionEdit> content = approved().map(StoredVersion::content);
        return Optional.ofNullable(Approval.hindrance(
                state,
                content.map(VersionEdit::from).orElse(null),
                content.map(VersionEdit::until).orElse(null),
                day));
    }

    Standing standing() {
        return new Standing(
                state,
                pending,
                revision,
                versions.stream().map(StoredVersion::filedBy).collect(Collectors.toUnmodifiableSet()),
                supervisors.size(),
                decisions.stream().map(StoredDecision::made).toList());
    }

    /** The next revision, with another version that waits. */
    PlanDocument filed(StoredVersion version, Happened event) {
        PlanState next = state == PlanState.RETURNED ? PlanState.FILED : state;
        return next(next, true, plus(versions, version), supervisors, decisions, event);
    }

    /** The next revision, after a decision. */
    PlanDocument decided(StoredDecision decision, Happened event) {
        List<StoredVersion> now = switch (decision.kind()) {
            case APPROVE ->
                versions.stream()
                        .map(version -> version == newest()
                                ? version.in(PlanVersionState.APPROVED, null)
                                : version.state() == PlanVersionState.APPROVED
                                        ? version.in(PlanVersionState.SUPERSEDED, null)
                                        : version)
                        .toList();
            case RETURN, WITHDRAW ->
                versions.stream()
                        .map(version -> version.state() == PlanVersionState.FILED
                                ? version.in(PlanVersionState.RETURNED, decision.reason())
                                : version)
                        .toList();
            case SUSPEND, RESUME -> versions;
        };
        boolean waits = switch (decision.kind()) {
            case APPROVE, RETURN, WITHDRAW -> false;
            case SUSPEND, RESUME -> pending;
        };
        return next(Approval.next(state, decision.kind()), waits, now, supervisors, plus(decisions, decision), event);
    }

    /** The next revision, with other supervisors. */
    PlanDocument supervisedBy(List<UUID> named, Happened event) {
        return next(state, pending, versions, named, decisions, event);
    }

    private PlanDocument next(
            PlanState stateNow,
            boolean pendingNow,
            List<StoredVersion> versionsNow,
            List<UUID> supervisorsNow,
            List<StoredDecision> decisionsNow,
            Happened event) {
        return new PlanDocument(
                id,
                schema,
                revision + 1,
                employerId,
                employerName,
                institutionId,
                institutionName,
                occupationCode,
                occupation,
                stateNow,
                pendingNow,
                versionsNow,
                supervisorsNow,
                decisionsNow,
                plus(history, event),
                queueKey,
                filedAt,
                outbox,
                outboxAt);
    }

    PlanDocument telling(List<StoredEvent> events, Instant now) {
        return new PlanDocument(
                id,
                schema,
                revision,
                employerId,
                employerName,
                institutionId,
                institutionName,
                occupationCode,
                occupation,
                state,
                pending,
                versions,
                supervisors,
                decisions,
                history,
                queueKey,
                filedAt,
                events,
                events.isEmpty() ? null : now);
    }

    private static <T> List<T> plus(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
