package cn.jiangxue.recognition;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.vocabulary.Reminder;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds before a day is over: applicants who were asked for more or refused, and the officer who looks after a case that waits for officers. */
final class CaseReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Cases cases;

    CaseReminders(Cases cases) {
        this.cases = cases;
    }

    /** Some of those that are due; how many. */
    Mono<Long> batch(Day day) {
        LocalDate latest = Reminder.latest(day.today(), WorkingDays.PUBLISHED);
        return Flux.concat(
                        cases.waitingForApplicants(day.today(), latest, BATCH),
                        cases.waitingForHandlers(day.today(), latest, BATCH))
                .flatMap(stored -> remind(stored, day.today()), AT_ONCE)
                .count();
    }

    private Mono<CaseDocument> remind(CaseDocument stored, LocalDate today) {
        Proceeding proceeding = stored.proceeding();
        LocalDate applicants = Proceedings.waitsForApplicantUntil(proceeding.state());
        if (applicants != null && isDue(stored, applicants, today)) {
            return save(stored, applicants, ApplicantNews.dayNear(stored, applicants));
        }
        LocalDate officers = Proceedings.waitsForHandlerUntil(proceeding);
        UUID handler = proceeding.handler();
        return handler != null && officers != null && isDue(stored, officers, today)
                ? save(stored, officers, dayNear(handler, stored, officers))
                : Mono.empty();
    }

    private static boolean isDue(CaseDocument stored, LocalDate day, LocalDate today) {
        return Reminder.isDue(day, stored.remindedFor(), today, WorkingDays.PUBLISHED);
    }

    private static PersonTold dayNear(UUID handler, CaseDocument stored, LocalDate day) {
        return new PersonTold(
                handler,
                MessageKind.RECOGNITION_STEP_DAY_NEAR,
                stored.id(),
                stored.asked().programme(),
                stored.asked().institution(),
                day);
    }

    /** Empty when somebody was first. */
    private Mono<CaseDocument> save(CaseDocument stored, LocalDate day, PersonTold told) {
        AuditFact fact = new AuditFact(
                "recognition.reminded",
                null,
                stored.proceeding().needs().institution(),
                "case:" + stored.id(),
                Map.of("stage", stored.stage().name()));
        return cases.save(stored, stored.reminded(day), told, fact);
    }
}
