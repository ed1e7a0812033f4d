package cn.jiangxue.reexamination;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.promotion.DecidedCases.Parts;
import cn.jiangxue.promotion.GradeDecided;
import cn.jiangxue.reexamination.rules.Standing;
import cn.jiangxue.reexamination.rules.Steps;
import cn.jiangxue.reexamination.rules.Took;
import cn.jiangxue.vocabulary.Escalated;
import cn.jiangxue.vocabulary.GradeNames;
import java.nio.charset.StandardCharsets;
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
 * One re-examination, with all that came to it. One document, so that it has one decision.
 *
 * @param id made of the credential's
 * @param within the institution and all above it, topmost first
 * @param tookPart everybody who had a part in the application
 * @param remindedFor the last day to act of which somebody was reminded, the learner or whoever took it; null before the first time
 * @param escalated set while it is overdue and the organisation above was told
 * @param queueKey instant of the draw and id in one word, the order of every list
 */
record ReexaminationDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        List<UUID> within,
        List<UUID> tookPart,
        String period,
        Graded graded,
        ReexaminationState state,
        boolean open,
        String queueKey,
        File file,
        @Nullable LocalDate actBy,
        @Nullable LocalDate remindedFor,
        @Nullable Escalated escalated,
        Instant drawnAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "reexaminations";
    static final int SCHEMA = 1;

    /** The grade, as it was decided. */
    record Graded(
            UUID caseId,
            UUID credentialId,
            UUID personId,
            UUID institutionId,
            LocalText institutionName,
            LocalText occupation,
            LocalText gradeName,
            List<UUID> officers,
            List<UUID> assessors) {

        /** What it is called in messages. */
        LocalText what() {
            return GradeNames.inOccupation(occupation, gradeName);
        }
    }

    record StoredFinding(UUID id, FindingKind kind, String reason, UUID by, Instant at, LocalDate hearUntil) {}

    record StoredStatement(String words, Instant at) {}

    record StoredRuling(UUID id, RulingKind kind, String reason, UUID by, Instant at) {}

    record Happened(
            Instant at,
            LocalText what,
            @Nullable UUID by,
            @Nullable String reason) {}

    /** What came of it so far. */
    record File(
            @Nullable UUID reviewer,
            List<Evidence> evidence,
            @Nullable StoredFinding finding,
            @Nullable StoredStatement statement,
            @Nullable StoredRuling ruling,
            List<Happened> history) {

        File with(Happened event) {
            return new File(reviewer, evidence, finding, statement, ruling, plus(history, event));
        }

        File with(Evidence added) {
            return new File(reviewer, plus(evidence, added), finding, statement, ruling, history);
        }

        File takenBy(UUID person) {
            return new File(person, evidence, finding, statement, ruling, history);
        }

        File with(StoredFinding made) {
            return new File(reviewer, evidence, made, statement, ruling, history);
        }

        File with(StoredStatement said) {
            return new File(reviewer, evidence, finding, said, ruling, history);
        }

        File with(StoredRuling made) {
            return new File(reviewer, evidence, finding, statement, made, history);
        }

        private static <T> List<T> plus(List<T> list, T next) {
            return Stream.concat(list.stream(), Stream.of(next)).toList();
        }
    }

    static UUID id(UUID credentialId) {
        return UUID.nameUUIDFromBytes(("reexamination/" + credentialId).getBytes(StandardCharsets.UTF_8));
    }

    static ReexaminationDocument drawn(
            GradeDecided grade, List<UUID> within, Parts parts, String period, LocalDate actBy, Instant now) {
        UUID id = id(grade.credentialId());
        Took took = new Took(parts.applicant(), parts.officers(), parts.assessors());
        Happened event =
                new Happened(now, new LocalText("该等级被抽中复核", "The grade was drawn for re-examination"), null, null);
        return new ReexaminationDocument(
                id,
                SCHEMA,
                1,
                grade.learnerId(),
                within,
                List.copyOf(took.everybody()),
                period,
                new Graded(
                        grade.caseId(),
                        grade.credentialId(),
                        grade.personId(),
                        grade.institutionId(),
                        grade.institutionName(),
                        grade.occupation(),
                        grade.gradeName(),
                        List.copyOf(parts.officers()),
                        List.copyOf(parts.assessors())),
                ReexaminationState.DRAWN,
                true,
                "%013d/%s".formatted(now.toEpochMilli(), id),
                new File(null, List.of(), null, null, null, List.of(event)),
                actBy,
                null,
                null,
                now,
                List.of(),
                null);
    }

    /** The next revision. */
    ReexaminationDocument next(ReexaminationState nextState, File changed, @Nullable LocalDate nextActBy) {
        Escalated still = Objects.equals(nextActBy, actBy) ? escalated : null;
        return next(nextState, changed, nextActBy, remindedFor, still);
    }

    /** The next revision, after a reminder of this day. */
    ReexaminationDocument reminded(LocalDate day) {
        return next(state, file, actBy, day, escalated);
    }

    /** The next revision, after it was found overdue. */
    ReexaminationDocument escalated(Escalated now, Happened event) {
        return next(state, file.with(event), actBy, remindedFor, now);
    }

    /** The organisation directly above the institution, as it was at the draw; null where there was none. */
    @Nullable
    UUID above() {
        return within.size() > 1 ? within.get(within.size() - 2) : null;
    }

    private ReexaminationDocument next(
            ReexaminationState nextState,
            File changed,
            @Nullable LocalDate nextActBy,
            @Nullable LocalDate nowRemindedFor,
            @Nullable Escalated nowEscalated) {
        return new ReexaminationDocument(
                id,
                schema,
                revision + 1,
                learnerId,
                within,
                tookPart,
                period,
                graded,
                nextState,
                Steps.isOpen(nextState),
                queueKey,
                changed,
                nextActBy,
                nowRemindedFor,
                nowEscalated,
                drawnAt,
                outbox,
                outboxAt);
    }

    /** The next revision in the same state. */
    ReexaminationDocument next(File changed) {
        return next(state, changed, actBy);
    }

    ReexaminationDocument telling(List<StoredEvent> events, Instant now) {
        return new ReexaminationDocument(
                id,
                schema,
                revision,
                learnerId,
                within,
                tookPart,
                period,
                graded,
                state,
                open,
                queueKey,
                file,
                actBy,
                remindedFor,
                escalated,
                drawnAt,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        StoredFinding found = file.finding();
        StoredStatement said = file.statement();
        StoredRuling ruled = file.ruling();
        return new Standing(
                state,
                revision,
                new Took(graded.personId(), Set.copyOf(graded.officers()), Set.copyOf(graded.assessors())),
                file.reviewer(),
                actBy,
                file.evidence().size(),
                found == null
                        ? null
                        : new Standing.Found(found.id(), found.kind(), found.reason(), found.by(), found.hearUntil()),
                said == null ? null : said.words(),
                ruled == null ? null : new Standing.Ruled(ruled.id(), ruled.kind(), ruled.reason(), ruled.by()));
    }
}
