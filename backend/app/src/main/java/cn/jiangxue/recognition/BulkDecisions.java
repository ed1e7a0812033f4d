package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.BulkDecision;
import cn.jiangxue.contract.RecognitionApi.BulkItem;
import cn.jiangxue.contract.RecognitionApi.BulkResult;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.Answer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many decisions of one officer at once, where the outcomes prove themselves. Each stands by itself, with an id of its own: a repeat answers the same. */
@Component
class BulkDecisions {

    private static final int AT_ONCE = 4;

    private final Cases cases;
    private final Officers officers;
    private final Acting acting;

    BulkDecisions(Cases cases, Officers officers, Acting acting) {
        this.cases = cases;
        this.officers = officers;
        this.acting = acting;
    }

    /** In the order of the request. */
    Mono<List<BulkResult>> decide(Caller officer, BulkDecision asked) {
        if (asked.cases().isEmpty() || asked.cases().size() > RecognitionApi.BULK_MOST) {
            return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "cases",
                            new LocalText(
                                    "请选择1至%d份申请".formatted(RecognitionApi.BULK_MOST),
                                    "Choose 1 to %d cases".formatted(RecognitionApi.BULK_MOST))));
        }
        return Flux.fromIterable(asked.cases())
                .flatMapSequential(item -> one(officer, asked, item), AT_ONCE)
                .collectList();
    }

    private Mono<BulkResult> one(Caller officer, BulkDecision asked, BulkItem item) {
        Act.Decide act = new Act.Decide(item.decisionId(), asked.grant(), asked.reason());
        return cases.find(item.caseId())
                .flatMap(stored -> officers.visible(officer, stored))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(stored -> stored.asked().review() == ReviewMode.AUTOMATIC
                        ? one(officer, asked, item, stored, act)
                        : Mono.just(new BulkResult(
                                item.caseId(),
                                false,
                                new LocalText("需要评审的申请不能批量决定，请逐件办理", "It needs a review: decide it by itself"))))
                .onErrorResume(
                        ProblemException.class,
                        refused -> Mono.just(new BulkResult(item.caseId(), false, refused.inWords())));
    }

    private Mono<BulkResult> one(Caller officer, BulkDecision asked, BulkItem item, CaseDocument stored, Act act) {
        if (!asked.dryRun()) {
            return acting.act(officer, item.caseId(), act, item.revision())
                    .map(decided -> new BulkResult(item.caseId(), true, null));
        }
        return acting.asked(officer, stored, act).map(answer -> switch (answer) {
            case Answer.Done ignored
            when stored.revision() != item.revision() -> throw new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case Answer.Done ignored -> new BulkResult(item.caseId(), true, null);
            case Answer.Repeated ignored -> new BulkResult(item.caseId(), true, null);
            default -> throw Refusals.of(answer, Map.of());
        });
    }
}
