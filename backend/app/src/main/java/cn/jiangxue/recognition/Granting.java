package cn.jiangxue.recognition;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
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

    /** Completes when it may, else the refusal: something is granted by the evaluation that stands, all who must agree are here, and nothing was withdrawn. */
    Mono<Void> require(CaseDocument stored) {
        return stored.dossier().foundEvaluationId() == null
                ? withdrawn.requireNone(stored)
                : evaluations
                        .pinned(stored.standingEvaluation())
                        .flatMap(pinned -> grantsHere(pinned))
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(() -> new ProblemException(
                                ProblemCode.RECOGNITION_GRANTS_NOTHING,
                                stored.asked().programme())))
                        .then(withdrawn.requireNone(stored));
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
