package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.vocabulary.LearnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OutcomeRoutes {

    private final LearningOutcomes outcomes;

    OutcomeRoutes(LearningOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/api/me/outcomes")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<Outcome>> outcomes(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return outcomes.page(new LearnerId(caller.learnerId()), cursor);
    }
}
