package cn.jiangxue.priorlearning;

import cn.jiangxue.identity.Superiors;
import cn.jiangxue.identity.Superiors.Above;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts claims that an institution is late with on the list of the organisation above, which looks on; whoever had to act still has to. */
@Component
class OverdueClaims {

    private static final int BATCH = 100;

    private final ClaimStore claims;
    private final Superiors superiors;
    private final CivilTime time;

    OverdueClaims(ClaimStore claims, Superiors superiors, CivilTime time) {
        this.claims = claims;
        this.superiors = superiors;
        this.time = time;
    }

    /** Some of those that are late; how many. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        return superiors.escalate(
                claims.overdue(today, BATCH),
                stored -> superiors.above(stored.institutionId()),
                (stored, above) -> save(stored, above, today));
    }

    private Mono<ClaimDocument> save(ClaimDocument stored, Above above, LocalDate today) {
        Happened event = new Happened(time.clock().instant().truncatedTo(ChronoUnit.MILLIS), above.said(), null, null);
        return claims.save(
                stored,
                stored.escalated(above.on(today), event),
                above.told(
                        "priorlearning.escalated",
                        stored.institutionId(),
                        "claim:" + stored.id(),
                        stored.state(),
                        officer -> ClaimantNews.overdue(officer, stored)));
    }
}
