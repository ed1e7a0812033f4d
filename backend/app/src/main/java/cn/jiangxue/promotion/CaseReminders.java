package cn.jiangxue.promotion;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.vocabulary.Reminder;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reminds applicants who were asked for more and have not answered yet, before their day is over. */
@Component
class CaseReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Cases cases;
    private final CivilTime time;

    CaseReminders(Cases cases, CivilTime time) {
        this.cases = cases;
        this.time = time;
    }

    /** Some of those that are due; how many. Whoever answers at the same moment is not reminded. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        return cases.waitingForApplicants(today, Reminder.latest(today, WorkingDays.PUBLISHED), BATCH)
                .filter(stored -> Reminder.isDue(stored.actBy(), stored.remindedFor(), today, WorkingDays.PUBLISHED))
                .flatMap(this::remind, AT_ONCE)
                .count();
    }

    private Mono<CaseDocument> remind(CaseDocument stored) {
        AuditFact fact =
                new AuditFact("promotion.reminded", null, stored.institutionId(), "case:" + stored.id(), Map.of());
        return cases.save(stored.reminded(), ApplicantNews.dayNear(stored), fact);
    }
}
