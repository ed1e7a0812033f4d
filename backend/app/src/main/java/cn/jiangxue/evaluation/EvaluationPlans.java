package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.PlanDocument.StoredVersion;
import cn.jiangxue.evaluation.rules.GradeParts;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.RoleIn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans as enterprises, institutions and supervisors see them, and as applications under them ask for them. */
@Component
public final class EvaluationPlans {

    private static final int PAGE = 20;

    /** Institutions of one person that are looked through for an inbox, and enterprises for a choice. */
    private static final int ORGANISATIONS = 50;

    /** Approved plans of one enterprise in one occupation that a choice offers. */
    private static final int CHOICES = 20;

    /** Plans that one person supervises. */
    public static final int SUPERVISED_MOST = 200;

    private final PlanStore plans;
    private final PlanFiling filing;
    private final PlanDecisions decisions;
    private final PlanPeople people;
    private final Organisations organisations;
    private final CivilTime time;

    EvaluationPlans(
            PlanStore plans,
            PlanFiling filing,
            PlanDecisions decisions,
            PlanPeople people,
            Organisations organisations,
            CivilTime time) {
        this.plans = plans;
        this.filing = filing;
        this.decisions = decisions;
        this.people = people;
        this.organisations = organisations;
        this.time = time;
    }

    /** The plan by the version that holds; empty for an unknown one and before the first approval. */
    public Mono<PlanAtWork> atWork(UUID planId) {
        return plans.find(planId)
                .flatMap(stored -> Mono.justOrEmpty(stored.approved()).map(version -> atWork(stored, version)));
    }

    private PlanAtWork atWork(PlanDocument stored, StoredVersion version) {
        return new PlanAtWork(
                stored.id(),
                version.version(),
                stored.employerId(),
                stored.employerName(),
                stored.institutionId(),
                stored.occupationCode(),
                version.edition(),
                version.parts().stream().collect(Collectors.toUnmodifiableMap(GradeParts::grade, GradeParts::parts)),
                Set.copyOf(version.content().assessors()),
                Set.copyOf(stored.supervisors()),
                stored.hindrance(time.today()).map(PlanViews::name));
    }

    /** Whether the person holds any role in the enterprise. */
    public Mono<Boolean> employs(UUID employerId, UUID personId) {
        return people.within(employerId, List.of(personId)).map(found -> !found.isEmpty());
    }

    /** Whether the caller has to keep out of what concerns the enterprise. */
    public boolean interested(Caller caller, UUID employerId) {
        return PlanViews.interested(caller, employerId);
    }

    /** Whether the plan names the person as a supervisor. */
    public Mono<Boolean> supervises(UUID personId, UUID planId) {
        return plans.find(planId)
                .map(stored -> stored.supervisors().contains(personId))
                .defaultIfEmpty(false);
    }

    /** Ids of the plans that name the person as a supervisor, at most {@value #SUPERVISED_MOST}. */
    public Mono<List<UUID>> supervisedBy(UUID personId) {
        return plans.supervisedBy(personId, SUPERVISED_MOST);
    }

    Mono<Page<PlanSummary>> ofEmployer(Caller caller, UUID employerId, @Nullable String cursor) {
        return organisations
                .require(caller, employerId, Role.ADMINISTRATOR)
                .then(Mono.defer(() -> plans.ofEmployer(employerId, Cut.after(cursor), PAGE + 1)))
                .map(this::page);
    }

    /** One index range per institution, merged. */
    Mono<Page<PlanSummary>> inbox(Caller caller, @Nullable PlanState state, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return Flux.fromIterable(caller.organisationsAs(Role.RECOGNITION_OFFICER))
                .take(ORGANISATIONS)
                .flatMap(institution -> plans.ofInstitution(institution, state, after, PAGE + 1))
                .flatMapIterable(found -> found)
                .sort(Comparator.comparing(PlanDocument::queueKey))
                .take(PAGE + 1)
                .collectList()
                .map(this::page);
    }

    private Page<PlanSummary> page(List<PlanDocument> found) {
        return Cut.of(found, PAGE, PlanDocument::queueKey).as(stored -> PlanViews.summary(stored, time.today()));
    }

    /** For officers of the institution, supervisors, and administrators of the enterprise or of one above it; else NOT_FOUND. */
    Mono<Plan> find(Caller caller, UUID id) {
        return plans.find(id)
                .switchIfEmpty(PlanStore.notFound())
                .flatMap(stored -> isNear(caller, stored)
                        ? Mono.just(stored)
                        : organisations
                                .require(caller, stored.employerId(), Role.ADMINISTRATOR)
                                .thenReturn(stored))
                .flatMap(stored -> view(caller, stored));
    }

    private static boolean isNear(Caller caller, PlanDocument stored) {
        return caller.has(Role.RECOGNITION_OFFICER, stored.institutionId())
                || stored.supervisors().contains(caller.personId());
    }

    Mono<Plan> file(Caller caller, UUID id, PlanEdit edit) {
        return filing.file(caller, id, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Plan> file(Caller caller, UUID id, int version, VersionEdit edit) {
        return filing.file(caller, id, version, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Plan> decide(Caller caller, UUID id, UUID decisionId, PlanDecisionEdit edit) {
        return decisions.decide(caller, id, decisionId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<List<PersonName>> candidates(Caller caller, UUID id) {
        return decisions.candidates(caller, id);
    }

    Mono<Plan> supervisors(Caller caller, UUID id, SupervisorsEdit edit) {
        return decisions.supervisors(caller, id, edit).flatMap(stored -> view(caller, stored));
    }

    /** Plans in force of the caller's enterprises that cover the grade. */
    Mono<List<PlanChoice>> choices(Caller caller, String occupationCode, Grade grade) {
        return Flux.fromStream(
                        caller.roles().stream().map(RoleIn::organisationId).distinct())
                .take(ORGANISATIONS)
                .flatMap(employer -> plans.approvedOf(employer, occupationCode, CHOICES))
                .flatMapIterable(found -> found)
                .mapNotNull(stored -> choice(stored, grade).orElse(null))
                .sort(Comparator.comparing(PlanChoice::until).reversed().thenComparing(PlanChoice::planId))
                .collectList();
    }

    private Optional<PlanChoice> choice(PlanDocument stored, Grade grade) {
        return stored.hindrance(time.today()).isPresent()
                ? Optional.empty()
                : stored.approved()
                        .filter(version -> version.content().grades().contains(grade))
                        .map(version -> PlanViews.choice(stored, version));
    }

    private Mono<Plan> view(Caller caller, PlanDocument stored) {
        return people.names(PlanViews.people(stored)).map(names -> PlanViews.view(stored, caller, names, time.today()));
    }
}
