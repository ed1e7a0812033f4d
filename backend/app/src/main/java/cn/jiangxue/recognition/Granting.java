package cn.jiangxue.recognition;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.transfer.Outcome.Authenticity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What has to hold, beside the votes, before a case may be granted. */
@Component
class Granting {

    private final Evaluations evaluations;
    private final Awarders awarders;
    private final WithdrawnOutcomes withdrawn;

    Granting(Evaluations evaluations, Awarders awarders, WithdrawnOutcomes withdrawn) {
        this.evaluations = evaluations;
        this.awarders = awarders;
        this.withdrawn = withdrawn;
    }

    /**
     * Completes when it may, else the refusal: nothing was withdrawn, and where the case rested on evidence, all of it was examined, something is granted by what was found,
     * and all who must agree to that are here.
     */
    Mono<Void> require(CaseDocument stored) {
        return stored.proceeding().declared().isEmpty()
                ? withdrawn.requireNone(stored)
                : grantsByWhatWasFound(stored).then(withdrawn.requireNone(stored));
    }

    private Mono<Boolean> grantsByWhatWasFound(CaseDocument stored) {
        return evaluations
                .pinned(stored.standingEvaluation())
                .flatMap(pinned -> examined(pinned).then(Mono.defer(() -> grantsHere(pinned))))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(
                        Mono.error(() -> Refusals.grantsNothing(stored.asked().programme())));
    }

    private static Mono<Void> examined(EvaluationDocument pinned) {
        long assumed = pinned.request().outcomes().stream()
                .filter(outcome -> outcome.proof().authenticity() == Authenticity.ASSUMED)
                .count();
        return assumed == 0 ? Mono.empty() : Mono.error(Refusals.refused(10, ProblemCode.EVIDENCE_UNEXAMINED, assumed));
    }

    private Mono<Boolean> grantsHere(EvaluationDocument pinned) {
        return pinned.evaluation().grants().isEmpty()
                ? Mono.just(false)
                : allHere(Consent.of(pinned.request(), pinned.evaluation()));
    }

    /** Whether every institution that would have to agree is on the platform. */
    Mono<Boolean> allHere(Consent consent) {
        return awarders.names(consent.ids())
                .map(known -> known.size() == consent.institutions().size());
    }
}
