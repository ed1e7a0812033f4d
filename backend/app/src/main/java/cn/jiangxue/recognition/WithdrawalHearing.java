package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hears of outcomes that were taken back: has reversed what cases posted because of them, and says so on every case that rests on one. A case that is just being posted
 * is posted first, so that nothing is written after this looked.
 */
@Component
class WithdrawalHearing {

    private final Cases cases;
    private final Evaluations evaluations;
    private final CasePosting posting;
    private final WithdrawnOutcomes withdrawn;

    WithdrawalHearing(Cases cases, Evaluations evaluations, CasePosting posting, WithdrawnOutcomes withdrawn) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.posting = posting;
        this.withdrawn = withdrawn;
    }

    Mono<Void> hear(OutcomeWithdrawn told) {
        return cases.newestOf(told.learnerId())
                .flatMapIterable(found -> found)
                .filter(stored -> stored.open() || !stored.dossier().written().isEmpty())
                .filterWhen(stored -> restsOn(stored, told))
                .concatMapDelayError(stored -> posted(stored)
                        .then(Mono.defer(() -> cases.find(stored.id())))
                        .flatMap(now -> withdrawn.takeBack(now, now.dossier().written()))
                        .then(Mono.defer(() -> note(stored.id(), told))))
                .then();
    }

    private Mono<Boolean> restsOn(CaseDocument stored, OutcomeWithdrawn told) {
        OutcomeId outcome = new OutcomeId(told.outcomeId());
        return evaluations
                .pinned(stored.standingEvaluation())
                .map(pinned -> pinned.request().outcomes().stream()
                        .anyMatch(judged -> judged.id().equals(outcome)))
                .defaultIfEmpty(false);
    }

    private Mono<Void> posted(CaseDocument stored) {
        return stored.proceeding().state() instanceof State.Posting
                ? posting.post(stored)
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(
                                Mono.error(() -> new IllegalStateException("still being posted: " + stored.id())))
                        .then()
                : Mono.empty();
    }

    /** Once: a case that says so already is not written. */
    private Mono<CaseDocument> note(UUID caseId, OutcomeWithdrawn told) {
        LocalText what = new LocalText(
                "所依据的学习成果《%s》已被撤回".formatted(told.title().zh()),
                "The outcome “%s” that it rests on was withdrawn"
                        .formatted(told.title().en()));
        Happened happened = new Happened(
                told.withdrawal().at(), what, null, told.withdrawal().reason());
        return Tries.of(() -> cases.find(caseId)
                .flatMap(stored -> stored.dossier().history().contains(happened)
                        ? Mono.just(stored)
                        : cases.save(
                                stored,
                                stored.next(
                                        stored.proceeding(), stored.dossier().with(happened)),
                                new AuditFact(
                                        "recognition.outcome-withdrawn",
                                        null,
                                        stored.proceeding().needs().institution(),
                                        "case:" + caseId,
                                        Map.of("outcome", told.outcomeId().toString())))));
    }
}
