package cn.jiangxue.contract;

import cn.jiangxue.contract.PromotionApi.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Evaluations run by an enterprise (企业自主评价): an enterprise files a plan with an institution, which approves it and names supervisors from outside the enterprise. Under
 * an approved plan the enterprise's own assessors examine its own workers.
 */
@HttpExchange(accept = "application/json")
public interface EvaluationApi {

    /** Years from a plan's first day to its end. */
    int YEARS_MOST = 3;

    /** Places of one plan, and characters of each. */
    int PLACES_MOST = 10;

    int PLACE_MOST = 100;

    int ASSESSORS_MOST = 50;

    int SUPERVISORS_MOST = 20;

    /** Versions of one plan, returned ones too. */
    int VERSIONS_MOST = 20;

    /** Decisions on one plan. */
    int DECISIONS_MOST = 100;

    /** What happened to one plan; beyond it nobody is named any more. */
    int EVENTS_MOST = 200;

    /** Characters of a reason. */
    int REASON_LEAST = 10;

    int REASON_MOST = 2_000;

    enum PlanState {
        /** No version was approved yet, and one waits for the institution. */
        FILED,
        /** No version was approved yet, and the newest was given back. */
        RETURNED,
        APPROVED,
        /** No sitting begins until it is resumed. */
        SUSPENDED,
        /** For good. */
        WITHDRAWN
    }

    enum PlanVersionState {
        FILED,
        RETURNED,
        APPROVED,
        /** A newer one was approved. */
        SUPERSEDED
    }

    enum PlanDecisionKind {
        APPROVE,
        RETURN,
        SUSPEND,
        RESUME,
        WITHDRAW
    }

    /** What the enterprise asks of one part at every grade of the plan: {@code passTenths} and {@code assessors} not below the standard's. */
    record PartEdit(ExamPart part, int passTenths, int assessors) {}

    /**
     * What a plan says.
     *
     * @param grades that are evaluated, each once
     * @param from first civil day, not before the day it is filed
     * @param until the day after the last, at most {@value #YEARS_MOST} years later
     * @param places where examinations are held, 2 to {@value #PLACE_MOST} characters each
     * @param assessors persons who hold the role of an assessor in the enterprise
     * @param parts every part that the standard asks at one of the grades, each once
     */
    record VersionEdit(
            List<Grade> grades,
            LocalDate from,
            LocalDate until,
            List<String> places,
            List<UUID> assessors,
            List<PartEdit> parts) {}

    /** {@code institutionId}: with which the plan is filed. It decides on the plan and on every application under it. */
    record PlanEdit(UUID employerId, UUID institutionId, String occupationCode, VersionEdit content) {}

    record PersonName(UUID personId, String name) {}

    /** What is asked at one grade, as it is shown. */
    record GradePart(
            Grade grade,
            LocalText gradeName,
            ExamPart part,
            LocalText name,
            int passTenths,
            int assessors,
            int sittings,
            LocalText asked) {}

    /** @param reason why it was returned; null else */
    record Version(
            int version,
            PlanVersionState state,
            String edition,
            VersionEdit content,
            List<PersonName> assessors,
            List<GradePart> parts,
            String filedBy,
            Instant filedAt,
            @Nullable String reason) {}

    /**
     * @param pending whether the newest version waits for the institution
     * @param inForce whether a sitting may begin under it today
     * @param approvedVersion the one that holds; null before the first approval
     * @param versions newest first
     * @param possible what the reader may decide as it stands
     * @param mayFile whether the reader may file a next version
     * @param mayName whether the reader may name the supervisors
     * @param actOn who must act next, as a sentence; null when nobody has to
     */
    record Plan(
            UUID id,
            PlanState state,
            boolean pending,
            boolean inForce,
            long revision,
            UUID employerId,
            LocalText employerName,
            UUID institutionId,
            LocalText institutionName,
            String occupationCode,
            LocalText occupation,
            @Nullable Integer approvedVersion,
            List<Version> versions,
            List<PersonName> supervisors,
            List<CaseEvent> history,
            List<PlanDecisionKind> possible,
            boolean mayFile,
            boolean mayName,
            @Nullable LocalText actOn,
            Instant filedAt) {}

    /** {@code from}, {@code until}: of the version that holds, else of the newest. */
    record PlanSummary(
            UUID id,
            PlanState state,
            boolean pending,
            boolean inForce,
            LocalText employerName,
            LocalText institutionName,
            LocalText occupation,
            List<Grade> grades,
            int version,
            LocalDate from,
            LocalDate until,
            Instant filedAt) {}

    /** A plan in force under which the caller may apply; {@code institutionId} decides. */
    record PlanChoice(
            UUID planId,
            int version,
            UUID employerId,
            LocalText employerName,
            UUID institutionId,
            LocalText institutionName,
            LocalDate until) {}

    /** The plan and the version of it that an application was made under. */
    record PlanUsed(UUID planId, int version, UUID employerId, LocalText employerName) {}

    /** A reason is required, {@value #REASON_LEAST} to {@value #REASON_MOST} characters, except to approve. {@code revision}: as the officer saw it. */
    record PlanDecisionEdit(PlanDecisionKind kind, String reason, long revision) {}

    /** Takes the place of those named before. {@code revision}: as the officer saw it. */
    record SupervisorsEdit(List<UUID> supervisors, long revision) {}

    /** Plans of an enterprise, newest first, for administrators of it or of one above it. */
    @GetExchange("/api/evaluation-plans")
    Page<PlanSummary> plans(@RequestParam UUID employer, @RequestParam(required = false) @Nullable String cursor);

    /** Plans that wait at the institutions where the caller is a recognition officer, oldest first; {@code state} picks others. */
    @GetExchange("/api/evaluation-inbox")
    Page<PlanSummary> inbox(
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable String cursor);

    /** For administrators of the enterprise, officers of the institution and the supervisors named. */
    @GetExchange("/api/evaluation-plans/{id}")
    Plan plan(@PathVariable UUID id);

    /** Files a plan, by an administrator of the enterprise; the client makes the id. */
    @PutExchange("/api/evaluation-plans/{id}")
    Plan file(@PathVariable UUID id, @RequestBody PlanEdit edit);

    /** Files the next version: what was approved is not edited. It takes the older one's place when it is approved. */
    @PutExchange("/api/evaluation-plans/{id}/versions/{version}")
    Plan file(@PathVariable UUID id, @PathVariable int version, @RequestBody VersionEdit edit);

    /** By an officer of the institution who holds no role in the enterprise. */
    @PutExchange("/api/evaluation-plans/{id}/decisions/{decisionId}")
    Plan decide(@PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody PlanDecisionEdit edit);

    /** Assessors and recognition officers of the institution who hold no role in the enterprise, at most 200 of each. */
    @GetExchange("/api/evaluation-plans/{id}/supervisor-candidates")
    List<PersonName> supervisorCandidates(@PathVariable UUID id);

    @PutExchange("/api/evaluation-plans/{id}/supervisors")
    Plan nameSupervisors(@PathVariable UUID id, @RequestBody SupervisorsEdit edit);

    /** Under which the caller may apply for the grade: of enterprises where the caller holds a role. */
    @GetExchange("/api/me/evaluation-plans")
    List<PlanChoice> myPlans(@RequestParam String occupation, @RequestParam Grade grade);
}
