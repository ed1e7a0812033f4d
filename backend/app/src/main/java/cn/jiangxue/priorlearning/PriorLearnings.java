package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.PriorLearningApi.Claimable;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.PriorLearningRecognised;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.priorlearning.Units.Choice;
import cn.jiangxue.recognition.EvidenceFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims of prior learning as claimants, assessors and officers see them. */
@Component
class PriorLearnings {

    private static final int PAGE = 20;

    /** Institutions of one person that are looked through for an inbox. */
    private static final int INBOXES = 50;

    private static final int INSTITUTIONS = 200;

    private final ClaimStore claims;
    private final Units units;
    private final Claiming claiming;
    private final ClaimantActs acts;
    private final Assessing assessing;
    private final Awarding awarding;
    private final ClaimStaff staff;
    private final EvidenceFiles files;
    private final Organisations organisations;
    private final LearningOutcomes outcomes;
    private final AuditTrail audit;

    PriorLearnings(
            ClaimStore claims,
            Units units,
            Claiming claiming,
            ClaimantActs acts,
            Assessing assessing,
            Awarding awarding,
            ClaimStaff staff,
            EvidenceFiles files,
            Organisations organisations,
            LearningOutcomes outcomes,
            AuditTrail audit) {
        this.claims = claims;
        this.units = units;
        this.claiming = claiming;
        this.acts = acts;
        this.assessing = assessing;
        this.awarding = awarding;
        this.staff = staff;
        this.files = files;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.audit = audit;
    }

    /** NOT_FOUND for an occupation without a standard. */
    Mono<Claimable> claimable(Caller caller, String occupation, Grade grade) {
        Choice choice = units.of(occupation, grade);
        return claims.ofLine(caller.learnerId(), choice.line()).map(before -> Units.claimable(choice, before));
    }

    /** Institutions with somebody to assess and somebody to decide. */
    Flux<Organisation> institutions() {
        return organisations
                .institutions()
                .filterWhen(institution -> staff.isComplete(institution.id()))
                .take(INSTITUTIONS);
    }

    Mono<Claim> claim(Caller caller, UUID id, ClaimEdit edit) {
        return claiming.claim(caller, id, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> find(Caller caller, UUID id) {
        return claims.visible(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> attach(Caller caller, UUID id, UUID evidenceId, PortfolioFileEdit edit) {
        return acts.attach(caller, id, evidenceId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> resubmit(Caller caller, UUID id) {
        return acts.resubmit(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> withdraw(Caller caller, UUID id) {
        return acts.withdraw(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> appoint(Caller caller, UUID id, UUID appointmentId, AppointmentEdit edit) {
        return assessing.appoint(caller, id, appointmentId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> assess(Caller caller, UUID id, UUID assessmentId, AssessmentEdit edit) {
        return assessing.assess(caller, id, assessmentId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> askForMore(Caller caller, UUID id, UUID requestId, MoreEdit edit) {
        return assessing.askForMore(caller, id, requestId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Claim> decide(Caller caller, UUID id, UUID decisionId, ClaimDecisionEdit edit) {
        return awarding.decide(caller, id, decisionId, edit).flatMap(stored -> view(caller, stored));
    }

    /** Opens a file for the claimant, an assessor or an officer; what others than the claimant open is on the audit record first. */
    Mono<EvidenceLink> open(Caller caller, UUID id, UUID evidenceId) {
        return claims.visible(caller, id)
                .flatMap(stored -> Mono.justOrEmpty(stored.dossier().files().stream()
                                .filter(file -> file.file().id().equals(evidenceId))
                                .findFirst())
                        .flatMap(file -> noted(caller, stored, file.file().fileId())
                                .then(files.link(file.file().fileId()))))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Void> noted(Caller caller, ClaimDocument stored, UUID fileId) {
        return stored.personId().equals(caller.personId())
                ? Mono.empty()
                : audit.record(Claiming.fact(
                        "priorlearning.evidence-opened", caller, stored, Map.of("file", fileId.toString())));
    }

    Mono<Page<ClaimSummary>> mine(Caller caller, @Nullable String cursor) {
        return claims.ofLearner(caller.learnerId(), Cut.after(cursor), PAGE + 1).flatMap(this::page);
    }

    /** One index range per institution of the caller, and one for late claims of institutions below where the caller is an officer, merged. */
    Mono<Page<ClaimSummary>> inbox(Caller caller, @Nullable ClaimState state, @Nullable String cursor) {
        Set<UUID> institutions = new TreeSet<>(caller.organisationsAs(Role.ASSESSOR));
        institutions.addAll(caller.organisationsAs(Role.RECOGNITION_OFFICER));
        String after = Cut.after(cursor);
        Flux<List<ClaimDocument>> own = Flux.fromIterable(institutions)
                .take(INBOXES)
                .flatMap(institution -> claims.ofInstitution(institution, state, after, PAGE + 1));
        Flux<List<ClaimDocument>> below = Flux.fromIterable(caller.organisationsAs(Role.RECOGNITION_OFFICER))
                .take(INBOXES)
                .flatMap(office -> claims.escalatedTo(office, state, after, PAGE + 1));
        return Flux.merge(own, below)
                .flatMapIterable(found -> found)
                .distinct(ClaimDocument::id)
                .sort(Comparator.comparing(ClaimDocument::queueKey))
                .take(PAGE + 1)
                .collectList()
                .flatMap(this::page);
    }

    /** Puts awarded units among the outcomes; may be repeated. */
    Mono<Void> record(UnitsAwarded awarded) {
        LocalText title = new LocalText(
                "%s %s 先前学习认定（%d个能力单元）"
                        .formatted(
                                awarded.occupation().zh(),
                                awarded.gradeName().zh(),
                                awarded.unitIds().size()),
                "%s, %s: prior learning, %d competence units"
                        .formatted(
                                awarded.occupation().en(),
                                awarded.gradeName().en(),
                                awarded.unitIds().size()));
        return outcomes.record(new PriorLearningRecognised(
                awarded.learnerId(),
                awarded.claimId(),
                title,
                awarded.institutionId(),
                awarded.institutionName(),
                awarded.occupationCode(),
                awarded.grade(),
                awarded.level(),
                awarded.unitIds(),
                awarded.evidenceHash(),
                awarded.decidedOn()));
    }

    private Mono<Page<ClaimSummary>> page(List<ClaimDocument> found) {
        Cut<ClaimDocument> cut = Cut.of(found, PAGE, ClaimDocument::queueKey);
        Set<UUID> people = cut.shown().stream().map(ClaimDocument::personId).collect(Collectors.toSet());
        return staff.names(people).map(names -> cut.as(stored -> ClaimViews.summary(stored, names)));
    }

    private Mono<Claim> view(Caller caller, ClaimDocument stored) {
        return Mono.zip(staff.names(ClaimViews.people(stored)), claims.actor(caller, stored))
                .map(both -> ClaimViews.view(stored, both.getT1(), both.getT2()));
    }
}
