package cn.jiangxue.recognition;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credit.CreditFixture;
import cn.jiangxue.credit.WithdrawnCredit;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.Completions;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.outcome.SkillGradeAttained;
import cn.jiangxue.outcome.VerifiedOutcomes;
import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.outcome.Withdrawals;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The feature with all it stands on, over a real store. People, files and the rule book are given by the test. */
final class RecognitionFixture implements AutoCloseable {

    static final String TURNER = Completions.TURNER;

    final Ground ground;
    final LearningOutcomes outcomes;
    final CreditFixture credit;
    final UUID union;
    final UUID institution;
    final UUID partner;
    final SampleBook book;
    final Cases cases;
    final Evaluations evaluations;
    final Applying applying;
    final Acting acting;
    final Queues queues;
    final Notices notices;
    final BulkDecisions bulk;
    final StandIns standIns;
    final Recognitions recognitions;
    final CasePosting posting;
    final Officers officers;
    final DeclaredRecord record;
    final DeclaredOutcomes declared;
    final Examining examining;
    final Map<UUID, List<UUID>> staff = new ConcurrentHashMap<>();
    final WithdrawalHearing hearing;
    final Withdrawals withdrawals;
    final WithdrawnCredit withdrawnCredit;
    final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    final List<PersonTold> told = new CopyOnWriteArrayList<>();
    final EvidenceOnShelf files;
    final Map<UUID, Set<UUID>> employers = new ConcurrentHashMap<>();
    final Map<String, UUID> logins = new ConcurrentHashMap<>();
    private final CivilDays days;

    RecognitionFixture() {
        this(new Ground());
    }

    RecognitionFixture(Ground ground) {
        this.ground = ground;
        files = new EvidenceOnShelf(ground.clock);
        days = new CivilDays(ground);
        Outbox silent = ground.outbox(List.of(), List.of());
        outcomes = OutcomeFixture.over(ground, silent);
        credit = new CreditFixture(ground, outcomes);
        ground.make(Cases.INDEXES.toArray(CollectionIndex[]::new));
        ground.make(DeclaredRecord.INDEXES.toArray(CollectionIndex[]::new));
        ground.make(StandIns.INDEXES.toArray(CollectionIndex[]::new));
        Organisations organisations = OrganisationFixture.over(ground);
        union = OrganisationFixture.organisation(
                ground, organisations, UUID.randomUUID(), OrganisationKind.UNION_CITY, "临江市总工会", null);
        institution = OrganisationFixture.organisation(
                ground, organisations, UUID.randomUUID(), OrganisationKind.INSTITUTION, "临江工匠学院", union);
        partner = OrganisationFixture.organisation(
                ground, organisations, UUID.randomUUID(), OrganisationKind.INSTITUTION, "临江职业技术学院", union);
        book = new SampleBook(institution, partner);
        AuditTrail audit = fact -> Mono.fromRunnable(() -> audited.add(fact));
        Awarders awarders = new Awarders(organisations);
        cases = new Cases(ground.documents, ground.events, silent, ground.clock);
        standIns = new StandIns(ground.documents, persons(), awarders, audit, ground.time);
        officers = new Officers(persons(), standIns, ground.time);
        record = new DeclaredRecord(ground.documents, ground.events, silent, ground.clock);
        Standards standards = Standards.of(Frameworks.load());
        evaluations = new Evaluations(
                book,
                new Offers(outcomes, record, credit.accounts, standards),
                new LiveAwards(cases, credit.postings, ground.documents),
                ground.documents,
                ground.time);
        RecognitionProperties properties = new RecognitionProperties(null, Map.of("p-none", 0));
        EvidenceIntake intake = new EvidenceIntake(files, ground.time);
        applying = new Applying(cases, evaluations, record, awarders, intake, properties, ground.time);
        withdrawnCredit = credit.withdrawn(outcomes, organisations);
        WithdrawnOutcomes withdrawn = new WithdrawnOutcomes(outcomes, evaluations, withdrawnCredit);
        withdrawals = OutcomeFixture.withdrawals(ground, silent);
        Granting granting = new Granting(evaluations, awarders, withdrawn);
        acting = new Acting(cases, officers, evaluations, withdrawn, granting, ground.time);
        VerifiedOutcomes verified = OutcomeFixture.verified(ground);
        examining = new Examining(cases, record, evaluations, officers, granting, verified, ground.time);
        declared = new DeclaredOutcomes(
                record,
                cases,
                verified,
                standards,
                awarders,
                new Alikes(outcomes, record),
                intake,
                files,
                officers,
                ground.time);
        queues = new Queues(cases, officers, ground.time);
        notices = new Notices(cases, acting, officers, ground.time);
        bulk = new BulkDecisions(cases, officers, acting);
        posting = new CasePosting(cases, evaluations, credit.postings, withdrawn, ground.time);
        hearing = new WithdrawalHearing(cases, evaluations, posting, withdrawn);
        recognitions = new Recognitions(
                book,
                cases,
                evaluations,
                officers,
                acting,
                awarders,
                credit.postings,
                withdrawn,
                declared,
                files,
                audit,
                properties,
                ground.time);
        RecognitionConfiguration configuration = new RecognitionConfiguration();
        ground.run(ground.outbox(
                List.of(
                        configuration.recognitionCasesTell(),
                        configuration.declaredOutcomesTell(),
                        OutcomeFixture.SOURCE,
                        CreditFixture.CORRECTIONS),
                Stream.concat(
                                credit.heard(withdrawnCredit).stream(),
                                Stream.of(
                                        configuration.recognitionPosted(posting),
                                        configuration.recognitionOfExaminedEvidence(examining),
                                        configuration.recognitionOfWithdrawnOutcomes(hearing),
                                        Heard.by(PersonTold.class, "test", told),
                                        Heard.by(AuditFact.class, "test", audited)))
                        .toList()));
    }

    CaseSweep sweep() {
        return new CaseSweep(
                cases, posting, officers, new SweepLease(ground.documents, "recognition", ground.clock), ground.time);
    }

    static Caller learner() {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of());
    }

    static Caller officer(UUID organisation) {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, organisation)));
    }

    /** A passed course of 16 class hours. */
    void course(Caller learner) {
        OutcomeFixture.record(outcomes, Completions.of(learner.learnerId(), UUID.randomUUID(), 16))
                .block();
    }

    /** The promotion case it comes from. */
    UUID grade(Caller learner, Grade grade) {
        UUID caseId = UUID.randomUUID();
        outcomes.record(new SkillGradeAttained(
                        learner.learnerId(),
                        caseId,
                        new LocalText("车工 " + grade, "Turner " + grade),
                        partner,
                        new LocalText("临江职业技术学院", "Linjiang"),
                        TURNER,
                        grade,
                        ground.time.today()))
                .block();
        return caseId;
    }

    /** As when its credential is revoked. */
    void revoke(Caller learner, UUID caseId, String reason) {
        withdrawals
                .ofGrade(
                        learner.learnerId(),
                        caseId,
                        new Withdrawal(
                                UUID.randomUUID(),
                                Withdrawal.Ground.CREDENTIAL_REVOKED,
                                reason,
                                UUID.randomUUID(),
                                null,
                                ground.clock.instant()))
                .block();
    }

    List<UUID> outcomesOf(Caller learner) {
        return outcomes.stated(new LearnerId(learner.learnerId()))
                .map(stated -> stated.id().value())
                .collectList()
                .map(List::reversed)
                .block();
    }

    /** Noon of the day after the last one to act. */
    void afterTheDay(UUID caseId) {
        LocalDate due = cases.find(caseId).block().dueOn();
        days.set(due.plusDays(1));
    }

    void on(LocalDate date) {
        days.set(date);
    }

    LocalDate in(int workingDays) {
        return WorkingDays.PUBLISHED.after(ground.time.today(), workingDays);
    }

    private record CivilDays(Ground ground) {
        void set(LocalDate date) {
            ground.clock.set(date.atTime(LocalTime.NOON)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant());
        }
    }

    private Persons persons() {
        return new Persons() {
            @Override
            public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
                return Mono.just(personIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> "名" + id)));
            }

            @Override
            public Mono<Set<UUID>> organisations(UUID personId) {
                return Mono.just(employers.getOrDefault(personId, Set.of()));
            }

            @Override
            public Flux<UUID> officersOf(UUID organisation, int limit) {
                return Flux.fromIterable(staff.getOrDefault(organisation, List.of()))
                        .take(limit);
            }

            @Override
            public Mono<UUID> officer(String login) {
                return Mono.justOrEmpty(logins.get(login));
            }
        };
    }

    @Override
    public void close() throws Exception {
        credit.close();
        ground.close();
    }
}
