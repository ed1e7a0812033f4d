package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.promotion.CaseDocument.Escalated;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.rules.Review;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts applications of institutions that are late on the list of the organisation above, which looks on; whoever had to act still has to. */
@Component
class Escalations {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

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
        return Flux.fromArray(CaseState.values())
                .filter(state -> Review.isLate(state, LocalDate.MIN, today))
                .concatMap(state -> cases.late(state, today, BATCH))
                .flatMap(stored -> escalate(stored, today), AT_ONCE)
                .count();
    }

    /** Empty when somebody was first. */
    private Mono<CaseDocument> escalate(CaseDocument stored, LocalDate today) {
        return superiors
                .above(stored.institutionId())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(above -> escalate(stored, new Escalated(above.orElse(null), today)));
    }

    private Mono<CaseDocument> escalate(CaseDocument stored, Escalated escalated) {
        UUID to = escalated.to();
        LocalText what = to == null
                ? new LocalText("超过办理期限", "Overdue")
                : new LocalText("超过办理期限，已提请上级机构督办", "Overdue: the organisation above was told");
        Happened event = new Happened(time.clock().instant().truncatedTo(ChronoUnit.MILLIS), what, null, null);
        AuditFact fact = new AuditFact(
                "promotion.escalated",
                null,
                stored.institutionId(),
                "case:" + stored.id(),
                Map.of("state", stored.state().name(), "to", to == null ? "" : to.toString()));
        return cases.save(stored.escalated(escalated, event), fact);
    }
}
