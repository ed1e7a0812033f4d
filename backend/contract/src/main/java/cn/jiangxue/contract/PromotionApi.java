package cn.jiangxue.contract;

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

/** The way to the next skill grade, the application, its review and the decision. */
@HttpExchange(accept = "application/json")
public interface PromotionApi {

    /** A stretch of work in an occupation, as the learner declares it; an officer confirms it inside a case. {@code to} null: still there. */
    record WorkRecord(
            UUID id,
            String occupationCode,
            String employer,
            LocalDate from,
            @Nullable LocalDate to,
            boolean confirmed) {}

    record WorkRecordEdit(
            String occupationCode,
            String employer,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** What else a standard may ask for: a title of at least some level, a diploma, an appointment by the enterprise. Levels of titles in rising order. */
    enum QualificationType {
        TITLE_TECHNICIAN_LEVEL,
        TITLE_ASSISTANT,
        TITLE_INTERMEDIATE,
        TITLE_DEPUTY_SENIOR,
        TITLE_SENIOR,
        DIPLOMA_SECONDARY_VOCATIONAL,
        DIPLOMA_ADVANCED_SKILLED_CLASS,
        DIPLOMA_TECHNICIAN_CLASS,
        DIPLOMA_COLLEGE,
        DIPLOMA_BACHELOR,
        DIPLOMA_POSTGRADUATE,
        APPOINTED_APPRENTICE,
        APPOINTED_SPECIAL_TECHNICIAN,
        APPOINTED_CHIEF_TECHNICIAN
    }

    record QualificationName(QualificationType type, LocalText name) {}

    /**
     * A title, diploma or appointment that belongs to an occupation, as the learner declares it; an officer confirms it inside a case, on the evidence attached there.
     *
     * @param issuer who gave it: a school, a review committee, the enterprise
     */
    record Qualification(
            UUID id,
            String occupationCode,
            QualificationType type,
            LocalText typeName,
            String issuer,
            LocalDate since,
            boolean confirmed) {}

    record QualificationEdit(String occupationCode, QualificationType type, String issuer, LocalDate since) {}

    record GradeHeld(
            String occupationCode,
            Grade grade,
            LocalDate since,
            @Nullable UUID credentialId,
            LocalText issuer) {}

    /** One alternative, all of whose findings must be met. */
    record PathResult(LocalText name, boolean met, List<CreditApi.Finding> findings) {}

    /** Whether the learner may apply for {@code grade} in one occupation today; {@code asOf} is the civil date it was worked out for. */
    record Eligibility(
            String occupationCode,
            LocalText occupation,
            String edition,
            @Nullable Grade current,
            Grade grade,
            LocalText gradeName,
            boolean eligible,
            LocalDate asOf,
            List<PathResult> paths,
            @Nullable UUID openCaseId) {}

    /** How a grade is applied for. */
    enum PromotionPath {
        /** 考核: the conditions of the standard, then every part of its examination. */
        EXAMINATION,
        /** 直接认定: on results and evidence. */
        DIRECT,
        /** 破格晋升: on an achievement; two officers stand for it. */
        EXCEPTIONAL,
        /** 竞赛晋升: on a contest's result, once in a civil year. */
        CONTEST,
        /** 企业自主评价: examined by the own enterprise under an approved plan, every sitting confirmed by a supervisor from outside. */
        ENTERPRISE
    }

    /** What an exceptional promotion rests on. */
    enum Achievement {
        MAJOR_PROBLEM,
        PROVINCIAL_PRIZE,
        MENTORING
    }

    enum ContestRank {
        CITY,
        PROVINCE,
        NATION
    }

    /**
     * A result in a skills contest, as the applicant declares it; an approval confirms it on the evidence attached.
     *
     * @param contest its name, 2 to 100 characters
     * @param place 1 is the winner
     * @param student in the students' group, else the workers'
     */
    record ContestResult(ContestRank rank, String contest, int place, boolean student, LocalDate heldOn) {}

    enum CaseState {
        SUBMITTED,
        MORE_ASKED,
        /** Admitted; assessors record marks until every part is passed. */
        IN_EXAMINATION,
        /** One officer proposed an exceptional promotion, another has to decide. */
        AWAITING_SECOND,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** A file the learner attached; {@code fileId} is its id in the content service. */
    record Evidence(
            UUID id,
            LocalText caption,
            UUID fileId,
            String fileName,
            String contentType,
            long sizeBytes,
            Instant attachedAt) {}

    record EvidenceEdit(LocalText caption, UUID fileId, String fileName, String contentType, long sizeBytes) {}

    enum DecisionKind {
        /** Admits to the examination. */
        ADMIT,
        /** Proposes an exceptional promotion to a second officer. */
        PROPOSE,
        APPROVE,
        ASK_FOR_MORE,
        REFUSE
    }

    /**
     * {@code revision}: the state of the case the officer decided on; a case that moved on refuses. A reason is required, 10 to 2,000 characters, except for ADMIT and
     * for APPROVE after an examination.
     */
    record DecisionEdit(DecisionKind kind, String reason, int revision) {}

    record Decision(UUID id, DecisionKind kind, String reason, UUID officerId, String officerName, Instant at) {}

    record CaseEvent(
            Instant at,
            LocalText what,
            @Nullable String by,
            @Nullable String reason) {}

    /**
     * @param path null for an application of the time before there were paths: its decision needs no marks
     * @param eligibility as worked out when it was submitted, kept with the case
     * @param now as worked out today; officers see both
     * @param plan under which an enterprise examines; null on every other path
     * @param examination null when the application is decided without one
     * @param possible what an officer may decide as it stands
     * @param actOn who must act next, as a sentence; null when closed
     */
    record Case(
            UUID id,
            UUID learnerId,
            String learnerName,
            CaseState state,
            int revision,
            String occupationCode,
            LocalText occupation,
            Grade grade,
            LocalText gradeName,
            @Nullable PromotionPath path,
            EvaluationApi.@Nullable PlanUsed plan,
            UUID institutionId,
            LocalText institutionName,
            Eligibility eligibility,
            @Nullable Eligibility now,
            ExaminationApi.@Nullable Examination examination,
            List<WorkRecord> workRecords,
            List<Qualification> qualifications,
            List<Evidence> evidence,
            List<CaseEvent> history,
            @Nullable Decision decision,
            List<DecisionKind> possible,
            @Nullable UUID credentialId,
            @Nullable LocalText actOn,
            @Nullable LocalDate actBy,
            Instant submittedAt) {}

    /** {@code achievement} on the path EXCEPTIONAL, {@code contest} on the path CONTEST, {@code planId} on the path ENTERPRISE, else null. */
    record Application(
            String occupationCode,
            Grade grade,
            UUID institutionId,
            String statement,
            PromotionPath path,
            @Nullable Achievement achievement,
            @Nullable ContestResult contest,
            @Nullable UUID planId) {

        public static Application byExamination(
                String occupationCode, Grade grade, UUID institutionId, String statement) {
            return new Application(
                    occupationCode, grade, institutionId, statement, PromotionPath.EXAMINATION, null, null, null);
        }
    }

    /**
     * @param escalatedOn when the organisation above was told that the institution is late; null while it is not
     * @param actOn who must act next, as a sentence; null when closed
     */
    record CaseSummary(
            UUID id,
            String learnerName,
            CaseState state,
            LocalText occupation,
            Grade grade,
            LocalText gradeName,
            LocalText institutionName,
            Instant submittedAt,
            @Nullable LocalDate actBy,
            @Nullable LocalDate escalatedOn,
            @Nullable LocalText actOn,
            int evidenceCount) {}

    /** Opens a file of the case for minutes; the address needs no further sign-in. */
    record EvidenceLink(String url, Instant expiresAt) {}

    /** For the occupation given, or for every occupation the caller has a grade, work or credit in. */
    @GetExchange("/api/me/paths")
    List<Eligibility> paths(@RequestParam(required = false) @Nullable String occupation);

    @GetExchange("/api/me/grades")
    List<GradeHeld> grades();

    @GetExchange("/api/me/work-records")
    List<WorkRecord> workRecords();

    @PutExchange("/api/me/work-records/{id}")
    WorkRecord saveWorkRecord(@PathVariable UUID id, @RequestBody WorkRecordEdit edit);

    @DeleteExchange("/api/me/work-records/{id}")
    void removeWorkRecord(@PathVariable UUID id);

    @GetExchange("/api/me/qualifications")
    List<Qualification> qualifications();

    @PutExchange("/api/me/qualifications/{id}")
    Qualification saveQualification(@PathVariable UUID id, @RequestBody QualificationEdit edit);

    @DeleteExchange("/api/me/qualifications/{id}")
    void removeQualification(@PathVariable UUID id);

    /** What can be declared, by name. */
    @GetExchange("/api/qualification-types")
    List<QualificationName> qualificationTypes();

    /** Institutions that decide promotions in the occupation. */
    @GetExchange("/api/recognition/institutions")
    List<OrganisationApi.Organisation> institutions(@RequestParam String occupation);

    /** Refused with every condition that is not met. */
    @PutExchange("/api/promotion-cases/{id}")
    Case apply(@PathVariable UUID id, @RequestBody Application application);

    /**
     * The caller's own, or one of an institution where the caller is a recognition officer, or one that the caller assesses while it is examined, or one under a plan
     * that the caller supervises.
     */
    @GetExchange("/api/promotion-cases/{id}")
    Case promotionCase(@PathVariable UUID id);

    @GetExchange("/api/me/promotion-cases")
    Page<CaseSummary> myCases(@RequestParam(required = false) @Nullable String cursor);

    /** While the case is open; at most 20 files. */
    @PutExchange("/api/promotion-cases/{id}/evidence/{evidenceId}")
    Case attachEvidence(@PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit);

    @PostExchange("/api/promotion-cases/{id}/evidence/{evidenceId}/links")
    EvidenceLink openEvidence(@PathVariable UUID id, @PathVariable UUID evidenceId);

    /** Answers a request for more. */
    @PostExchange("/api/promotion-cases/{id}/resubmission")
    Case resubmit(@PathVariable UUID id);

    @PostExchange("/api/promotion-cases/{id}/withdrawal")
    Case withdraw(@PathVariable UUID id);

    /** Open cases of the institutions where the caller is a recognition officer, oldest first; {@code state} picks others. */
    @GetExchange("/api/recognition/inbox")
    Page<CaseSummary> inbox(
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String cursor);

    /** The client makes the decision's id: a repeat answers the same, a second officer's decision is refused with the first. */
    @PutExchange("/api/promotion-cases/{id}/decisions/{decisionId}")
    Case decide(@PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody DecisionEdit edit);
}
