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
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds before a day is over: applicants who were asked for more or refused, and the officer who looks after a case that waits for officers; where nobody does, those who may take it. */
final class CaseReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    /** Officers who are told of a case that nobody took. */
    private static final int OFFICERS_MOST = 10;

    private final Cases cases;
    private final Officers officers;

    CaseReminders(Cases cases, Officers officers) {
        this.cases = cases;
        this.officers = officers;
    }

    /** Some of those that are due; how many. */
    Mono<Long> batch(Day day) {
        LocalDate latest = Reminder.latest(day.today(), WorkingDays.PUBLISHED);
        return Flux.concat(
                        cases.waitingForApplicants(day.today(), latest, BATCH),
                        cases.waitingForHandlers(day.today(), latest, BATCH))
                .flatMap(stored -> remind(stored, day.today()), AT_ONCE)
                .concatWith(cases.waitingForAnybody(day.today(), latest, BATCH)
                        .flatMap(stored -> remindWhoMayTake(stored, day), AT_ONCE))
                .count();
    }

    /** Once. Where there is nobody who may, whoever takes it is reminded, and the body above is told when it is late. */
    private Mono<CaseDocument> remindWhoMayTake(CaseDocument stored, Day day) {
        LocalDate until = stored.dueOn();
        return until == null || !isDue(stored, until, day.today())
                ? Mono.empty()
                : officers.whoMayTake(stored, day, OFFICERS_MOST)
                        .map(officer -> dayNear(officer, MessageKind.RECOGNITION_UNTAKEN_DAY_NEAR, stored, until))
                        .collectList()
                        .filter(told -> !told.isEmpty())
                        .flatMap(told -> save(stored, until, told.toArray(PersonTold[]::new)));
    }

    private Mono<CaseDocument> remind(CaseDocument stored, LocalDate today) {
        Proceeding proceeding = stored.proceeding();
        LocalDate applicants = Proceedings.waitsForApplicantUntil(proceeding.state());
        if (applicants != null && isDue(stored, applicants, today)) {
            return save(stored, applicants, ApplicantNews.dayNear(stored, applicants));
        }
        LocalDate until = Proceedings.waitsForHandlerUntil(proceeding);
        UUID handler = proceeding.handler();
        return handler != null && until != null && isDue(stored, until, today)
                ? save(stored, until, dayNear(handler, MessageKind.RECOGNITION_STEP_DAY_NEAR, stored, until))
                : Mono.empty();
    }

    private static boolean isDue(CaseDocument stored, LocalDate day, LocalDate today) {
        return Reminder.isDue(day, stored.remindedFor(), today, WorkingDays.PUBLISHED);
    }

    private static PersonTold dayNear(UUID officer, MessageKind kind, CaseDocument stored, LocalDate day) {
        return new PersonTold(
                officer,
                kind,
                stored.id(),
                stored.asked().programme(),
                stored.asked().institution(),
                day);
    }

    /** Empty when somebody was first. */
    private Mono<CaseDocument> save(CaseDocument stored, LocalDate day, PersonTold... told) {
        AuditFact fact = new AuditFact(
                "recognition.reminded",
                null,
                stored.proceeding().needs().institution(),
                "case:" + stored.id(),
                Map.of("stage", stored.stage().name(), "told", Integer.toString(told.length)));
        return cases.save(
                stored,
                stored.reminded(day),
                Stream.concat(Stream.of(told), Stream.of(fact)).toArray(Record[]::new));
    }
}
