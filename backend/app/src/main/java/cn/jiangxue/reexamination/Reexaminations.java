package cn.jiangxue.reexamination;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.DecidedCases;
import cn.jiangxue.recognition.EvidenceFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Re-examinations as learners, reviewers and those who decide see and move them. */
@Component
class Reexaminations {

    private static final int PAGE = 20;

    /** Organisations of one person that are looked through for an inbox. */
    private static final int INBOXES = 50;

    /** Of one learner. */
    private static final int OWN_MOST = 100;

    private final ReexaminationStore store;
    private final ReexaminationAccess access;
    private final Reviewing reviewing;
    private final DecidedCases cases;
    private final EvidenceFiles files;
    private final ReexaminationPeople people;
    private final AuditTrail audit;
    private final CivilTime time;

    Reexaminations(
            ReexaminationStore store,
            ReexaminationAccess access,
            Reviewing reviewing,
            DecidedCases cases,
            EvidenceFiles files,
            ReexaminationPeople people,
            AuditTrail audit,
            CivilTime time) {
        this.store = store;
        this.access = access;
        this.reviewing = reviewing;
        this.cases = cases;
        this.files = files;
        this.people = people;
        this.audit = audit;
        this.time = time;
    }

    Mono<List<Reexamination>> mine(Caller caller, @Nullable UUID caseId) {
        return store.ofLearner(caller.learnerId(), caseId, OWN_MOST)
                .flatMapIterable(found -> found)
                .concatMap(stored -> view(caller, stored))
                .collectList();
    }

    /** One index range per organisation of the caller, merged. */
    Mono<Page<ReexaminationSummary>> inbox(Caller caller, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return Flux.fromIterable(ReexaminationAccess.desks(caller))
                .take(INBOXES)
                .flatMap(organisation -> store.open(organisation, caller.personId(), after, PAGE + 1))
                .flatMapIterable(found -> found)
                .distinct(ReexaminationDocument::id)
                .sort(Comparator.comparing(ReexaminationDocument::queueKey))
                .take(PAGE + 1)
                .collectList()
                .flatMap(this::page);
    }

    /** {@code found}: one more than a page holds when there is another page. */
    Mono<Page<ReexaminationSummary>> page(List<ReexaminationDocument> found) {
        Cut<ReexaminationDocument> cut = Cut.of(found, PAGE, ReexaminationDocument::queueKey);
        Set<UUID> named = cut.shown().stream()
                .flatMap(stored -> Stream.concat(
                        Stream.of(stored.graded().personId()),
                        Stream.ofNullable(stored.file().reviewer())))
                .collect(Collectors.toSet());
        return people.names(named)
                .map(names -> cut.as(stored -> ReexaminationViews.summary(stored, names, time.today())));
    }

    Mono<Reexamination> find(Caller caller, UUID id) {
        return access.visible(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Reexamination> take(Caller caller, UUID id) {
        return reviewing.take(caller, id).flatMap(stored -> view(caller, stored));
    }

    Mono<Reexamination> attach(Caller caller, UUID id, UUID evidenceId, EvidenceEdit edit) {
        return reviewing.attach(caller, id, evidenceId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Reexamination> find(Caller caller, UUID id, UUID findingId, FindingEdit edit) {
        return reviewing.find(caller, id, findingId, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Reexamination> state(Caller caller, UUID id, StatementEdit edit) {
        return reviewing.state(caller, id, edit).flatMap(stored -> view(caller, stored));
    }

    Mono<Reexamination> rule(Caller caller, UUID id, UUID rulingId, RulingEdit edit) {
        return reviewing.rule(caller, id, rulingId, edit).flatMap(stored -> view(caller, stored));
    }

    /** Opens a file of the re-examination or of the application; what others than the learner open is on the audit record first. */
    Mono<EvidenceLink> open(Caller caller, UUID id, UUID evidenceId) {
        return access.visible(caller, id)
                .flatMap(stored -> link(stored, evidenceId)
                        .flatMap(link -> noted(caller, stored, evidenceId).thenReturn(link)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<EvidenceLink> link(ReexaminationDocument stored, UUID evidenceId) {
        return Flux.fromIterable(stored.file().evidence())
                .filter(file -> file.id().equals(evidenceId))
                .next()
                .flatMap(file -> files.link(file.fileId()))
                .switchIfEmpty(Mono.defer(() -> cases.link(stored.graded().caseId(), evidenceId)));
    }

    private Mono<Void> noted(Caller caller, ReexaminationDocument stored, UUID evidenceId) {
        return ReexaminationAccess.isOwn(caller, stored)
                ? Mono.empty()
                : audit.record(Reviewing.fact(
                        "reexamination.evidence-opened", caller, stored, Map.of("evidence", evidenceId.toString())));
    }

    private Mono<Reexamination> view(Caller caller, ReexaminationDocument stored) {
        Mono<Optional<Case>> dossier = ReexaminationAccess.isOwn(caller, stored)
                ? Mono.just(Optional.empty())
                : cases.inFull(stored.graded().caseId()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(
                people.names(ReexaminationViews.people(stored)),
                dossier,
                (names, found) -> ReexaminationViews.view(
                        stored, names, ReexaminationAccess.actor(caller, stored), time.today(), found.orElse(null)));
    }
}
