package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredFile;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.outcome.VerifiedOutcomes;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.rules.Declaring;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.vocabulary.LearnerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes of elsewhere as their learners declare them. They are kept apart from the record of outcomes, so nothing counts them before an officer verified them. */
@Component
class DeclaredOutcomes {

    private final DeclaredRecord declared;
    private final Cases cases;
    private final VerifiedOutcomes outcomes;
    private final Standards standards;
    private final Awarders awarders;
    private final Alikes alikes;
    private final EvidenceIntake intake;
    private final EvidenceFiles files;
    private final Officers officers;
    private final CivilTime time;

    DeclaredOutcomes(
            DeclaredRecord declared,
            Cases cases,
            VerifiedOutcomes outcomes,
            Standards standards,
            Awarders awarders,
            Alikes alikes,
            EvidenceIntake intake,
            EvidenceFiles files,
            Officers officers,
            CivilTime time) {
        this.declared = declared;
        this.cases = cases;
        this.outcomes = outcomes;
        this.standards = standards;
        this.awarders = awarders;
        this.alikes = alikes;
        this.intake = intake;
        this.files = files;
        this.officers = officers;
        this.time = time;
    }

    /** The caller's own, newest first. */
    Mono<List<DeclaredOutcome>> of(Caller caller) {
        return declared.ofLearner(caller.learnerId()).collectList().flatMap(this::views);
    }

    /** Declares one; the same again answers the same. */
    Mono<DeclaredOutcome> declare(Caller caller, UUID id, DeclaredOutcomeEdit edit) {
        DeclaredOutcomeEdit said = Declaring.tidied(edit);
        check(said);
        return existing(caller, id, said)
                .switchIfEmpty(Mono.defer(() -> room(caller).then(make(caller, id, said))))
                .flatMap(this::view);
    }

    private void check(DeclaredOutcomeEdit said) {
        Set<String> occupations = standards.all().stream()
                .map(standard -> standard.occupation().code())
                .collect(Collectors.toSet());
        List<Declaring.Fault> faults = Declaring.faults(said, occupations, time.today());
        if (!faults.isEmpty()) {
            ProblemException problem = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> problem.field(fault.field(), fault.message()));
            throw problem;
        }
    }

    private Mono<DeclaredDocument> existing(Caller caller, UUID id, DeclaredOutcomeEdit said) {
        return declared.find(id).map(stored -> {
            if (!stored.learnerId().equals(caller.learnerId())) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            if (!stored.said().equals(said)) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private Mono<Void> room(Caller caller) {
        Mono<Long> standing = declared.ofLearner(caller.learnerId())
                .filter(each -> !each.takenBack())
                .count();
        Mono<Long> lately = declared.since(caller.learnerId(), now().minus(1, ChronoUnit.DAYS))
                .count();
        return Mono.zip(standing, lately)
                .filter(both -> both.getT1() >= DeclaredOutcomeApi.DECLARED_MOST
                        || both.getT2() >= DeclaredOutcomeApi.DECLARED_A_DAY)
                .flatMap(full -> Mono.error(Refusals.refused(
                        10,
                        ProblemCode.DECLARED_AT_LIMIT,
                        DeclaredOutcomeApi.DECLARED_MOST,
                        DeclaredOutcomeApi.DECLARED_A_DAY)));
    }

    private Mono<DeclaredDocument> make(Caller caller, UUID id, DeclaredOutcomeEdit said) {
        Mono<List<Evidence>> taken = Flux.fromIterable(said.files())
                .concatMap((DeclaredFile file) -> intake.take(caller, file.id(), file.file()))
                .collectList();
        Mono<Optional<Organisation>> issuer =
                awarders.named(said.issuer()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(taken, issuer)
                .map(both -> made(caller, id, said, both.getT1(), both.getT2()))
                .flatMap(made -> unlessTaken(made)
                        .then(Mono.defer(() -> unlessOnRecord(caller, made)))
                        .then(Mono.defer(() -> insert(caller, made))));
    }

    private Mono<Void> unlessTaken(DeclaredDocument made) {
        return outcomes.isTaken(made.id())
                .filter(Boolean::booleanValue)
                .flatMap(taken -> Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, made.id())));
    }

    private Mono<Void> unlessOnRecord(Caller caller, DeclaredDocument made) {
        return outcomes.ofIssuer(new LearnerId(caller.learnerId()), made.issuerId())
                .filter(known -> DeclaredDocument.samenesses(known).stream().anyMatch(made.sameAs()::contains))
                .next()
                .flatMap(known -> Mono.error(Refusals.refused(
                        10, ProblemCode.OUTCOME_ON_RECORD, made.said().title())));
    }

    private Mono<DeclaredDocument> insert(Caller caller, DeclaredDocument made) {
        AuditFact fact = fact("declared", caller, made);
        return declared.insert(made, fact)
                .flatMap(inserted -> inserted
                        ? Mono.just(made)
                        : existing(caller, made.id(), made.said())
                                .switchIfEmpty(Mono.error(() -> Refusals.refused(
                                        10,
                                        ProblemCode.OUTCOME_DECLARED_BEFORE,
                                        made.said().title()))));
    }

    private DeclaredDocument made(
            Caller caller, UUID id, DeclaredOutcomeEdit said, List<Evidence> taken, Optional<Organisation> registered) {
        UUID issuerId = registered.map(Organisation::id).orElseGet(() -> elsewhere(said.issuer()));
        return new DeclaredDocument(
                id,
                DeclaredDocument.SCHEMA,
                0,
                caller.learnerId(),
                said,
                issuerId,
                registered.map(Organisation::name).orElse(new LocalText(said.issuer(), said.issuer())),
                registered.isPresent(),
                taken,
                Declaring.samenesses(issuerId, said.type(), said.title(), said.number(), said.attainedOn()),
                List.of(),
                false,
                now(),
                List.of(),
                null);
    }

    /** The same name is the same issuer, so that caps per institution hold. */
    private static UUID elsewhere(String issuer) {
        return UUID.nameUUIDFromBytes(
                ("issuer elsewhere\n" + Declaring.plain(issuer)).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes it back while nobody has found out about it and no open case rests on it; the same again changes nothing. */
    Mono<Void> takeBack(Caller caller, UUID id) {
        return Tries.of(() -> own(caller, id).flatMap(stored -> switch (stored.standing()) {
                    case TAKEN_BACK -> Mono.just(stored);
                    case VERIFIED, REFUTED ->
                        Mono.error(Refusals.refused(
                                10, ProblemCode.DECLARED_EXAMINED, stored.said().title()));
                    case UNVERIFIED ->
                        unlessInUse(stored)
                                .then(Mono.defer(() -> declared.takenBack(stored, fact("taken-back", caller, stored))));
                }))
                .then();
    }

    private Mono<Void> unlessInUse(DeclaredDocument stored) {
        return cases.newestOf(stored.learnerId())
                .flatMapIterable(found -> found)
                .filter(found -> found.open() && found.proceeding().unexamined().contains(stored.id()))
                .next()
                .flatMap(found -> Mono.error(Refusals.refused(
                        10,
                        ProblemCode.DECLARED_IN_USE,
                        stored.said().title(),
                        found.asked().programme())));
    }

    private Mono<DeclaredDocument> own(Caller caller, UUID id) {
        return declared.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** Opens one of the caller's own files. */
    Mono<EvidenceLink> open(Caller caller, UUID id, UUID evidenceId) {
        return own(caller, id)
                .flatMap(stored -> Mono.justOrEmpty(stored.files().stream()
                        .filter(file -> file.id().equals(evidenceId))
                        .findFirst()))
                .flatMap(file -> files.link(file.fileId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** What issuers of the learner's declared outcomes are called, as evaluations know them; most are not on the platform. */
    Mono<Map<String, LocalText>> issuers(Caller caller) {
        return declared.ofLearner(caller.learnerId())
                .collectMap(each -> each.issuerId().toString(), DeclaredDocument::issuer);
    }

    private Mono<DeclaredOutcome> view(DeclaredDocument stored) {
        return views(List.of(stored)).map(List::getFirst);
    }

    /** As their learner sees them. */
    private Mono<List<DeclaredOutcome>> views(List<DeclaredDocument> stored) {
        return views(
                stored,
                stored.stream()
                        .filter(each -> each.standing() == Standing.UNVERIFIED)
                        .toList());
    }

    /** With the names of those who found out about them; {@code waiting}: those whose evidence is to be examined, shown with what is like them. */
    private Mono<List<DeclaredOutcome>> views(List<DeclaredDocument> stored, List<DeclaredDocument> waiting) {
        List<DeclaredDocument.EvidenceFound> found =
                stored.stream().flatMap(each -> each.findings().stream()).toList();
        return Mono.zip(
                        officers.names(found.stream()
                                .map(DeclaredDocument.EvidenceFound::officerId)
                                .collect(Collectors.toSet())),
                        awarders.names(found.stream()
                                .map(DeclaredDocument.EvidenceFound::institutionId)
                                .collect(Collectors.toSet())),
                        alikes.of(waiting))
                .map(around -> stored.stream()
                        .map(each -> DeclaredViews.view(
                                each,
                                around.getT1(),
                                around.getT2(),
                                around.getT3().getOrDefault(each.id(), List.of())))
                        .toList());
    }

    /** Those of a case, in its order. Nobody looks up what else a learner has once a case is closed. */
    Mono<List<DeclaredOutcome>> of(CaseDocument stored) {
        List<UUID> ids = stored.proceeding().declared().stream()
                .map(Proceeding.Declared::outcome)
                .toList();
        List<UUID> waiting = stored.open() ? stored.proceeding().toExamine() : List.of();
        return declared.among(stored.learnerId(), ids)
                .collectMap(DeclaredDocument::id)
                .flatMap(known -> views(among(known, ids), among(known, waiting)));
    }

    private static List<DeclaredDocument> among(Map<UUID, DeclaredDocument> known, List<UUID> ids) {
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    private static AuditFact fact(String step, Caller caller, DeclaredDocument about) {
        return new AuditFact(
                "declared-outcome." + step,
                caller.personId(),
                null,
                "outcome:" + about.id(),
                Map.of("type", about.said().type().name()));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
