package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.RoleIn;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Plans over a real store, with an enterprise and its people on paper. */
public final class EvaluationFixture {

    public static final String TURNER = "6-18-01-01";
    public static final OutboxSource SOURCE = new EvaluationConfiguration().evaluationPlansTell();

    public final EvaluationPlans plans;
    public final UUID employer;
    public final UUID institution;
    private final Ground ground;
    private final Map<UUID, Set<RoleIn>> roles = new LinkedHashMap<>();

    public EvaluationFixture(
            Ground ground, Outbox outbox, Organisations organisations, Standards standards, UUID institution) {
        this.ground = ground;
        this.institution = institution;
        ground.make(PlanStore.INDEXES.toArray(CollectionIndex[]::new));
        employer = OrganisationFixture.organisation(
                ground, organisations, UUID.randomUUID(), OrganisationKind.EMPLOYER, "匠心精工有限公司", null);
        PlanStore store = new PlanStore(ground.documents, ground.events, outbox, ground.clock);
        PlanPeople people = people();
        plans = new EvaluationPlans(
                store,
                new PlanFiling(store, people, organisations, standards, ground.time),
                new PlanDecisions(store, people, ground.time),
                people,
                organisations,
                ground.time);
    }

    /** Somebody who holds the roles, here and on the record of people. */
    public Caller person(UUID organisation, Role... held) {
        Set<RoleIn> in =
                Arrays.stream(held).map(role -> new RoleIn(role, organisation)).collect(Collectors.toSet());
        UUID id = UUID.randomUUID();
        roles.put(id, in);
        return new Caller(id, UUID.randomUUID(), UUID.randomUUID(), in);
    }

    /** Turners of grades five and four, for a year from today, with 70 to pass. */
    public VersionEdit content(Caller... assessors) {
        return new VersionEdit(
                List.of(Grade.JUNIOR, Grade.INTERMEDIATE),
                ground.time.today(),
                ground.time.today().plusYears(1),
                List.of("一号车间实训区"),
                Arrays.stream(assessors).map(Caller::personId).toList(),
                List.of(new PartEdit(ExamPart.THEORY, 700, 1), new PartEdit(ExamPart.PRACTICE, 700, 1)));
    }

    public PlanEdit edit(VersionEdit content) {
        return new PlanEdit(employer, institution, TURNER, content);
    }

    /** A plan that was filed, given a supervisor and approved. */
    public Plan approved(Caller administrator, Caller officer, Caller supervisor, VersionEdit content) {
        UUID id = UUID.randomUUID();
        return plans.file(administrator, id, edit(content))
                .flatMap(filed -> supervisors(officer, filed, List.of(supervisor.personId())))
                .flatMap(named -> decided(officer, named, PlanDecisionKind.APPROVE, ""))
                .block();
    }

    public Mono<Plan> decided(Caller officer, Plan seen, PlanDecisionKind kind, String reason) {
        return plans.decide(officer, seen.id(), UUID.randomUUID(), new PlanDecisionEdit(kind, reason, seen.revision()));
    }

    public Mono<Plan> supervisors(Caller officer, Plan seen, List<UUID> supervisors) {
        return plans.supervisors(officer, seen.id(), new SupervisorsEdit(supervisors, seen.revision()));
    }

    public Mono<Plan> plan(Caller reader, UUID id) {
        return plans.find(reader, id);
    }

    public Mono<List<PlanChoice>> choices(Caller worker, Grade grade) {
        return plans.choices(worker, TURNER, grade);
    }

    private PlanPeople people() {
        return new PlanPeople() {
            @Override
            public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
                return Mono.just(personIds.stream().collect(Collectors.toMap(id -> id, id -> "名" + id)));
            }

            @Override
            public Mono<Set<UUID>> holding(Role role, UUID organisationId, Collection<UUID> personIds) {
                return matching(personIds, held -> held.equals(new RoleIn(role, organisationId)));
            }

            @Override
            public Mono<Set<UUID>> within(UUID organisationId, Collection<UUID> personIds) {
                return matching(personIds, held -> held.organisationId().equals(organisationId));
            }

            @Override
            public Mono<List<UUID>> of(Role role, UUID organisationId, int limit) {
                return holding(role, organisationId, roles.keySet()).map(List::copyOf);
            }
        };
    }

    private Mono<Set<UUID>> matching(Collection<UUID> personIds, Predicate<RoleIn> which) {
        return Mono.just(personIds.stream()
                .filter(id -> roles.getOrDefault(id, Set.of()).stream().anyMatch(which))
                .collect(Collectors.toSet()));
    }
}
