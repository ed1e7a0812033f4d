package cn.jiangxue.promotion;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Achievement;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.platform.SchemaUpgrade;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.Dossier.StoredDecision;
import cn.jiangxue.promotion.rules.Examination;
import cn.jiangxue.promotion.rules.Examination.Result;
import cn.jiangxue.promotion.rules.Examination.Sheet;
import cn.jiangxue.promotion.rules.Oversight;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.promotion.rules.Review.Standing;
import cn.jiangxue.vocabulary.Escalated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One application for a grade, with all that came to it. One document, so that it has one decision.
 *
 * @param openKey occupation and grade while open, afterwards its own id, or the year of the contest that promoted: a unique index keeps a second one away
 * @param awaitsSupervisor whether a complete sitting waits for a supervisor's confirmation
 * @param queueKey submission instant and id in one word, the order of every list
 * @param remindedFor the last day to act of which the applicant was reminded; null before the first time
 * @param escalated set while the step it is at is overdue and the organisation above was told
 */
record CaseDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        UUID personId,
        UUID institutionId,
        LocalText institutionName,
        Asked asked,
        CaseState state,
        boolean open,
        String openKey,
        boolean awaitsSupervisor,
        String queueKey,
        Dossier dossier,
        @Nullable UUID credentialId,
        @Nullable LocalDate actBy,
        @Nullable LocalDate remindedFor,
        @Nullable Escalated escalated,
        Instant submittedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "promotion_cases";
    static final int SCHEMA = 4;

    /** Begins the key of applications that a contest's result was approved in; its year follows. */
    static final String CONTEST = "CONTEST/";

    /** Before there were titles, diplomas and appointments. */
    static final SchemaUpgrade WITH_QUALIFICATIONS = new SchemaUpgrade(1, older -> {
        BsonDocument newer = older.clone();
        newer.getDocument("dossier").put("qualifications", new BsonArray());
        newer.put("schema", new BsonInt32(2));
        return newer;
    });

    /** Before there were paths. Such an application is decided without marks. */
    static final SchemaUpgrade WITH_EXAMINATION = new SchemaUpgrade(2, older -> {
        BsonDocument newer = older.clone();
        newer.getDocument("dossier").put("examination", new BsonArray());
        newer.getDocument("dossier").put("marks", new BsonArray());
        newer.put("schema", new BsonInt32(3));
        return newer;
    });

    /** Before enterprises examined. */
    static final SchemaUpgrade WITH_OVERSIGHT = new SchemaUpgrade(3, older -> {
        BsonDocument newer = older.clone();
        newer.getDocument("dossier").put("confirmations", new BsonArray());
        newer.put("awaitsSupervisor", BsonBoolean.FALSE);
        newer.put("schema", new BsonInt32(4));
        return newer;
    });

    /** The plan that the enterprise examines under, and its version that held when the application was made. */
    record Under(UUID planId, int version, UUID employerId, LocalText employerName) {}

    /** {@code path} null: from the time before there were paths. {@code under} null: no enterprise examines. */
    record Asked(
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            @Nullable PromotionPath path,
            @Nullable Achievement achievement,
            @Nullable ContestResult contest,
            @Nullable Under under) {}

    static CaseDocument submitted(
            UUID id,
            UUID learnerId,
            UUID personId,
            UUID institutionId,
            LocalText institutionName,
            Asked asked,
            Dossier dossier,
            LocalDate actBy,
            Instant now) {
        return new CaseDocument(
                id,
                SCHEMA,
                1,
                learnerId,
                personId,
                institutionId,
                institutionName,
                asked,
                CaseState.SUBMITTED,
                true,
                Eligibilities.openKey(asked.occupationCode(), asked.grade()),
                false,
                now + "/" + id,
                dossier,
                null,
                actBy,
                null,
                null,
                now,
                List.of(),
                null);
    }

    /** The next revision. */
    CaseDocument next(
            CaseState nextState, Dossier changed, @Nullable LocalDate nextActBy, @Nullable UUID nextCredentialId) {
        Escalated still = Objects.equals(nextActBy, actBy) ? escalated : null;
        return next(nextState, changed, nextActBy, nextCredentialId, remindedFor, still);
    }

    /** The next revision, after the applicant was reminded of its day. */
    CaseDocument reminded() {
        return next(state, dossier, actBy, credentialId, actBy, escalated);
    }

    /** The next revision, after its step was found overdue. */
    CaseDocument escalated(Escalated now, Happened event) {
        return next(state, dossier.with(event), actBy, credentialId, remindedFor, now);
    }

    private CaseDocument next(
            CaseState nextState,
            Dossier changed,
            @Nullable LocalDate nextActBy,
            @Nullable UUID nextCredentialId,
            @Nullable LocalDate nowRemindedFor,
            @Nullable Escalated nowEscalated) {
        boolean staysOpen = Review.isOpen(nextState);
        return new CaseDocument(
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
                staysOpen ? openKey : closedKey(nextState),
                nextState == CaseState.IN_EXAMINATION
                        && !Oversight.awaited(results(changed)).isEmpty(),
                queueKey,
                changed,
                nextCredentialId,
                nextActBy,
                nowRemindedFor,
                nowEscalated,
                submittedAt,
                outbox,
                outboxAt);
    }

    /** One contest of a civil year promotes a person once: the unique key holds even when two officers approve two applications at once. */
    private String closedKey(CaseState nextState) {
        ContestResult contest = asked.contest();
        return nextState == CaseState.APPROVED && contest != null
                ? contestKey(contest.heldOn().getYear())
                : id.toString();
    }

    static String contestKey(int year) {
        return CONTEST + year;
    }

    CaseDocument telling(List<StoredEvent> events, Instant now) {
        return new CaseDocument(
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
                awaitsSupervisor,
                queueKey,
                dossier,
                credentialId,
                actBy,
                remindedFor,
                escalated,
                submittedAt,
                events,
                events.isEmpty() ? null : now);
    }

    /** Every part of the examination as it stands. */
    List<Result> results() {
        return results(dossier);
    }

    /** As above, with what came to the application since. */
    List<Result> results(Dossier changed) {
        return Examination.results(changed.examination(), changed.marks(), oversight(changed));
    }

    Oversight oversight() {
        return oversight(dossier);
    }

    private Oversight oversight(Dossier changed) {
        return asked.under() == null ? Oversight.NONE : new Oversight(true, changed.confirmations());
    }

    /** {@code plan}: under which an enterprise examines, as it is today; null where the institution does. */
    Standing standing(@Nullable PlanToday plan) {
        StoredDecision last = lastDecision();
        Set<UUID> supervisors = new HashSet<>(oversight().supervisors());
        if (plan != null) {
            supervisors.addAll(plan.supervisors());
        }
        return new Standing(
                state,
                (int) revision,
                personId,
                asked.path(),
                dossier.evidence().size(),
                !dossier.examination().isEmpty(),
                Examination.missing(results()),
                Oversight.awaited(results()),
                dossier.assessors(),
                supervisors,
                last == null ? null : last.made());
    }

    Sheet sheet(@Nullable PlanToday plan) {
        return new Sheet(
                state, personId, dossier.officers(), dossier.examination(), dossier.marks(), oversight(), plan);
    }

    /** The organisation whose assessors mark it. */
    UUID examinerId() {
        Under under = asked.under();
        return under == null ? institutionId : under.employerId();
    }

    @Nullable
    StoredDecision lastDecision() {
        return dossier.decisions().isEmpty() ? null : dossier.decisions().getLast();
    }

    /** Whether it was made by this application. */
    boolean isOf(Application application) {
        return asked.occupationCode().equals(application.occupationCode())
                && asked.grade() == application.grade()
                && institutionId.equals(application.institutionId())
                && asked.path() == application.path()
                && asked.achievement() == application.achievement()
                && Objects.equals(asked.contest(), application.contest())
                && Objects.equals(asked.under() == null ? null : asked.under().planId(), application.planId())
                && dossier.statement().equals(application.statement().strip());
    }
}
