package cn.jiangxue.priorlearning;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.Role;
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
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.recognition.EvidenceIntake;
import cn.jiangxue.recognition.EvidenceOnShelf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The feature with all it stands on, over a real store. People and files are given by the test. */
final class PriorLearningFixture implements AutoCloseable {

    final Ground ground = new Ground();
    final LearningOutcomes outcomes;
    final PriorLearnings claims;
    final UUID institution;
    final UUID bare;
    final ClaimReminders reminders;
    final OverdueClaims overdue;
    final UUID union = UUID.randomUUID();
    final UUID officerAbove = UUID.randomUUID();
    final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    final List<PersonTold> told = new CopyOnWriteArrayList<>();
    final Map<UUID, Set<UUID>> employers = new ConcurrentHashMap<>();
    private final EvidenceOnShelf files = new EvidenceOnShelf(ground.clock);

    PriorLearningFixture() {
        ground.make(ClaimStore.INDEXES.toArray(CollectionIndex[]::new));
        Outbox silent = ground.outbox(List.of(), List.of());
        outcomes = OutcomeFixture.over(ground, silent);
        Organisations organisations = OrganisationFixture.over(ground);
        institution = OrganisationFixture.institution(ground, organisations, "临江市职业技能等级认定中心");
        bare = OrganisationFixture.institution(ground, organisations, "临江工匠学院");
        ClaimStaff staff = staff();
        ClaimStore store = new ClaimStore(
                ground.documents,
                ground.events,
                silent,
                new Colleagues(person -> Mono.just(employers.getOrDefault(person, Set.of())), organisations),
                ground.clock);
        reminders = new ClaimReminders(store, ground.time);
        overdue = new OverdueClaims(store, new OneAbove(union, List.of(officerAbove)), ground.time);
        Units units = new Units(Standards.of(Frameworks.load()));
        claims = new PriorLearnings(
                store,
                units,
                new Claiming(store, units, staff, organisations, ground.time),
                new ClaimantActs(store, new EvidenceIntake(files, ground.time), ground.time),
                new Assessing(store, ground.time),
                new Awarding(store, staff, ground.time),
                staff,
                files,
                organisations,
                outcomes,
                fact -> Mono.fromRunnable(() -> audited.add(fact)));
        PriorLearningConfiguration configuration = new PriorLearningConfiguration();
        ground.run(ground.outbox(
                List.of(configuration.claimsTell(), OutcomeFixture.SOURCE),
                List.of(
                        configuration.unitsOnRecord(claims),
                        Heard.by(PersonTold.class, "test", told),
                        Heard.by(AuditFact.class, "test", audited))));
    }

    static Caller learner() {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of());
    }

    Caller staff(Role... roles) {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                java.util.Arrays.stream(roles)
                        .map(role -> new RoleIn(role, institution))
                        .collect(Collectors.toSet()));
    }

    EvidenceEdit file(Caller owner, String caption) {
        UUID id = UUID.randomUUID();
        files.put(id, new StoredFile(id, owner.personId(), "照片.jpg", "image/jpeg", 1_234, "00"));
        return new EvidenceEdit(new LocalText(caption, caption), id, "照片.jpg", "image/jpeg", 1_234);
    }

    private ClaimStaff staff() {
        return new ClaimStaff() {
            @Override
            public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
                return Mono.just(personIds.stream().collect(Collectors.toMap(id -> id, id -> "名" + id)));
            }

            @Override
            public Mono<Boolean> isComplete(UUID institutionId) {
                return Mono.just(institutionId.equals(institution));
            }
        };
    }

    @Override
    public void close() throws Exception {
        ground.close();
    }
}
