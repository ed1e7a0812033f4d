package cn.jiangxue.contract;

import cn.jiangxue.contract.CreditApi.Finding;
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
 * Prior learning (先前学习认定): what somebody learnt at work, in another place or by themselves, is claimed unit by unit against an occupational standard, assessed on a
 * portfolio, in an interview and at work, and awarded in whole or in part as one learning outcome.
 */
@HttpExchange(accept = "application/json")
public interface PriorLearningApi {

    /** Units of one claim. */
    int UNITS_MOST = 20;

    /** Characters of what is said about one unit, of a record and of a reason. */
    int WORDS_LEAST = 10;

    int WORDS_MOST = 2_000;

    /** Files of one claim. */
    int FILES_MOST = 20;

    /** Records of assessment of one claim, the superseded ones too. */
    int ASSESSMENTS_MOST = 200;

    enum ClaimState {
        SUBMITTED,
        MORE_ASKED,
        DECIDED,
        WITHDRAWN
    }

    /** How a unit is assessed: what was handed in, what is said, what is done. */
    enum Method {
        PORTFOLIO,
        INTERVIEW,
        PRACTICAL
    }

    /** What a portfolio is looked at for: it is about the unit, the learner's own, of today, and enough. */
    enum Criterion {
        VALID,
        AUTHENTIC,
        CURRENT,
        SUFFICIENT
    }

    /** What may be done with a claim. */
    enum ClaimAct {
        ATTACH,
        RESUBMIT,
        WITHDRAW,
        APPOINT,
        ASSESS,
        ASK_FOR_MORE,
        DECIDE
    }

    /** @param awarded whether an earlier claim awarded it: a unit is awarded once */
    record ClaimableUnit(String id, LocalText name, int weightPercent, boolean awarded) {}

    /** What can be claimed at one grade. {@code openClaimId}: the claim of it that is under way. */
    record Claimable(
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            List<ClaimableUnit> units,
            @Nullable UUID openClaimId) {}

    /** {@code statement}: what the learner can do and where that was learnt, {@value #WORDS_LEAST} to {@value #WORDS_MOST} characters. */
    record UnitStatement(String unitId, String statement) {}

    record ClaimEdit(String occupationCode, Grade grade, UUID institutionId, List<UnitStatement> units) {}

    /** {@code unitIds}: the claimed units that the file speaks for. */
    record PortfolioFileEdit(List<String> unitIds, EvidenceEdit file) {}

    record PortfolioFile(List<String> unitIds, Evidence file) {}

    /** When and where an interview or a practical test is held; {@code place}: at most 200 characters. The newest of a method holds. */
    record AppointmentEdit(Method method, Instant at, String place) {}

    record Appointment(UUID id, Method method, Instant at, String place, String assessor) {}

    /**
     * One record of assessment of one unit. It stays; a newer one by the same method stands in its place.
     *
     * @param heldOn civil date on which it was held, not in the future
     * @param criteria of a portfolio: those that are fulfilled; else empty
     * @param met of an interview: whether the unit was shown; else null
     * @param mark of a practical test: 0 to 100; else null
     * @param words what was seen or said, {@value #WORDS_LEAST} to {@value #WORDS_MOST} characters
     */
    record AssessmentEdit(
            String unitId,
            Method method,
            LocalDate heldOn,
            Set<Criterion> criteria,
            @Nullable Boolean met,
            @Nullable Integer mark,
            String words) {}

    /** {@code stands}: false when a newer one stands in its place. */
    record Assessment(
            UUID id,
            Method method,
            LocalDate heldOn,
            List<Criterion> criteria,
            @Nullable Boolean met,
            @Nullable Integer mark,
            String words,
            String assessor,
            Instant at,
            boolean stands) {}

    /** A request for more: {@code revision} as the asking person saw it. */
    record MoreEdit(String reason, long revision) {}

    /** {@code reason}: needed where a unit is not awarded. */
    record UnitDecision(String unitId, boolean award, String reason) {}

    /** Every claimed unit is named once. */
    record ClaimDecisionEdit(List<UnitDecision> units, long revision) {}

    record UnitResult(boolean awarded, String reason) {}

    /**
     * One claimed unit.
     *
     * @param findings what an award asks of its assessment, met or not
     * @param supported whether all of that is met
     * @param result null until it is decided
     */
    record ClaimedUnit(
            String id,
            LocalText name,
            int weightPercent,
            String statement,
            List<Assessment> assessments,
            List<Finding> findings,
            boolean supported,
            @Nullable UnitResult result) {}

    /**
     * @param awardedPercent weight of the awarded units of the grade, by this claim
     * @param outcomeKept whether units were awarded, so that an outcome is on the learner's record
     * @param actOn who must act next, as a sentence; null when closed
     * @param acts what the caller may do now
     */
    record Claim(
            UUID id,
            UUID learnerId,
            String learnerName,
            ClaimState state,
            long revision,
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            UUID institutionId,
            LocalText institutionName,
            List<ClaimedUnit> units,
            List<PortfolioFile> files,
            List<Appointment> appointments,
            List<CaseEvent> history,
            int awardedPercent,
            boolean outcomeKept,
            @Nullable LocalText actOn,
            @Nullable LocalDate actBy,
            Set<ClaimAct> acts,
            Instant submittedAt) {}

    /**
     * @param supported units whose assessment would carry an award
     * @param escalatedOn when the organisation above was told that the institution is late; null while it is not
     * @param actOn who must act next, as a sentence; null when closed
     */
    record ClaimSummary(
            UUID id,
            String learnerName,
            ClaimState state,
            LocalText occupation,
            LocalText gradeName,
            LocalText institutionName,
            int units,
            int supported,
            int awarded,
            Instant submittedAt,
            @Nullable LocalDate actBy,
            @Nullable LocalDate escalatedOn,
            @Nullable LocalText actOn) {}

    /** NOT_FOUND for an occupation without a standard in force. */
    @GetExchange("/api/me/claimable-units")
    Claimable claimable(@RequestParam String occupation, @RequestParam Grade grade);

    /** Institutions with somebody to assess and somebody to decide. */
    @GetExchange("/api/prior-learning-institutions")
    List<OrganisationApi.Organisation> institutions();

    @GetExchange("/api/me/prior-learning-claims")
    Page<ClaimSummary> myClaims(@RequestParam(required = false) @Nullable String cursor);

    /** Submits a claim; the client makes the id. One open claim per occupation and grade. */
    @PutExchange("/api/prior-learning-claims/{id}")
    Claim claim(@PathVariable UUID id, @RequestBody ClaimEdit edit);

    /** The caller's own, or one of an institution where the caller assesses or decides. */
    @GetExchange("/api/prior-learning-claims/{id}")
    Claim claim(@PathVariable UUID id);

    @PutExchange("/api/prior-learning-claims/{id}/evidence/{evidenceId}")
    Claim attach(@PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody PortfolioFileEdit edit);

    @PostExchange("/api/prior-learning-claims/{id}/evidence/{evidenceId}/links")
    EvidenceLink open(@PathVariable UUID id, @PathVariable UUID evidenceId);

    /** Answers a request for more. */
    @PostExchange("/api/prior-learning-claims/{id}/resubmission")
    Claim resubmit(@PathVariable UUID id);

    @PostExchange("/api/prior-learning-claims/{id}/withdrawal")
    Claim withdraw(@PathVariable UUID id);

    /** Open claims of the institutions where the caller assesses or decides, oldest first; {@code state} picks others. */
    @GetExchange("/api/prior-learning-inbox")
    Page<ClaimSummary> inbox(
            @RequestParam(required = false) @Nullable ClaimState state,
            @RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/api/prior-learning-claims/{id}/appointments/{appointmentId}")
    Claim appoint(@PathVariable UUID id, @PathVariable UUID appointmentId, @RequestBody AppointmentEdit edit);

    /** Never of one's own claim. */
    @PutExchange("/api/prior-learning-claims/{id}/assessments/{assessmentId}")
    Claim assess(@PathVariable UUID id, @PathVariable UUID assessmentId, @RequestBody AssessmentEdit edit);

    @PutExchange("/api/prior-learning-claims/{id}/requests/{requestId}")
    Claim askForMore(@PathVariable UUID id, @PathVariable UUID requestId, @RequestBody MoreEdit edit);

    /** Awards the units whose assessment carries it, all or some; never by the claimant or by somebody who assessed it. */
    @PutExchange("/api/prior-learning-claims/{id}/decisions/{decisionId}")
    Claim decide(@PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody ClaimDecisionEdit edit);
}
