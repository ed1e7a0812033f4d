package cn.jiangxue.promotion;

import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.identity.Superiors;
import cn.jiangxue.identity.Superiors.Above;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.rules.Review;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts applications of institutions that are late on the list of the organisation above, which looks on; whoever had to act still has to. */
@Component
class Escalations {

    private static final int BATCH = 100;

    private final Cases cases;
    private final Superiors superiors;
    private final CivilTime time;

    Escalations(Cases cases, Superiors superiors, CivilTime time) {
        this.cases = cases;
        this.superiors = superiors;
        this.time = time;
    }

    /** Some of those that are late; how many. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        Flux<CaseDocument> late = Flux.fromArray(CaseState.values())
                .filter(state -> Review.isLate(state, LocalDate.MIN, today))
                .concatMap(state -> cases.late(state, today, BATCH));
        return superiors.escalate(
                late, stored -> superiors.above(stored.institutionId()), (stored, above) -> save(stored, above, today));
    }

    private Mono<CaseDocument> save(CaseDocument stored, Above above, LocalDate today) {
        Happened event = new Happened(time.clock().instant().truncatedTo(ChronoUnit.MILLIS), above.said(), null, null);
        return cases.save(
                stored.escalated(above.on(today), event),
                above.told(
                        "promotion.escalated",
                        stored.institutionId(),
                        "case:" + stored.id(),
                        stored.state(),
                        officer -> ApplicantNews.overdue(officer, stored)));
    }
}
