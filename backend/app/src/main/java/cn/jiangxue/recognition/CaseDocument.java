package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.recognition.rules.Needs;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One application, with all that came to it. One document, so that it has one decision. What can be worked out from the proceeding stands beside it where a list is read
 * by it.
 *
 * @param openKey programme while open, its own id afterwards: a unique index keeps a second open one away
 * @param queueKey submission instant and id in one word, the order of every list
 * @param desks organisations on whose desk it lies just now
 * @param wakeOn the first civil day on which the calendar alone changes it
 * @param remindedFor the last day to act of which somebody was reminded, the applicant or the handler; null before the first time
 */
record CaseDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        UUID personId,
        Asked asked,
        Proceeding proceeding,
        Stage stage,
        boolean open,
        String openKey,
        String queueKey,
        List<UUID> desks,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate wakeOn,
        @Nullable LocalDate remindedFor,
        @Nullable UUID handlerId,
        Dossier dossier,
        Instant submittedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "recognition_cases";
    static final int SCHEMA = 2;

    /**
     * What was asked for, as it was pinned.
     *
     * @param outcomes offered, in the learner's order
     * @param titles of the outcomes that are granted something; with {@code grantedMilli} and {@code review} of the evaluation that stands before a decision
     * @param evaluationId as it was when the application was made
     */
    record Asked(
            String programmeId,
            int programmeVersion,
            LocalText programme,
            LocalText institution,
            List<UUID> outcomes,
            List<LocalText> titles,
            long grantedMilli,
            ReviewMode review,
            String statement,
            UUID evaluationId) {

        /** After it was judged anew. */
        Asked now(List<LocalText> granted, long milli, ReviewMode mode) {
            return new Asked(
                    programmeId,
                    programmeVersion,
                    programme,
                    institution,
                    outcomes,
                    granted,
                    milli,
                    mode,
                    statement,
                    evaluationId);
        }
    }

    record Happened(
            Instant at,
            LocalText what,
            @Nullable UUID by,
            @Nullable String reason) {}

    record StoredFile(@Nullable UUID outcomeId, Evidence evidence) {}

    /**
     * What the ledger wrote for it.
     *
     * @param evaluationId whose answer it posts, or whose reversal
     * @param answer place among that evaluation's answers; -1 for what was taken back
     */
    record Written(UUID entryId, long seq, EntryKind kind, long milli, LocalText what, UUID evaluationId, int answer) {}

    /** {@code foundEvaluationId}: set when all evidence of outcomes of elsewhere was examined. {@code appealEvaluationId}: set when an appeal was upheld. {@code hindrance}: why the ledger could not write it yet. */
    record Dossier(
            List<StoredFile> files,
            List<Written> written,
            List<Happened> history,
            @Nullable UUID foundEvaluationId,
            @Nullable UUID appealEvaluationId,
            @Nullable LocalText hindrance) {

        static Dossier of(List<StoredFile> files, List<Happened> history) {
            return new Dossier(files, List.of(), history, null, null, null);
        }

        Dossier with(Happened event) {
            return new Dossier(files, written, plus(history, event), foundEvaluationId, appealEvaluationId, hindrance);
        }

        Dossier with(StoredFile file) {
            return new Dossier(plus(files, file), written, history, foundEvaluationId, appealEvaluationId, hindrance);
        }

        Dossier written(List<Written> entries) {
            Set<Written> all = new LinkedHashSet<>(written);
            all.addAll(entries);
            return new Dossier(files, List.copyOf(all), history, foundEvaluationId, appealEvaluationId, null);
        }

        Dossier foundBy(UUID evaluationId) {
            return new Dossier(files, written, history, evaluationId, appealEvaluationId, hindrance);
        }

        Dossier judgedBy(UUID evaluationId) {
            return new Dossier(files, written, history, foundEvaluationId, evaluationId, hindrance);
        }

        Dossier hindered(LocalText why) {
            return new Dossier(files, written, history, foundEvaluationId, appealEvaluationId, why);
        }

        private static <T> List<T> plus(List<T> list, T next) {
            return Stream.concat(list.stream(), Stream.of(next)).toList();
        }
    }

    static CaseDocument submitted(
            UUID id, UUID learnerId, UUID personId, Asked asked, Proceeding proceeding, Dossier dossier, Instant now) {
        return of(id, 1, learnerId, personId, asked, proceeding, dossier, null, now, List.of(), null);
    }

    /** The next revision. */
    CaseDocument next(Proceeding after, Dossier changed) {
        return next(after, changed, remindedFor);
    }

    /** The next revision, after a reminder of this day. */
    CaseDocument reminded(LocalDate day) {
        return next(proceeding, dossier, day);
    }

    /** The next revision, judged anew. */
    CaseDocument judged(Asked now, Proceeding after, Dossier changed) {
        return next(now, after, changed, remindedFor);
    }

    private CaseDocument next(Proceeding after, Dossier changed, @Nullable LocalDate nowRemindedFor) {
        return next(asked, after, changed, nowRemindedFor);
    }

    private CaseDocument next(Asked now, Proceeding after, Dossier changed, @Nullable LocalDate nowRemindedFor) {
        return of(
                id,
                revision + 1,
                learnerId,
                personId,
                now,
                after,
                changed,
                nowRemindedFor,
                submittedAt,
                outbox,
                outboxAt);
    }

    CaseDocument telling(List<StoredEvent> events, Instant now) {
        return new CaseDocument(
                id,
                schema,
                revision,
                learnerId,
                personId,
                asked,
                proceeding,
                stage,
                open,
                openKey,
                queueKey,
                desks,
                dueOn,
                wakeOn,
                remindedFor,
                handlerId,
                dossier,
                submittedAt,
                events,
                events.isEmpty() ? null : now);
    }

    private static CaseDocument of(
            UUID id,
            long revision,
            UUID learnerId,
            UUID personId,
            Asked asked,
            Proceeding proceeding,
            Dossier dossier,
            @Nullable LocalDate remindedFor,
            Instant submittedAt,
            List<StoredEvent> outbox,
            @Nullable Instant outboxAt) {
        boolean open = proceeding.open();
        return new CaseDocument(
                id,
                SCHEMA,
                revision,
                learnerId,
                personId,
                asked,
                proceeding,
                proceeding.state().stage(),
                open,
                open ? asked.programmeId() : id.toString(),
                submittedAt + "/" + id,
                desks(proceeding),
                open ? proceeding.state().due() : null,
                Proceedings.wakesOn(proceeding),
                remindedFor,
                proceeding.handler(),
                dossier,
                submittedAt,
                outbox,
                outboxAt);
    }

    private static List<UUID> desks(Proceeding proceeding) {
        Needs needs = proceeding.needs();
        Set<UUID> desks = new LinkedHashSet<>(List.of(needs.institution()));
        desks.addAll(needs.parties().stream().sorted().toList());
        UUID higher = needs.higher();
        if (higher != null && (proceeding.appeal() != null || proceeding.escalatedOn() != null)) {
            desks.add(higher);
        }
        return new ArrayList<>(desks);
    }

    /** The evaluation whose answers are, or will be, in the ledger. */
    UUID standingEvaluation() {
        return Stream.of(dossier.appealEvaluationId(), dossier.foundEvaluationId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(asked.evaluationId());
    }
}
