package cn.jiangxue.contract;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Recognition: outcomes of a learner's account become credit toward a programme. Amounts are milli-credits; texts that people write have 10 to 2,000 characters. */
@HttpExchange(accept = "application/json")
public interface RecognitionApi {

    /** Most outcomes of one application; up to 40 the best choice is found exactly. */
    int OUTCOMES_MOST = 40;

    /** Most cases of one bulk decision. */
    int BULK_MOST = 100;

    /** Where a case stands, in the usual order. */
    enum Stage {
        REVIEWING,
        SUPPLEMENTING,
        PUBLICISED,
        DECIDING,
        POSTING,
        REGISTERED,
        REFUSED,
        APPEALED,
        WITHDRAWN
    }

    /** Who must agree before the credit of an answer is posted. */
    enum ReviewMode {
        AUTOMATIC,
        PANEL,
        BOTH_INSTITUTIONS
    }

    enum AnswerVerdict {
        GRANTED,
        PARTLY_GRANTED,
        NO_ROOM,
        PRIOR_LEARNING,
        SUPPLEMENT,
        REFUSED
    }

    /** What a caller may do to a case today. */
    enum CaseAct {
        TAKE,
        EXAMINE,
        VOTE,
        ASK_FOR_MORE,
        SUPPLY,
        ATTACH,
        WITHDRAW,
        REPLY,
        DECIDE,
        APPEAL,
        RULE_ON_APPEAL
    }

    /** A programme whose rules are in force today. {@code open}: whether its institution takes applications here. */
    record ProgrammeChoice(String id, int version, LocalText name, LocalText institution, int targets, boolean open) {}

    /** An outcome of the caller's that may be offered. {@code verified}: false for one of elsewhere whose evidence no officer has examined yet. */
    record Offered(
            UUID outcomeId,
            LocalText title,
            LocalText kind,
            LocalText issuer,
            LocalDate attainedOn,
            boolean verified) {}

    /**
     * What became of some outcomes under one rule toward one target.
     *
     * @param rule in one version, such as {@code welder-courses@3}; null where no rule speaks
     * @param bankedMilli what the rule would grant beyond: it stays in the account
     * @param mark how the replaced grade is recorded
     * @param unverified whether it rests on evidence that nobody has verified yet: then nothing is granted before an officer found so
     * @param findings everything that was looked at, with what is missing
     */
    record RecognitionAnswer(
            List<LocalText> sources,
            @Nullable String rule,
            @Nullable LocalText ruleName,
            @Nullable LocalText target,
            AnswerVerdict verdict,
            long grantedMilli,
            long bankedMilli,
            @Nullable LocalText mark,
            @Nullable ReviewMode review,
            boolean unverified,
            List<Finding> findings) {}

    /** Credit of this programme that gives way to a higher outcome of its group. */
    record GivesWay(LocalText what, long milli, LocalText reason) {}

    /**
     * @param floors conditions of the programme as a whole
     * @param eligible whether every floor is met
     * @param boundMilli the most that any choice could grant, when the best could not be proven; else null
     */
    record RecognitionEvaluation(
            String programmeId,
            int programmeVersion,
            LocalText programme,
            LocalDate asOf,
            long grantedMilli,
            long bankedMilli,
            List<RecognitionAnswer> answers,
            List<GivesWay> givesWay,
            List<Finding> floors,
            boolean eligible,
            @Nullable Long boundMilli) {}

    /** {@code outcomeIds} in the order in which they shall be used; empty: all that are verified, oldest first. */
    record PreviewEdit(String programmeId, List<UUID> outcomeIds) {}

    /**
     * What would count today. Nothing is stored.
     *
     * @param review who would have to agree
     * @param parties institutions that would have to agree beside the one that awards
     * @param publicityDays working days of publicity
     */
    record Preview(
            RecognitionEvaluation evaluation,
            List<Offered> offered,
            LocalText institution,
            ReviewMode review,
            List<LocalText> parties,
            int publicityDays,
            boolean open,
            @Nullable UUID openCaseId) {}

    /** {@code outcomeId}: the outcome it proves; null when it is for the case as a whole. {@code id} is made by the client. */
    record Attachment(UUID id, @Nullable UUID outcomeId, EvidenceEdit file) {}

    record RecognitionEdit(String programmeId, List<UUID> outcomeIds, String statement, List<Attachment> attachments) {}

    record Attached(@Nullable UUID outcomeId, Evidence file) {}

    /** {@code chair}: cast at a tie. {@code round}: an answer to a request for more begins the next one. */
    record Opinion(
            LocalText institution, String officer, boolean favourable, boolean chair, String reason, int round) {}

    record SupplementView(
            UUID id, String reason, LocalDate due, @Nullable String answer) {}

    /** {@code by}: a masked name. */
    record ObjectionView(
            UUID id,
            String by,
            String reason,
            @Nullable String answeredBy,
            @Nullable String answer) {}

    /** {@code officer}: null when the rules decided alone. */
    record Ruling(UUID id, @Nullable String officer, boolean granted, String reason, boolean appeal) {}

    /** What the ledger wrote for the case. */
    record PostedEntry(long seq, CreditApi.EntryKind kind, long milli, LocalText what, boolean takenBack) {}

    /** An outcome that the case was judged by and that was taken back since: nothing is granted for it, and what was posted because of it is reversed. */
    record WithdrawnOutcome(UUID outcomeId, LocalText title, Instant at, String reason) {}

    /**
     * @param revision of the case: a decision names the one it was made on
     * @param evaluation as it was when the application was made, for ever
     * @param foundEvaluation judged anew by what was found out about the evidence of outcomes of elsewhere; null while that is open, or where there are none
     * @param appealEvaluation as it was when an appeal was upheld
     * @param declared outcomes of elsewhere that it rests on, each with what was found out
     * @param actOn who must act next, as a sentence; null when nobody has to
     * @param overdue whether the day is over
     * @param escalatedTo the higher body that was told
     * @param hindrance why the ledger could not write it yet
     * @param acts what the caller may do
     */
    record RecognitionCase(
            UUID id,
            UUID learnerId,
            String learnerName,
            Stage stage,
            int revision,
            LocalText institution,
            List<LocalText> parties,
            @Nullable LocalText higher,
            ReviewMode review,
            String statement,
            RecognitionEvaluation evaluation,
            @Nullable RecognitionEvaluation foundEvaluation,
            @Nullable RecognitionEvaluation appealEvaluation,
            List<DeclaredOutcome> declared,
            List<WithdrawnOutcome> withdrawn,
            List<Attached> evidence,
            List<Opinion> opinions,
            List<SupplementView> supplements,
            List<ObjectionView> objections,
            List<Ruling> rulings,
            @Nullable String appeal,
            List<PostedEntry> posted,
            List<CaseEvent> history,
            @Nullable LocalText actOn,
            @Nullable LocalDate actBy,
            boolean overdue,
            @Nullable LocalText escalatedTo,
            @Nullable String handler,
            @Nullable LocalText hindrance,
            @Nullable LocalDate appealUntil,
            List<CaseAct> acts,
            List<Office> offices,
            Instant submittedAt) {}

    /** An institution for which the caller may vote on the case. */
    record Office(UUID organisationId, LocalText name) {}

    record RecognitionSummary(
            UUID id,
            String learnerName,
            Stage stage,
            LocalText programme,
            LocalText institution,
            long grantedMilli,
            int revision,
            boolean automatic,
            Instant submittedAt,
            @Nullable LocalDate actBy,
            boolean overdue,
            boolean escalated,
            @Nullable String handler) {}

    /** {@code means}: needed where the evidence is authentic. {@code note}: what was seen, asked or looked up; why, where it is not. */
    record EvidenceFindingEdit(boolean authentic, @Nullable Means means, String note) {}

    record VoteEdit(UUID organisationId, boolean favourable, String reason) {}

    /** {@code days}: working days to answer, 1 to 60; 0 for the usual. */
    record SupplementEdit(String reason, int days) {}

    record TextEdit(String text) {}

    /** A reason is required to refuse. */
    record GrantEdit(boolean grant, String reason, int revision) {}

    record AppealRulingEdit(boolean upheld, String reason, int revision) {}

    record BulkItem(UUID caseId, UUID decisionId, int revision) {}

    /** {@code dryRun}: says what would come of it and changes nothing. */
    record BulkDecision(List<BulkItem> cases, boolean grant, String reason, boolean dryRun) {}

    /** {@code problem}: why it was not done; null when it was, or would be. */
    record BulkResult(UUID caseId, boolean done, @Nullable LocalText problem) {}

    /** What is meant to be granted, for everybody to see. {@code by}: a masked name. {@code until}: the last day to object. */
    record PublicNotice(
            UUID caseId,
            String by,
            LocalText programme,
            LocalText institution,
            List<LocalText> outcomes,
            long grantedMilli,
            LocalDate until,
            int objections) {}

    /** What is waiting for the caller as an officer. {@code overdue} and {@code dueSoon} (three working days) are among the open ones; at most 99 are counted. */
    record Waiting(int open, int overdue, int dueSoon) {}

    /** From the first to the last civil day, both inclusive, the stand-in looks after and decides for the officer. */
    record StandIn(
            UUID id, UUID organisationId, LocalText organisation, String standIn, LocalDate from, LocalDate until) {}

    /** {@code login}: the user name of another recognition officer. */
    record StandInEdit(UUID organisationId, String login, LocalDate from, LocalDate until) {}

    @GetExchange("/api/recognition-programmes")
    List<ProgrammeChoice> programmes();

    @PostExchange("/api/recognition-previews")
    Preview preview(@RequestBody PreviewEdit edit);

    @PutExchange("/api/recognition-cases/{id}")
    RecognitionCase apply(@PathVariable UUID id, @RequestBody RecognitionEdit application);

    /** The caller's own, or one that the caller has to do with as an officer. */
    @GetExchange("/api/recognition-cases/{id}")
    RecognitionCase recognitionCase(@PathVariable UUID id);

    @GetExchange("/api/me/recognition-cases")
    Page<RecognitionSummary> myCases(@RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/api/recognition-cases/{id}/evidence/{evidenceId}")
    RecognitionCase attachEvidence(
            @PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit);

    @PostExchange("/api/recognition-cases/{id}/evidence/{evidenceId}/links")
    EvidenceLink openEvidence(@PathVariable UUID id, @PathVariable UUID evidenceId);

    @PutExchange("/api/recognition-cases/{id}/handler")
    RecognitionCase take(@PathVariable UUID id);

    @PutExchange("/api/recognition-cases/{id}/declared/{outcomeId}/findings/{findingId}")
    RecognitionCase examine(
            @PathVariable UUID id,
            @PathVariable UUID outcomeId,
            @PathVariable UUID findingId,
            @RequestBody EvidenceFindingEdit edit);

    @PutExchange("/api/recognition-cases/{id}/votes/{voteId}")
    RecognitionCase vote(@PathVariable UUID id, @PathVariable UUID voteId, @RequestBody VoteEdit edit);

    @PutExchange("/api/recognition-cases/{id}/supplements/{supplementId}")
    RecognitionCase askForMore(
            @PathVariable UUID id, @PathVariable UUID supplementId, @RequestBody SupplementEdit edit);

    @PutExchange("/api/recognition-cases/{id}/answers/{answerId}")
    RecognitionCase supply(@PathVariable UUID id, @PathVariable UUID answerId, @RequestBody TextEdit edit);

    @PostExchange("/api/recognition-cases/{id}/withdrawal")
    RecognitionCase withdraw(@PathVariable UUID id);

    @PutExchange("/api/recognition-cases/{id}/objections/{objectionId}/reply")
    RecognitionCase reply(@PathVariable UUID id, @PathVariable UUID objectionId, @RequestBody TextEdit edit);

    @PutExchange("/api/recognition-cases/{id}/decisions/{decisionId}")
    RecognitionCase decide(@PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody GrantEdit edit);

    @PostExchange("/api/recognition-decisions")
    List<BulkResult> decideMany(@RequestBody BulkDecision decision);

    @PutExchange("/api/recognition-cases/{id}/appeals/{appealId}")
    RecognitionCase appeal(@PathVariable UUID id, @PathVariable UUID appealId, @RequestBody TextEdit edit);

    @PutExchange("/api/recognition-cases/{id}/appeal-rulings/{rulingId}")
    RecognitionCase ruleOnAppeal(
            @PathVariable UUID id, @PathVariable UUID rulingId, @RequestBody AppealRulingEdit edit);

    /** Open cases of the offices the caller acts for, oldest first; {@code stage} picks others, {@code mine} those the caller looks after. */
    @GetExchange("/api/recognition-cases")
    Page<RecognitionSummary> inbox(
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) boolean mine,
            @RequestParam(required = false) boolean overdue,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/me/recognition-waiting")
    Waiting waiting();

    /** For everybody; the longest before the public first. */
    @GetExchange("/api/public/recognition-notices")
    Page<PublicNotice> notices(@RequestParam(required = false) @Nullable String cursor);

    /** By anybody who is signed in. */
    @PutExchange("/api/recognition-notices/{id}/objections/{objectionId}")
    PublicNotice object(@PathVariable UUID id, @PathVariable UUID objectionId, @RequestBody TextEdit edit);

    @GetExchange("/api/me/stand-ins")
    List<StandIn> standIns();

    @PutExchange("/api/me/stand-ins/{id}")
    StandIn nameStandIn(@PathVariable UUID id, @RequestBody StandInEdit edit);

    @DeleteExchange("/api/me/stand-ins/{id}")
    void endStandIn(@PathVariable UUID id);
}
