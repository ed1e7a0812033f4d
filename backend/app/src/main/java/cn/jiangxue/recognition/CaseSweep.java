package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Writes down what the calendar brought: publicity that ended, requests for more that nobody answered, and what is overdue and goes on the desk of the higher body. Reminds of
 * a day that is near, and tries again what the ledger did not take. Acts never wait for it: the rules let pass what is due before anything else.
 */
final class CaseSweep implements AutoCloseable {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Cases cases;
    private final CasePosting posting;
    private final CaseReminders reminders;
    private final CivilTime time;
    private final LeasedSweep sweep;

    CaseSweep(Cases cases, CasePosting posting, Officers officers, SweepLease lease, CivilTime time) {
        this.cases = cases;
        this.posting = posting;
        this.reminders = new CaseReminders(cases, officers);
        this.time = time;
        this.sweep = new LeasedSweep("the calendar of recognition cases", lease, this::batch);
    }

    void start() {
        sweep.start();
    }

    @Override
    public void close() {
        sweep.close();
    }

    /** Writes all that is due; nothing while another node does. How many cases changed. */
    Mono<Long> sweep() {
        return sweep.sweep();
    }

    private Mono<Long> batch() {
        Day day = new Day(time.today(), WorkingDays.PUBLISHED);
        Mono<Long> passed = cases.waking(day.today(), BATCH)
                .flatMap(stored -> pass(stored, day), AT_ONCE)
                .count();
        Mono<Long> posted = cases.posting(BATCH)
                .flatMap(posting::post, AT_ONCE)
                .filter(Boolean::booleanValue)
                .count();
        return Mono.zip(passed, posted, Long::sum).zipWith(reminders.batch(day), Long::sum);
    }

    /** Empty when somebody was first: the next batch looks again. */
    private Mono<CaseDocument> pass(CaseDocument stored, Day day) {
        Proceeding next = Proceedings.passed(stored.proceeding(), day);
        if (next.equals(stored.proceeding())) {
            return Mono.empty();
        }
        LocalText what = what(next);
        Happened happened = new Happened(time.clock().instant().truncatedTo(ChronoUnit.MILLIS), what, null, null);
        return cases.save(
                stored,
                stored.next(next, stored.dossier().with(happened)),
                new AuditFact(
                        "recognition.day-passed",
                        null,
                        stored.proceeding().needs().institution(),
                        "case:" + stored.id(),
                        Map.of("stage", next.state().stage().name())));
    }

    private static LocalText what(Proceeding next) {
        if (next.escalatedOn() != null) {
            return Wording.text("超过办理期限，已提请上级机构督办", "Overdue: the higher body was told");
        }
        return next.state() instanceof State.Deciding && next.supplements().isEmpty()
                ? Wording.text("公示期满", "The publicity ended")
                : Wording.text("期限届满，进入下一环节", "The day is over, the next step begins");
    }
}
