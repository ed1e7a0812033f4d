package cn.jiangxue.priorlearning;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.vocabulary.Reminder;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reminds claimants who were asked for more and have not answered yet, before their day is over. */
@Component
class ClaimReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final ClaimStore claims;
    private final CivilTime time;

    ClaimReminders(ClaimStore claims, CivilTime time) {
        this.claims = claims;
        this.time = time;
    }

    /** Some of those that are due; how many. Whoever answers at the same moment is not reminded. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        return claims.waitingForClaimants(today, Reminder.latest(today, WorkingDays.PUBLISHED), BATCH)
                .filter(stored -> Reminder.isDue(stored.actBy(), stored.remindedFor(), today, WorkingDays.PUBLISHED))
                .flatMap(this::remind, AT_ONCE)
                .count();
    }

    private Mono<ClaimDocument> remind(ClaimDocument stored) {
        AuditFact fact =
                new AuditFact("priorlearning.reminded", null, stored.institutionId(), "claim:" + stored.id(), Map.of());
        return claims.save(stored, stored.reminded(), ClaimantNews.dayNear(stored), fact);
    }
}
