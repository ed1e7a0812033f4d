package cn.jiangxue.promotion;

import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.SkillGradeAttained;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.recognition.EvidenceFiles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Applications for a grade as applicants and officers see them. */
@Component
class Promotions {

    private static final int INSTITUTIONS = 200;

    private final Cases cases;
    private final Applications applications;
    private final Examinations examinations;
    private final Confirmations confirmations;
    private final Decisions decisions;
    private final Eligibilities eligibilities;
    private final PlansOfCases plans;
    private final KeptOut keptOut;
    private final Careers careers;
    private final Applicants applicants;
    private final EvidenceFiles files;
    private final Organisations organisations;
    private final LearningOutcomes outcomes;
    private final AuditTrail audit;

    Promotions(
            Cases cases,
            Applications applications,
            Examinations examinations,
            Confirmations confirmations,
            Decisions decisions,
            Eligibilities eligibilities,
            PlansOfCases plans,
            KeptOut keptOut,
            Careers careers,
            Applicants applicants,
            EvidenceFiles files,
            Organisations organisations,
            LearningOutcomes outcomes,
            AuditTrail audit) {
        this.cases = cases;
        this.applications = applications;
        this.examinations = examinations;
        this.confirmations = confirmations;
        this.decisions = decisions;
        this.eligibilities = eligibilities;
        this.plans = plans;
        this.keptOut = keptOut;
        this.careers = careers;
        this.applicants = applicants;
        this.files = files;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.audit = audit;
    }

    Mono<List<Eligibility>> paths(Caller caller, @Nullable String occupation) {
        return Mono.zip(
                eligibilities.known(caller.learnerId()),
                cases.openOf(caller.learnerId()),
                (known, open) -> eligibilities.ahead(known, occupation, open));
    }

    /** Institutions with somebody to decide; NOT_FOUND for an occupation without a standard. */
    Flux<Organisation> institutions(String occupation) {
        eligibilities.standard(occupation);
        return organisations
                .institutions()
                .filterWhen(institution -> applicants.hasOfficer(institution.id()))
                .take(INSTITUTIONS);
    }

    Mono<Case> apply(Caller caller, UUID id, Application application) {
        return applications.apply(caller, id, application).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> find(Caller caller, UUID id) {
        return cases.visible(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> attach(Caller caller, UUID id, UUID evidenceId, EvidenceEdit edit) {
        return applications.attach(caller, id, evidenceId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> resubmit(Caller caller, UUID id) {
        return applications.resubmit(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> withdraw(Caller caller, UUID id) {
        return applications.withdraw(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> decide(Caller caller, UUID id, UUID decisionId, DecisionEdit edit) {
        return decisions.decide(caller, id, decisionId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> mark(Caller caller, UUID id, UUID markId, MarkEdit edit) {
        return examinations.mark(caller, id, markId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Case> confirm(Caller caller, UUID id, UUID confirmationId, ConfirmationEdit edit) {
        return confirmations.confirm(caller, id, confirmationId, edit).flatMap(stored -> view(caller, stored));
    }

    /** Opens a file for the applicant, an officer, an assessor or a supervisor; what others than the applicant open is on the audit record first. */
    Mono<EvidenceLink> open(Caller caller, UUID id, UUID evidenceId) {
        return cases.visible(caller, id)
                .flatMap(stored -> Mono.justOrEmpty(stored.dossier().evidence().stream()
                                .filter(file -> file.id().equals(evidenceId))
                                .findFirst())
                        .flatMap(file -> noted(caller, stored, file.fileId()).then(files.link(file.fileId()))))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Void> noted(Caller caller, CaseDocument stored, UUID fileId) {
        return stored.personId().equals(caller.personId())
                ? Mono.empty()
                : audit.record(new AuditFact(
                        "promotion.evidence-opened",
                        caller.personId(),
                        stored.institutionId(),
                        "case:" + stored.id(),
                        Map.of("file", fileId.toString())));
    }

    /** Puts a decided grade on record and among the outcomes; every step may be repeated. */
    Mono<Void> record(GradeDecided decided) {
        Mono<Void> onRecord = cases.find(decided.caseId())
                .map(stored -> stored.dossier().declared())
                .defaultIfEmpty(List.of())
                .flatMap(confirmed -> careers.record(decided, confirmed));
        return onRecord.then(outcomes.record(new SkillGradeAttained(
                decided.learnerId(),
                decided.caseId(),
                GradeTitles.of(decided.occupation(), decided.gradeName()),
                decided.institutionId(),
                decided.institutionName(),
                decided.occupationCode(),
                decided.grade(),
                decided.decidedOn())));
    }

    private Mono<Case> view(Caller reader, CaseDocument stored) {
        Mono<Map<UUID, String>> names = applicants.names(CaseViews.people(stored));
        if (!stored.open()) {
            return names.map(known -> CaseViews.view(stored, List.of(), known, null));
        }
        return Mono.zip(names, eligibilities.now(stored), plans.today(stored), keptOut.isColleague(reader, stored))
                .map(all -> CaseViews.view(
                        stored,
                        all.getT4()
                                ? List.of()
                                : possible(reader, stored, all.getT3().orElse(null)),
                        all.getT1(),
                        all.getT2()));
    }

    private List<DecisionKind> possible(Caller reader, CaseDocument stored, @Nullable PlanToday plan) {
        boolean looksOn =
                Cases.looksOn(reader, stored) && !reader.has(Role.RECOGNITION_OFFICER, stored.institutionId());
        return looksOn || plans.interested(reader, stored)
                ? List.of()
                : Review.possible(stored.standing(plan), reader.personId());
    }
}
