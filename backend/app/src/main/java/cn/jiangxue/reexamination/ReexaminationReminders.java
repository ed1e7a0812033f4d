package cn.jiangxue.reexamination;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.reexamination.rules.Steps;
import cn.jiangxue.vocabulary.Reminder;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds before a day is over: learners whose grade was found doubtful and who have said nothing yet, before it may be taken back; and whoever took a re-examination
 * and has found nothing yet.
 */
@Component
class ReexaminationReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final ReexaminationStore store;
    private final CivilTime time;

    ReexaminationReminders(ReexaminationStore store, CivilTime time) {
        this.store = store;
        this.time = time;
    }

    /** Some of those that are due; how many. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        LocalDate latest = Reminder.latest(today, WorkingDays.PUBLISHED);
        return Flux.concat(
                        store.waitingForLearners(today, latest, BATCH), store.waitingForReviewers(today, latest, BATCH))
                .flatMap(stored -> remind(stored, today), AT_ONCE)
                .count();
    }

    private Mono<ReexaminationDocument> remind(ReexaminationDocument stored, LocalDate today) {
        LocalDate learners = Steps.waitsForLearnerUntil(stored.standing());
        if (learners != null && isDue(stored, learners, today)) {
            return save(stored, learners, LearnerNews.dayNear(stored, learners));
        }
        LocalDate reviewers = Steps.waitsForReviewerUntil(stored.standing());
        UUID reviewer = stored.file().reviewer();
        return reviewer != null && reviewers != null && isDue(stored, reviewers, today)
                ? save(stored, reviewers, dayNear(reviewer, stored, reviewers))
                : Mono.empty();
    }

    private static boolean isDue(ReexaminationDocument stored, LocalDate day, LocalDate today) {
        return Reminder.isDue(day, stored.remindedFor(), today, WorkingDays.PUBLISHED);
    }

    private static PersonTold dayNear(UUID reviewer, ReexaminationDocument stored, LocalDate day) {
        return new PersonTold(
                reviewer,
                MessageKind.REEXAMINATION_REVIEW_DAY_NEAR,
                stored.id(),
                stored.graded().what(),
                stored.graded().institutionName(),
                day);
    }

    /** Empty when somebody was first. */
    private Mono<ReexaminationDocument> save(ReexaminationDocument stored, LocalDate day, PersonTold told) {
        AuditFact fact = new AuditFact(
                "reexamination.reminded",
                null,
                stored.graded().institutionId(),
                "reexamination:" + stored.id(),
                Map.of("state", stored.state().name()));
        return store.save(stored.reminded(day), told, fact);
    }
}
