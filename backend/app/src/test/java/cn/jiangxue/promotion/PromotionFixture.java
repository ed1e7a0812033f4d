package cn.jiangxue.promotion;

import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credit.CreditFixture;
import cn.jiangxue.evaluation.EvaluationFixture;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.identity.OneAbove;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.recognition.EvidenceIntake;
import cn.jiangxue.recognition.EvidenceOnShelf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The feature with all it stands on, over a real store. People and files are given by the test. */
public final class PromotionFixture implements AutoCloseable {

    public final Ground ground = new Ground();
    public final Standards standards = Standards.of(Frameworks.load());
    public final LearningOutcomes outcomes;
    public final CreditFixture credit;
    public final UUID institution;
    public final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    public final List<PersonTold> told = new CopyOnWriteArrayList<>();
    public final Careers careers;
    public final DecidedCases decidedCases;
    final DeclaredQualifications qualifications;
    final CaseReminders reminders;
    final Escalations escalations;
    public final UUID union = UUID.randomUUID();
    public final UUID officerAbove = UUID.randomUUID();
    final Promotions promotions;
    final CaseLists lists;
    final Supervision supervision;
    final EvaluationFixture enterprise;
    public final EvidenceOnShelf files = new EvidenceOnShelf(ground.clock);
    final Map<UUID, LocalDate> births = new HashMap<>();
    final List<UUID> staff = new CopyOnWriteArrayList<>();
    final Map<UUID, Set<UUID>> employers = new HashMap<>();

    /** @param heard what else hears of promotions, made once {@code careers} is there */
    public PromotionFixture(Function<PromotionFixture, List<Subscription<?>>> heard, OutboxSource... sources) {
        List<OutboxSource> telling = new ArrayList<>(List.of(sources));
        PromotionConfiguration configuration = new PromotionConfiguration();
        telling.add(configuration.promotionCasesTell());
        telling.add(configuration.careersTell());
        telling.add(OutcomeFixture.SOURCE);
        ground.make(Cases.INDEXES.toArray(CollectionIndex[]::new));
        ground.make(Bursts.INDEXES.toArray(CollectionIndex[]::new));
        Outbox silent = ground.outbox(List.of(), List.of());
        outcomes = OutcomeFixture.over(ground, silent);
        credit = new CreditFixture(ground, outcomes);
        careers = new Careers(ground.documents, standards, ground.events, silent, ground.time);
        qualifications = new DeclaredQualifications(careers, standards, ground.time);
        Organisations organisations = OrganisationFixture.over(ground);
        institution = OrganisationFixture.institution(ground, organisations, "临江市职业技能等级认定中心");
        OrganisationFixture.institution(ground, organisations, "临江工匠学院");
        Applicants people = people();
        enterprise = new EvaluationFixture(ground, silent, organisations, standards, institution);
        telling.add(EvaluationFixture.SOURCE);
        PlansOfCases plans = new PlansOfCases(enterprise.plans);
        KeptOut keptOut = new KeptOut(
                new Colleagues(person -> Mono.just(employers.getOrDefault(person, Set.of())), organisations));
        Cases cases = new Cases(ground.documents, ground.events, silent, ground.clock, enterprise.plans);
        Eligibilities eligibilities = new Eligibilities(
                careers, credit.accounts, people, standards, Frameworks.promotionPaths(), cases, plans, ground.time);
        promotions = new Promotions(
                cases,
                new Applications(
                        cases,
                        eligibilities,
                        new EvidenceIntake(files, ground.time),
                        organisations,
                        plans,
                        ground.time),
                new Examinations(cases, plans, keptOut, ground.time),
                new Confirmations(cases, plans, ground.time),
                new Decisions(cases, eligibilities, people, plans, keptOut, ground.time),
                eligibilities,
                plans,
                keptOut,
                careers,
                people,
                files,
                organisations,
                outcomes,
                fact -> Mono.fromRunnable(() -> audited.add(fact)));
        reminders = new CaseReminders(cases, people, plans, keptOut, ground.time);
        escalations = new Escalations(cases, new OneAbove(union, List.of(officerAbove)), ground.time);
        lists = new CaseLists(cases, enterprise.plans, people);
        decidedCases = new DecidedCases(cases, people, files);
        Bursts bursts = new Bursts(ground.documents, ground.time);
        supervision = new Supervision(
                bursts, cases, people, organisations, fact -> Mono.fromRunnable(() -> audited.add(fact)));
        List<Subscription<?>> subscriptions = new ArrayList<>(heard.apply(this));
        subscriptions.add(configuration.gradesOnRecord(promotions));
        subscriptions.add(configuration.burstsOfActs(bursts));
        subscriptions.add(Heard.by(AuditFact.class, "test", audited));
        subscriptions.add(Heard.by(PersonTold.class, "test", told));
        ground.run(ground.outbox(telling, subscriptions));
    }

    public static Caller learner() {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of());
    }

    public Caller officer() {
        return acting(Role.RECOGNITION_OFFICER);
    }

    Caller administrator() {
        return acting(Role.ADMINISTRATOR);
    }

    public Caller assessor() {
        return acting(Role.ASSESSOR);
    }

    private Caller acting(Role role) {
        return new Caller(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, institution)));
    }

    /** Admits an application, has every part marked with 80 and approves it. */
    Mono<Case> approved(Caller officer, Case applied) {
        return decided(officer, applied, DecisionKind.ADMIT)
                .flatMap(this::passed)
                .flatMap(passed -> decided(officer, passed, DecisionKind.APPROVE));
    }

    /** Has every part of an examination marked with 80. */
    Mono<Case> passed(Case admitted) {
        return Flux.fromIterable(admitted.examination().parts())
                .concatMap(part -> Flux.range(0, part.assessors())
                        .concatMap(i -> promotions.mark(
                                assessor(),
                                admitted.id(),
                                UUID.randomUUID(),
                                new MarkEdit(part.part(), 1, 800, null, ""))))
                .last();
    }

    private Mono<Case> decided(Caller officer, Case seen, DecisionKind kind) {
        return promotions.decide(officer, seen.id(), UUID.randomUUID(), new DecisionEdit(kind, "", seen.revision()));
    }

    /** An approved application of a turner for grade four; the grade's credential id. */
    public UUID promoted(Caller learner, Caller officer) {
        careers.save(
                        learner.learnerId(),
                        learner.personId(),
                        UUID.randomUUID(),
                        new WorkRecordEdit("6-18-01-01", "匠心精工", LocalDate.of(2020, 7, 1), null))
                .block();
        credit.earn(learner.learnerId(), 16);
        Application application = Application.byExamination("6-18-01-01", Grade.INTERMEDIATE, institution, "");
        return promotions
                .apply(learner, UUID.randomUUID(), application)
                .flatMap(applied -> approved(officer, applied))
                .map(Case::credentialId)
                .block();
    }

    /** How many grades are in force on the learner's record. */
    public int gradesHeld(Caller learner) {
        return careers.of(learner.learnerId()).block().gradesInForce().size();
    }

    private Applicants people() {
        return new Applicants() {
            @Override
            public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
                return Mono.just(personIds.stream().collect(Collectors.toMap(id -> id, id -> "名" + id)));
            }

            @Override
            public Mono<LocalDate> bornOn(UUID learnerId) {
                return Mono.justOrEmpty(births.get(learnerId));
            }

            @Override
            public Flux<UUID> officersOf(UUID institutionId, int limit) {
                return Flux.fromIterable(staff).take(limit);
            }

            @Override
            public Mono<Boolean> hasOfficer(UUID institutionId) {
                return Mono.just(institutionId.equals(institution));
            }
        };
    }

    @Override
    public void close() throws Exception {
        credit.close();
        ground.close();
    }
}
