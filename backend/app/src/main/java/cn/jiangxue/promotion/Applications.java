package cn.jiangxue.promotion;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.evaluation.PlanAtWork;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.promotion.CareerDocument.StoredQualification;
import cn.jiangxue.promotion.CareerDocument.StoredWork;
import cn.jiangxue.promotion.CaseDocument.Asked;
import cn.jiangxue.promotion.CaseDocument.Under;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.Eligibilities.Known;
import cn.jiangxue.promotion.rules.EnterpriseWay.PlanFacts;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.recognition.EvidenceIntake;
import cn.jiangxue.vocabulary.GradeNames;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What applicants do: apply, attach, answer, withdraw. */
@Component
class Applications {

    private final Cases cases;
    private final Eligibilities eligibilities;
    private final EvidenceIntake intake;
    private final Organisations organisations;
    private final PlansOfCases plans;
    private final CivilTime time;

    Applications(
            Cases cases,
            Eligibilities eligibilities,
            EvidenceIntake intake,
            Organisations organisations,
            PlansOfCases plans,
            CivilTime time) {
        this.cases = cases;
        this.eligibilities = eligibilities;
        this.intake = intake;
        this.organisations = organisations;
        this.plans = plans;
        this.time = time;
    }

    /** Submits an application; the same again answers the same case. */
    Mono<CaseDocument> apply(Caller caller, UUID id, Application application) {
        check(application);
        return existing(caller, id, application).switchIfEmpty(Mono.defer(() -> submit(caller, id, application)));
    }

    private Mono<CaseDocument> existing(Caller caller, UUID id, Application application) {
        return cases.find(id).map(stored -> {
            if (!stored.learnerId().equals(caller.learnerId())) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            if (!stored.isOf(application)) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private Mono<CaseDocument> submit(Caller caller, UUID id, Application application) {
        return Mono.zip(
                        institution(application.institutionId()),
                        eligibilities.known(caller.learnerId()),
                        plan(caller, application))
                .map(all -> submitted(caller, id, application, all.getT1(), all.getT2(), all.getT3()))
                .flatMap(created -> cases.insert(created, submission(created))
                        .flatMap(inserted -> inserted
                                ? Mono.just(created)
                                : existing(caller, id, application)
                                        .switchIfEmpty(Mono.error(
                                                () -> new ProblemException(ProblemCode.CASE_ALREADY_OPEN)))));
    }

    private Mono<Organisation> institution(UUID id) {
        return organisations
                .find(id)
                .filter(found -> found.kind() == OrganisationKind.INSTITUTION)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("institutionId", new LocalText("请选择认定机构", "Choose an institution"))));
    }

    /** A plan, and what it adds to the conditions. */
    private record Planned(PlanAtWork plan, PlanFacts facts) {}

    private Mono<Optional<Planned>> plan(Caller caller, Application application) {
        return application.planId() == null
                ? Mono.just(Optional.empty())
                : plans.find(application.planId())
                        .filter(plan -> plan.occupationCode().equals(application.occupationCode())
                                && plan.institutionId().equals(application.institutionId()))
                        .flatMap(plan -> plans.facts(plan, application.grade(), caller.personId())
                                .map(facts -> Optional.of(new Planned(plan, facts))))
                        .switchIfEmpty(
                                Mono.error(
                                        () -> new ProblemException(ProblemCode.INVALID_FIELDS)
                                                .field(
                                                        "planId",
                                                        new LocalText(
                                                                "请选择本职业现行的企业评价方案及其批准机构",
                                                                "Choose a plan for this occupation, and the institution that approved it"))));
    }

    private CaseDocument submitted(
            Caller caller,
            UUID id,
            Application application,
            Organisation institution,
            Known known,
            Optional<Planned> planned) {
        OccupationalStandard standard = eligibilities.standard(application.occupationCode());
        Optional<PlanAtWork> plan = planned.map(Planned::plan);
        Asked asked = new Asked(
                application.occupationCode(),
                standard.occupation().name(),
                plan.map(PlanAtWork::edition).orElseGet(standard::edition),
                application.grade(),
                GradeNames.of(application.grade()),
                application.path(),
                application.achievement(),
                application.contest(),
                plan.map(one -> new Under(one.id(), one.version(), one.employerId(), one.employerName()))
                        .orElse(null));
        Eligibility eligibility = eligibilities.of(known, asked, planned.map(Planned::facts));
        refuseUnmet(eligibility);
        Instant now = now();
        Dossier dossier = new Dossier(
                application.statement().strip(),
                eligibility,
                work(known, application.occupationCode()),
                qualifications(known, application.occupationCode()),
                List.of(),
                switch (application.path()) {
                    case EXAMINATION ->
                        standard.requirements(application.grade()).examination();
                    case ENTERPRISE -> plan.orElseThrow().examination(application.grade());
                    case DIRECT, EXCEPTIONAL, CONTEST -> List.of();
                },
                List.of(),
                List.of(),
                List.of(new Happened(
                        now,
                        new LocalText("提交申请", "Submitted"),
                        caller.personId(),
                        application.statement().strip())),
                List.of());
        return CaseDocument.submitted(
                id,
                caller.learnerId(),
                caller.personId(),
                institution.id(),
                institution.name(),
                asked,
                dossier,
                deadline(Review.INSTITUTION_DAYS),
                now);
    }

    /** Every condition of every path that is not met. */
    static void refuseUnmet(Eligibility eligibility) {
        if (eligibility.eligible()) {
            return;
        }
        ProblemException refusal = new ProblemException(ProblemCode.NOT_ELIGIBLE, eligibility.gradeName());
        for (int p = 0; p < eligibility.paths().size(); p++) {
            var path = eligibility.paths().get(p);
            for (int f = 0; f < path.findings().size(); f++) {
                Finding finding = path.findings().get(f);
                if (!finding.met()) {
                    refusal.field("paths[%d].findings[%d]".formatted(p, f), unmet(path.name(), finding));
                }
            }
        }
        throw refusal;
    }

    private static LocalText unmet(LocalText path, Finding finding) {
        return new LocalText(
                "【%s】%s：要求%s；现为%s。依据：%s"
                        .formatted(
                                path.zh(),
                                finding.what().zh(),
                                finding.asked().zh(),
                                finding.found().zh(),
                                finding.clause()),
                "[%s] %s: asked %s; found %s. Clause: %s"
                        .formatted(
                                path.en(),
                                finding.what().en(),
                                finding.asked().en(),
                                finding.found().en(),
                                finding.clause()));
    }

    /** Attaches a file that the caller uploaded; the same again answers the same case. */
    Mono<CaseDocument> attach(Caller caller, UUID id, UUID evidenceId, EvidenceEdit edit) {
        return cases.own(caller, id)
                .then(Mono.defer(() -> intake.take(caller, evidenceId, edit)))
                .flatMap(file -> Tries.of(() -> cases.own(caller, id).flatMap(stored -> attach(stored, file, caller))));
    }

    private Mono<CaseDocument> attach(CaseDocument stored, Evidence file, Caller caller) {
        for (Evidence known : stored.dossier().evidence()) {
            if (known.id().equals(file.id())) {
                boolean same =
                        known.fileId().equals(file.fileId()) && known.caption().equals(file.caption());
                return same
                        ? Mono.just(stored)
                        : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, file.id()));
            }
        }
        refuseClosed(stored);
        if (stored.dossier().evidence().size() >= EvidenceIntake.FILES_MOST) {
            return Mono.error(new ProblemException(ProblemCode.EVIDENCE_LIMIT, EvidenceIntake.FILES_MOST));
        }
        LocalText what = new LocalText(
                "附上材料：" + file.caption().zh(), "Attached: " + file.caption().en());
        Dossier dossier = stored.dossier().with(file).with(new Happened(now(), what, caller.personId(), null));
        return cases.save(
                stored.next(stored.state(), dossier, stored.actBy(), null),
                fact(
                        "promotion.evidence-attached",
                        caller,
                        stored,
                        Map.of("file", file.fileId().toString())));
    }

    /** Answers a request for more, with work and credit as they are by now. */
    Mono<CaseDocument> resubmit(Caller caller, UUID id) {
        return Tries.of(() -> cases.own(caller, id).flatMap(stored -> resubmit(caller, stored)));
    }

    private Mono<CaseDocument> resubmit(Caller caller, CaseDocument stored) {
        refuseClosed(stored);
        if (stored.state() != CaseState.MORE_ASKED) {
            return Mono.just(stored);
        }
        return Mono.zip(eligibilities.known(caller.learnerId()), plans.facts(stored))
                .flatMap(both -> resubmit(caller, stored, both.getT1(), both.getT2()));
    }

    private Mono<CaseDocument> resubmit(Caller caller, CaseDocument stored, Known known, Optional<PlanFacts> plan) {
        Eligibility eligibility = eligibilities.of(known, stored.asked(), plan);
        refuseUnmet(eligibility);
        Dossier dossier = stored.dossier()
                .with(
                        eligibility,
                        work(known, stored.asked().occupationCode()),
                        qualifications(known, stored.asked().occupationCode()))
                .with(new Happened(now(), new LocalText("补充后重新提交", "Submitted again"), caller.personId(), null));
        return cases.save(
                stored.next(CaseState.SUBMITTED, dossier, deadline(Review.INSTITUTION_DAYS), null),
                fact("promotion.resubmitted", caller, stored, Map.of()));
    }

    Mono<CaseDocument> withdraw(Caller caller, UUID id) {
        return Tries.of(() -> cases.own(caller, id).flatMap(stored -> withdraw(caller, stored)));
    }

    private Mono<CaseDocument> withdraw(Caller caller, CaseDocument stored) {
        if (stored.state() == CaseState.WITHDRAWN) {
            return Mono.just(stored);
        }
        refuseClosed(stored);
        Dossier dossier =
                stored.dossier().with(new Happened(now(), new LocalText("撤回申请", "Withdrawn"), caller.personId(), null));
        return cases.save(
                stored.next(CaseState.WITHDRAWN, dossier, null, null),
                fact("promotion.withdrawn", caller, stored, Map.of()));
    }

    private static void refuseClosed(CaseDocument stored) {
        if (!Review.isOpen(stored.state())) {
            throw new ProblemException(ProblemCode.CASE_CLOSED, CaseViews.name(stored.state()));
        }
    }

    private static List<WorkRecord> work(Known known, String occupationCode) {
        return known.career().work().stream()
                .filter(work -> work.occupationCode().equals(occupationCode))
                .map(StoredWork::view)
                .toList();
    }

    private static List<Qualification> qualifications(Known known, String occupationCode) {
        return known.career().qualifications().stream()
                .filter(one -> one.occupationCode().equals(occupationCode))
                .map(StoredQualification::view)
                .toList();
    }

    private static AuditFact submission(CaseDocument created) {
        return new AuditFact(
                "promotion.submitted",
                created.personId(),
                created.institutionId(),
                "case:" + created.id(),
                Map.of(
                        "occupation", created.asked().occupationCode(),
                        "grade", created.asked().grade().name(),
                        "path", String.valueOf(created.asked().path())));
    }

    private static AuditFact fact(String action, Caller caller, CaseDocument stored, Map<String, String> facts) {
        return new AuditFact(action, caller.personId(), stored.institutionId(), "case:" + stored.id(), facts);
    }

    private LocalDate deadline(int workingDays) {
        return WorkingDays.PUBLISHED.after(time.today(), workingDays);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void check(Application application) {
        ApplicationCheck.flaws(application, time.today()).ifPresent(flaws -> {
            throw flaws;
        });
    }
}
