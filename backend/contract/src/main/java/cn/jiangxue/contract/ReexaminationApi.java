package cn.jiangxue.contract;

import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Random re-examination of approved grades (随机抽查复核): a share of them, drawn so that nobody can foresee or steer it and everybody can check it afterwards, is looked at
 * again by people who took no part.
 */
@HttpExchange(accept = "application/json")
public interface ReexaminationApi {

    /** Characters of a reason and of a statement. */
    int WORDS_LEAST = 10;

    int WORDS_MOST = 2_000;

    /** Files of one re-examination, beside those of the application. */
    int FILES_MOST = 20;

    /** Where counting stops. */
    int COUNT_MOST = 10_000;

    enum ReexaminationState {
        /** Drawn; nobody has taken it. */
        DRAWN,
        UNDER_REVIEW,
        /** Found doubtful; a second person has to decide. */
        AWAITING_RULING,
        /** Found in order. */
        UPHELD,
        /** Found doubtful, but the grade stands. */
        CONFIRMED,
        /** The grade is taken back and its credential revoked. */
        OVERTURNED
    }

    enum FindingKind {
        UPHELD,
        DOUBTFUL
    }

    enum RulingKind {
        CONFIRM,
        OVERTURN
    }

    /** What may be done with a re-examination. */
    enum ReexaminationAct {
        TAKE,
        ATTACH,
        FIND,
        STATE,
        RULE
    }

    /**
     * A quarter with its seed.
     *
     * @param id such as {@code 2026-Q4}
     * @param shareBasisPoints of 10,000 approved grades so many are drawn
     * @param commitment SHA-256 of the seed in hex; on the audit record since {@code committedAt}. Grades decided before that instant are not drawn
     * @param seed 32 bytes in hex; null until the period has ended
     */
    record Period(
            String id,
            LocalDate firstDay,
            LocalDate lastDay,
            int shareBasisPoints,
            String commitment,
            Instant committedAt,
            @Nullable String seed) {}

    /** How the grades of a period stand at an institution; each counted up to {@value #COUNT_MOST}. */
    record Counts(int approved, int drawn, int open, int overdue, int upheld, int confirmed, int overturned) {}

    record PeriodInFull(Period period, Counts counts) {}

    /**
     * One approved grade in the draw: the first 8 bytes of HMAC-SHA256 with the seed as key over the credential's id in lower case, as an unsigned number, modulo 10,000.
     *
     * @param ticket 0 to 9,999
     * @param drawn whether the ticket is below the period's share
     */
    record Draw(UUID credentialId, UUID institutionId, Instant decidedAt, int ticket, boolean drawn) {}

    /** {@code reason}: {@value #WORDS_LEAST} to {@value #WORDS_MOST} characters. */
    record FindingEdit(FindingKind kind, String reason) {}

    record ReviewFinding(FindingKind kind, String reason, String byName, Instant at) {}

    /** {@code words}: {@value #WORDS_LEAST} to {@value #WORDS_MOST} characters. */
    record StatementEdit(String words) {}

    record LearnerStatement(String words, Instant at) {}

    /** {@code revision}: as the deciding person saw it. */
    record RulingEdit(RulingKind kind, String reason, long revision) {}

    record ReviewRuling(RulingKind kind, String reason, String byName, Instant at) {}

    /**
     * @param approvedBy names of those who decided on the application
     * @param markedBy names of its assessors
     * @param reviewerName who took it; null before
     * @param actOn who must act next, as a sentence; null when closed
     * @param actBy last day on which to act; null when closed
     * @param overturnFrom first day on which the grade may be taken back although the learner has said nothing; null while that is no question
     * @param acts what the caller may do now
     * @param dossier the application with marks, files and decisions; null for the learner, who has it anyway
     */
    record Reexamination(
            UUID id,
            ReexaminationState state,
            long revision,
            String period,
            UUID institutionId,
            LocalText institutionName,
            UUID caseId,
            UUID credentialId,
            String learnerName,
            LocalText occupation,
            LocalText gradeName,
            List<String> approvedBy,
            List<String> markedBy,
            @Nullable String reviewerName,
            List<Evidence> evidence,
            @Nullable ReviewFinding finding,
            @Nullable LearnerStatement statement,
            @Nullable ReviewRuling ruling,
            @Nullable LocalText actOn,
            @Nullable LocalDate actBy,
            boolean overdue,
            @Nullable LocalDate overturnFrom,
            Set<ReexaminationAct> acts,
            List<CaseEvent> history,
            Instant drawnAt,
            @Nullable Case dossier) {}

    /**
     * @param escalatedOn when the organisation above was told that it is overdue; null while it is not
     * @param actOn who must act next, as a sentence; null when closed
     */
    record ReexaminationSummary(
            UUID id,
            ReexaminationState state,
            String learnerName,
            LocalText occupation,
            LocalText gradeName,
            LocalText institutionName,
            @Nullable String reviewerName,
            Instant drawnAt,
            @Nullable LocalDate actBy,
            boolean overdue,
            @Nullable LocalDate escalatedOn,
            @Nullable LocalText actOn) {}

    /** The newest 20, the coming one among them once its seed is committed to. */
    @GetExchange("/api/reexamination-periods")
    List<Period> periods();

    /** With the counts of an institution. Its administrators and those of an organisation above it. */
    @GetExchange("/api/reexamination-periods/{period}")
    PeriodInFull period(@PathVariable String period, @RequestParam UUID institution);

    /** Every draw of the period, drawn or not, with what went in; oldest first. */
    @GetExchange("/api/reexamination-periods/{period}/draws")
    Page<Draw> draws(
            @PathVariable String period,
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable String cursor);

    /** What was drawn in the period; newest first. */
    @GetExchange("/api/reexamination-periods/{period}/reexaminations")
    Page<ReexaminationSummary> drawn(
            @PathVariable String period,
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable String cursor);

    /** Open ones that the caller had no part in, at their organisations and below them; oldest first. */
    @GetExchange("/api/reexamination-inbox")
    Page<ReexaminationSummary> inbox(@RequestParam(required = false) @Nullable String cursor);

    /** Of the caller's own grades, at most 100, newest first; {@code case} picks that of one application. */
    @GetExchange("/api/me/reexaminations")
    List<Reexamination> mine(@RequestParam(name = "case", required = false) @Nullable UUID caseId);

    /** The learner's own, or one at the caller's organisations or below them. */
    @GetExchange("/api/reexaminations/{id}")
    Reexamination reexamination(@PathVariable UUID id);

    /** The caller looks at it; nobody who had a part in the application. */
    @PostExchange("/api/reexaminations/{id}/review")
    Reexamination take(@PathVariable UUID id);

    @PutExchange("/api/reexaminations/{id}/evidence/{evidenceId}")
    Reexamination attach(@PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit);

    /** Opens a file of the re-examination or of the application. */
    @PostExchange("/api/reexaminations/{id}/evidence/{evidenceId}/links")
    EvidenceLink open(@PathVariable UUID id, @PathVariable UUID evidenceId);

    @PutExchange("/api/reexaminations/{id}/findings/{findingId}")
    Reexamination find(@PathVariable UUID id, @PathVariable UUID findingId, @RequestBody FindingEdit edit);

    /** What the learner says about it, once. */
    @PutExchange("/api/reexaminations/{id}/statement")
    Reexamination state(@PathVariable UUID id, @RequestBody StatementEdit edit);

    /** By a recognition officer who neither had a part in the application nor found it doubtful. */
    @PutExchange("/api/reexaminations/{id}/rulings/{rulingId}")
    Reexamination rule(@PathVariable UUID id, @PathVariable UUID rulingId, @RequestBody RulingEdit edit);
}
