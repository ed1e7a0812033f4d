package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi.EvidenceFindingEdit;
import cn.jiangxue.outcome.Verification;
import cn.jiangxue.outcome.VerifiedOutcomes;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.CaseDocument.Dossier;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.DeclaredDocument.EvidenceFound;
import cn.jiangxue.recognition.Evaluations.Judged;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.Answer;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Needs;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Officers examine the evidence of outcomes of elsewhere. What they find is written once, with the declared outcome, whatever case it was examined in: of two at once one
 * is written, the other is told by whom. Then the outcome goes on record, if it is authentic, and every open case that rests on it goes on; both may be repeated.
 */
@Component
class Examining {

    private final Cases cases;
    private final DeclaredRecord declared;
    private final Evaluations evaluations;
    private final Officers officers;
    private final Granting granting;
    private final VerifiedOutcomes outcomes;
    private final CivilTime time;

    Examining(
            Cases cases,
            DeclaredRecord declared,
            Evaluations evaluations,
            Officers officers,
            Granting granting,
            VerifiedOutcomes outcomes,
            CivilTime time) {
        this.cases = cases;
        this.declared = declared;
        this.evaluations = evaluations;
        this.officers = officers;
        this.granting = granting;
        this.outcomes = outcomes;
        this.time = time;
    }

    /** Records a finding; the same again answers the same. NOT_FOUND for an outcome that is none of the case's. */
    Mono<CaseDocument> examine(Caller caller, UUID caseId, UUID outcomeId, UUID findingId, EvidenceFindingEdit edit) {
        Act.Examine act = new Act.Examine(
                findingId,
                outcomeId,
                edit.authentic(),
                edit.means(),
                Objects.requireNonNullElse(edit.note(), "").strip());
        return Tries.of(() -> Mono.zip(
                                cases.find(caseId).filter(stored -> restsOn(stored, outcomeId)),
                                declared.find(outcomeId))
                        .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                        .flatMap(both -> examine(caller, both.getT1(), both.getT2(), act)))
                .then(Mono.defer(() -> cases.find(caseId)));
    }

    private static boolean restsOn(CaseDocument stored, UUID outcomeId) {
        return stored.proceeding().declared().stream()
                .anyMatch(each -> each.outcome().equals(outcomeId));
    }

    private Mono<DeclaredDocument> examine(Caller caller, CaseDocument stored, DeclaredDocument said, Act.Examine act) {
        return officers.actor(caller, stored)
                .map(actor -> Proceedings.act(stored.proceeding(), actor, act, day()))
                .flatMap(answer -> switch (answer) {
                    case Answer.Done ignored ->
                        said.found() == null
                                        || (onAppeal(stored) && !said.found().authentic())
                                ? write(caller, stored, said, act)
                                : followed(said).then(foundBefore(caller, said, act));
                    case Answer.NothingToExamine ignored -> foundBefore(caller, said, act);
                    default -> Mono.error(Refusals.of(answer, Map.of()));
                });
    }

    private static boolean onAppeal(CaseDocument stored) {
        return stored.proceeding().state() instanceof State.Appealed;
    }

    /** Empty when somebody else wrote meanwhile. */
    private Mono<DeclaredDocument> write(Caller caller, CaseDocument stored, DeclaredDocument said, Act.Examine act) {
        Needs needs = stored.proceeding().needs();
        UUID body = onAppeal(stored) ? Objects.requireNonNull(needs.higher()) : needs.institution();
        EvidenceFound found = new EvidenceFound(
                act.id(),
                stored.id(),
                body,
                caller.personId(),
                act.authentic(),
                act.authentic() ? act.means() : null,
                act.note(),
                now());
        AuditFact fact = new AuditFact(
                "recognition.evidence-examined",
                caller.personId(),
                body,
                "case:" + stored.id(),
                Map.of(
                        "outcome", said.id().toString(),
                        "authentic", Boolean.toString(act.authentic()),
                        "reason", act.note()));
        return declared.examined(said, found, fact, new EvidenceExamined(said.id()))
                .flatMap(written -> followed(written).thenReturn(written));
    }

    private Mono<DeclaredDocument> foundBefore(Caller caller, DeclaredDocument said, Act.Examine act) {
        EvidenceFound first = said.findings().stream()
                .filter(found -> found.id().equals(act.id()))
                .findFirst()
                .orElseGet(said::found);
        if (first == null) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        if (first.id().equals(act.id())) {
            boolean same = first.officerId().equals(caller.personId())
                    && first.authentic() == act.authentic()
                    && first.means() == (act.authentic() ? act.means() : null)
                    && first.note().equals(act.note());
            return same ? Mono.just(said) : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, act.id()));
        }
        return officers.names(Set.of(first.officerId()))
                .flatMap(names -> Mono.error(Refusals.refused(
                        10,
                        ProblemCode.EVIDENCE_FOUND_BEFORE,
                        names.getOrDefault(first.officerId(), "—"),
                        time.dateOf(first.at()).toString())));
    }

    Mono<Void> hear(EvidenceExamined told) {
        return declared.find(told.outcomeId()).flatMap(this::followed);
    }

    /** What comes of the finding that stands; every step may be repeated. */
    private Mono<Void> followed(DeclaredDocument said) {
        return recorded(said)
                .then(Mono.defer(() -> cases.newestOf(said.learnerId())))
                .flatMapIterable(found -> found)
                .filter(stored -> stored.open() && restsOn(stored, said.id()))
                .concatMap(stored -> Tries.of(() -> cases.find(stored.id()).flatMap(now -> goOn(now, said))))
                .then();
    }

    private Mono<Void> recorded(DeclaredDocument said) {
        EvidenceFound found = said.found();
        if (found == null || said.standing() != Standing.VERIFIED) {
            return Mono.empty();
        }
        String number = said.said().number();
        return outcomes.record(
                new LearnerId(said.learnerId()),
                said.outcome(),
                new Verification(
                        found.institutionId(),
                        found.caseId(),
                        found.officerId(),
                        time.dateOf(found.at()),
                        number == null ? said.id().toString() : number));
    }

    /** The case with what was found; once nothing is left to examine it is judged anew. What a body above finds later is noted only: what was voted on stays, for its own appeal to judge. */
    private Mono<CaseDocument> goOn(CaseDocument stored, DeclaredDocument said) {
        EvidenceFound found = said.found();
        if (found == null || !stored.open()) {
            return Mono.just(stored);
        }
        EvidenceFound first = said.findings().getFirst();
        Proceeding next = stored.proceeding()
                .examined(said.id(), new Proceeding.Found(first.officerId(), first.authentic()), !first.equals(found));
        if (next.equals(stored.proceeding())) {
            return Mono.just(stored);
        }
        Dossier told = stored.dossier().with(happened(said, found));
        boolean complete =
                !stored.proceeding().unexamined().isEmpty() && next.unexamined().isEmpty() && !onAppeal(stored);
        return complete ? judgedAnew(stored, next, told) : cases.save(stored, stored.next(next, told));
    }

    private static Happened happened(DeclaredDocument said, EvidenceFound found) {
        String title = said.said().title();
        return new Happened(
                found.at(),
                found.authentic()
                        ? Wording.text("核验《%s》：材料属实".formatted(title), "“%s” verified: authentic".formatted(title))
                        : Wording.text("核验《%s》：材料不实".formatted(title), "“%s” examined: not authentic".formatted(title)),
                found.officerId(),
                found.note());
    }

    private Mono<CaseDocument> judgedAnew(CaseDocument stored, Proceeding next, Dossier told) {
        return evaluations
                .pinned(stored.asked().evaluationId())
                .flatMap(first -> evaluations.judgeAnew(first, next.refuted()))
                .flatMap(judged -> granting.allHere(Consent.of(judged))
                        .flatMap(here -> evaluations
                                .pin(stored.id(), judged, now())
                                .flatMap(pinned -> saved(stored, next, told, judged, here, pinned.id()))));
    }

    private Mono<CaseDocument> saved(
            CaseDocument stored, Proceeding next, Dossier told, Judged judged, boolean here, UUID evaluationId) {
        Consent consent = Consent.of(judged);
        boolean grants = here && !judged.evaluation().grants().isEmpty();
        Needs before = next.needs();
        // What began before a panel stays with it, as long as there is anything to vote on.
        Needs needs = new Needs(before.institution(), before.panel(), consent.ids(), before.higher());
        Happened anew = new Happened(
                now(),
                grants
                        ? Wording.text("按核验结论重新评价", "Judged anew by what was found out")
                        : Wording.text("按核验结论重新评价，没有可以认定的学分", "Judged anew by what was found out: nothing to grant"),
                null,
                null);
        return cases.save(
                stored,
                stored.judged(
                        stored.asked()
                                .now(
                                        consent.titles(),
                                        judged.evaluation().granted().milli(),
                                        mode(consent)),
                        Proceedings.judgedAnew(next, needs, grants, day()),
                        told.with(anew).foundBy(evaluationId)));
    }

    private static cn.jiangxue.contract.RecognitionApi.ReviewMode mode(Consent consent) {
        return new Consent(true, consent.institutions(), consent.titles()).mode();
    }

    private Day day() {
        return new Day(time.today(), WorkingDays.PUBLISHED);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
