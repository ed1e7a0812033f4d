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
import cn.jiangxue.promotion.Dossier.StoredDecision;
import cn.jiangxue.promotion.rules.Examination;
import cn.jiangxue.promotion.rules.Examination.Sheet;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.promotion.rules.Review.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One application for a grade, with all that came to it. One document, so that it has one decision.
 *
 * @param openKey occupation and grade while open, afterwards its own id, or the year of the contest that promoted: a unique index keeps a second one away
 * @param queueKey submission instant and id in one word, the order of every list
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
        String queueKey,
        Dossier dossier,
        @Nullable UUID credentialId,
        @Nullable LocalDate actBy,
        Instant submittedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "promotion_cases";
    static final int SCHEMA = 3;

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

    /** {@code path} null: from the time before there were paths. */
    record Asked(
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            @Nullable PromotionPath path,
            @Nullable Achievement achievement,
            @Nullable ContestResult contest) {}

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
                now + "/" + id,
                dossier,
                null,
                actBy,
                now,
                List.of(),
                null);
    }

    /** The next revision. */
    CaseDocument next(
            CaseState nextState, Dossier changed, @Nullable LocalDate nextActBy, @Nullable UUID nextCredentialId) {
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
                queueKey,
                changed,
                nextCredentialId,
                nextActBy,
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
                queueKey,
                dossier,
                credentialId,
                actBy,
                submittedAt,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        StoredDecision last = lastDecision();
        return new Standing(
                state,
                (int) revision,
                personId,
                asked.path(),
                dossier.evidence().size(),
                !dossier.examination().isEmpty(),
                Examination.missing(dossier.examination(), dossier.marks()),
                dossier.assessors(),
                last == null ? null : last.made());
    }

    Sheet sheet() {
        return new Sheet(state, personId, dossier.officers(), dossier.examination(), dossier.marks());
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
                && dossier.statement().equals(application.statement().strip());
    }
}
