package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.priorlearning.rules.Assessed;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.priorlearning.rules.Claims.Made;
import cn.jiangxue.priorlearning.rules.Claims.Standing;
import cn.jiangxue.vocabulary.Escalated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One claim, with all that came to it. One document, so that it has one decision.
 *
 * @param openKey the line while open, its own id afterwards: a unique index keeps a second open one away
 * @param line occupation and grade: what else was claimed there is found by it
 * @param queueKey submission instant and id in one word, the order of every list
 * @param remindedFor the last day to act of which the claimant was reminded; null before the first time
 * @param escalated set while the step it is at is overdue and the organisation above was told
 */
record ClaimDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        UUID personId,
        UUID institutionId,
        LocalText institutionName,
        Asked asked,
        ClaimState state,
        boolean open,
        String openKey,
        String line,
        String queueKey,
        Dossier dossier,
        @Nullable LocalDate actBy,
        @Nullable LocalDate remindedFor,
        @Nullable Escalated escalated,
        Instant submittedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "prior_learning_claims";
    static final int SCHEMA = 1;

    /** One unit as the edition has it, and what the claimant says about it. */
    record AskedUnit(String id, LocalText name, int weightPercent, String statement) {}

    /** {@code level}: of the qualifications framework, at which the grade stands. */
    record Asked(
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            int level,
            List<AskedUnit> units) {

        List<String> unitIds() {
            return units.stream().map(AskedUnit::id).toList();
        }
    }

    record StoredFile(List<String> unitIds, Evidence file) {}

    record StoredAppointment(UUID id, Method method, Instant at, String place, UUID assessor) {}

    record StoredAssessment(
            UUID id,
            String unitId,
            Method method,
            LocalDate heldOn,
            List<Criterion> criteria,
            @Nullable Boolean met,
            @Nullable Integer mark,
            String words,
            UUID assessor,
            Instant at) {

        Assessed assessed() {
            return new Assessed(id, unitId, method, Set.copyOf(criteria), met, mark, assessor);
        }
    }

    record StoredRequest(UUID id, String reason, UUID by) {}

    record StoredDecision(UUID id, List<UnitDecision> units, UUID officer, Instant at) {}

    record Happened(
            Instant at,
            LocalText what,
            @Nullable UUID by,
            @Nullable String reason) {}

    record Dossier(
            List<StoredFile> files,
            List<StoredAppointment> appointments,
            List<StoredAssessment> assessments,
            List<StoredRequest> requests,
            List<Happened> history,
            @Nullable StoredDecision decision) {

        static Dossier begun(Happened submitted) {
            return new Dossier(List.of(), List.of(), List.of(), List.of(), List.of(submitted), null);
        }

        Dossier with(Happened event) {
            return new Dossier(files, appointments, assessments, requests, plus(history, event), decision);
        }

        Dossier with(StoredFile file) {
            return new Dossier(plus(files, file), appointments, assessments, requests, history, decision);
        }

        Dossier with(StoredAppointment made) {
            return new Dossier(files, plus(appointments, made), assessments, requests, history, decision);
        }

        Dossier with(StoredAssessment record) {
            return new Dossier(files, appointments, plus(assessments, record), requests, history, decision);
        }

        Dossier with(StoredRequest request) {
            return new Dossier(files, appointments, assessments, plus(requests, request), history, decision);
        }

        Dossier with(StoredDecision made) {
            return new Dossier(files, appointments, assessments, requests, history, made);
        }

        private static <T> List<T> plus(List<T> list, T next) {
            return Stream.concat(list.stream(), Stream.of(next)).toList();
        }
    }

    static String line(String occupationCode, Grade grade) {
        return occupationCode + "/" + grade;
    }

    static ClaimDocument submitted(
            UUID id,
            UUID learnerId,
            UUID personId,
            UUID institutionId,
            LocalText institutionName,
            Asked asked,
            Dossier dossier,
            LocalDate actBy,
            Instant now) {
        String line = line(asked.occupationCode(), asked.grade());
        return new ClaimDocument(
                id,
                SCHEMA,
                1,
                learnerId,
                personId,
                institutionId,
                institutionName,
                asked,
                ClaimState.SUBMITTED,
                true,
                line,
                line,
                "%013d/%s".formatted(now.toEpochMilli(), id),
                dossier,
                actBy,
                null,
                null,
                now,
                List.of(),
                null);
    }

    /** The next revision. */
    ClaimDocument next(ClaimState nextState, Dossier changed, @Nullable LocalDate nextActBy) {
        Escalated still = Objects.equals(nextActBy, actBy) ? escalated : null;
        return next(nextState, changed, nextActBy, remindedFor, still);
    }

    /** The next revision, after the claimant was reminded of its day. */
    ClaimDocument reminded() {
        return next(state, dossier, actBy, actBy, escalated);
    }

    /** The next revision, after its step was found overdue. */
    ClaimDocument escalated(Escalated now, Happened event) {
        return next(state, dossier.with(event), actBy, remindedFor, now);
    }

    private ClaimDocument next(
            ClaimState nextState,
            Dossier changed,
            @Nullable LocalDate nextActBy,
            @Nullable LocalDate nowRemindedFor,
            @Nullable Escalated nowEscalated) {
        boolean staysOpen = Claims.isOpen(nextState);
        return new ClaimDocument(
                id,
                schema,
                revision + 1,
                learnerId,
                personId,
                institutionId,
                institutionName,
                asked,
                nextState,
                staysOpen,
                staysOpen ? line : id.toString(),
                line,
                queueKey,
                changed,
                nextActBy,
                nowRemindedFor,
                nowEscalated,
                submittedAt,
                outbox,
                outboxAt);
    }

    /** The next revision in the same state. */
    ClaimDocument next(Dossier changed) {
        return next(state, changed, actBy);
    }

    ClaimDocument telling(List<StoredEvent> events, Instant now) {
        return new ClaimDocument(
                id,
                schema,
                revision,
                learnerId,
                personId,
                institutionId,
                institutionName,
                asked,
                state,
                open,
                openKey,
                line,
                queueKey,
                dossier,
                actBy,
                remindedFor,
                escalated,
                submittedAt,
                events,
                events.isEmpty() ? null : now);
    }

    List<Assessed> assessed() {
        return dossier.assessments().stream().map(StoredAssessment::assessed).toList();
    }

    /** {@code awardedElsewhere}: units of this line that the claimant's other claims awarded. */
    Standing standing(Set<String> awardedElsewhere) {
        StoredDecision decided = dossier.decision();
        return new Standing(
                state,
                revision,
                personId,
                asked.unitIds(),
                awardedElsewhere,
                assessed(),
                decided == null ? null : new Made(decided.id(), decided.units(), decided.officer()));
    }

    /** The units that its decision awarded; none before there is one. */
    Set<String> awarded() {
        StoredDecision decided = dossier.decision();
        return decided == null ? Set.of() : Claims.awarded(decided.units());
    }
}
