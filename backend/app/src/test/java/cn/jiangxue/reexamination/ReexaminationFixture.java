package cn.jiangxue.reexamination;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credential.CredentialFixture;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.identity.OneAbove;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.promotion.GradeDecided;
import cn.jiangxue.promotion.PromotionFixture;
import cn.jiangxue.recognition.EvidenceIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The feature with all it stands on, over a real store, after the seed of the quarter was committed to. */
final class ReexaminationFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String REASON = "现场复核评分表、工件照片与系统记录逐项核对。";

    /** An officer above who may have had a part. */
    static final UUID OFFICER_OF_BOTH = UUID.randomUUID();

    final PromotionFixture promotion;
    final List<GradeDecided> told = new CopyOnWriteArrayList<>();
    final Path folder;
    final int share;
    CredentialFixture credentials;
    ReexaminationStore store;
    Periods periods;
    Drawing drawing;
    Reexaminations reexaminations;
    ReexaminationReminders reminders;
    OverdueReexaminations overdue;
    Oversight oversight;

    /** @param share in basis points */
    ReexaminationFixture(Path folder, int share) {
        this.folder = folder;
        this.share = share;
        ReexaminationConfiguration configuration = new ReexaminationConfiguration();
        promotion = new PromotionFixture(
                this::wire,
                CredentialFixture.SOURCE,
                configuration.reexaminationsTell(),
                configuration.reexaminationPeriodsTell());
        periods.upkeep().block(PATIENCE);
    }

    private List<Subscription<?>> wire(PromotionFixture all) {
        var ground = all.ground;
        var silent = ground.outbox(List.of(), List.of());
        ground.make(ReexaminationStore.INDEXES.toArray(cn.jiangxue.platform.CollectionIndex[]::new));
        credentials = new CredentialFixture(all, folder);
        Organisations organisations = OrganisationFixture.over(ground);
        ReexaminationPeople people = ids -> Mono.just(ids.stream().collect(Collectors.toMap(id -> id, id -> "名" + id)));
        store = new ReexaminationStore(ground.documents, ground.events, silent, ground.clock);
        periods = periods(all);
        drawing = new Drawing(periods, store, all.decidedCases, organisations, ground.time);
        ReexaminationAccess access = new ReexaminationAccess(store);
        reexaminations = new Reexaminations(
                store,
                access,
                new Reviewing(store, access, new EvidenceIntake(all.files, ground.time), people, ground.time),
                all.decidedCases,
                all.files,
                people,
                fact -> Mono.fromRunnable(() -> all.audited.add(fact)),
                ground.time);
        reminders = new ReexaminationReminders(store, ground.time);
        overdue = new OverdueReexaminations(
                store, new OneAbove(all.union, List.of(all.officerAbove, OFFICER_OF_BOTH)), ground.time);
        oversight = new Oversight(periods, store, reexaminations, organisations, ground.time);
        ReexaminationConfiguration configuration = new ReexaminationConfiguration();
        List<Subscription<?>> heard = new ArrayList<>(credentials.heard());
        heard.add(configuration.gradesInTheDraw(drawing));
        heard.add(configuration.credentialsOfOverturnedGrades(credentials.states));
        heard.add(Heard.by(GradeDecided.class, "test", told));
        return heard;
    }

    /** As another node would have them. */
    Periods periods(PromotionFixture all) {
        var ground = all.ground;
        return new Periods(
                ground.documents,
                new KeyFolder(folder),
                new ReexaminationProperties(share),
                ground.events,
                ground.outbox(List.of(), List.of()),
                ground.time);
    }

    /** Approves a grade and waits until it has been in the draw; the credential's id. */
    UUID approved(Caller learner, Caller officer) {
        UUID credential = promotion.promoted(learner, officer);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        told.stream().anyMatch(event -> event.credentialId().equals(credential)));
        return credential;
    }

    /** Approves a grade and waits until it was drawn; as the learner sees it. */
    Reexamination drawn(Caller learner, Caller officer) {
        UUID id = ReexaminationDocument.id(approved(learner, officer));
        return Objects.requireNonNull(reexaminations.find(learner, id).block(PATIENCE));
    }

    Caller officer() {
        return promotion.officer();
    }

    Caller assessor() {
        return promotion.assessor();
    }

    Caller administrator() {
        return with(Role.ADMINISTRATOR, promotion.institution);
    }

    static Caller with(Role role, UUID organisation) {
        return new Caller(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, organisation)));
    }

    /** An organisation that the institution does not lie in. */
    UUID elsewhere() {
        return OrganisationFixture.organisation(
                promotion.ground,
                OrganisationFixture.over(promotion.ground),
                UUID.randomUUID(),
                OrganisationKind.INSTITUTION,
                "别处鉴定中心",
                null);
    }

    List<AuditFact> audited(String action) {
        return promotion.audited.stream()
                .filter(fact -> fact.action().equals(action))
                .toList();
    }

    @Nullable
    Reexamination seen(Caller caller, UUID id) {
        return reexaminations.find(caller, id).block(PATIENCE);
    }

    @Override
    public void close() throws Exception {
        promotion.close();
    }
}
