package cn.jiangxue.promotion;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.vocabulary.Reminder;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds before a day is over: applicants who were asked for more and have not answered yet, and the officers of an institution that has to act. */
@Component
class CaseReminders {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    /** Officers of one institution who are told of one application. */
    private static final int OFFICERS_MOST = 10;

    /** Officers of one institution who are looked at. */
    private static final int ASKED = 50;

    private final Cases cases;
    private final Applicants people;
    private final PlansOfCases plans;
    private final KeptOut keptOut;
    private final CivilTime time;

    CaseReminders(Cases cases, Applicants people, PlansOfCases plans, KeptOut keptOut, CivilTime time) {
        this.cases = cases;
        this.people = people;
        this.plans = plans;
        this.keptOut = keptOut;
        this.time = time;
    }

    /** Some of those that are due; how many. Whoever answers or decides at the same moment is not reminded. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        LocalDate latest = Reminder.latest(today, WorkingDays.PUBLISHED);
        Flux<CaseDocument> applicants = cases.waitingForApplicants(today, latest, BATCH)
                .filter(stored -> isDue(stored, today))
                .flatMap(stored -> remind(stored, List.of(ApplicantNews.dayNear(stored))), AT_ONCE);
        Flux<CaseDocument> officers = Flux.fromArray(CaseState.values())
                .filter(Review::waitsForOfficers)
                .concatMap(state -> cases.waitingForInstitution(state, today, latest, BATCH))
                .filter(stored -> isDue(stored, today))
                .flatMap(
                        stored -> whoMayDecide(stored)
                                .map(officer -> dayNear(officer, stored))
                                .collectList()
                                .filter(told -> !told.isEmpty())
                                .flatMap(told -> remind(stored, told)),
                        AT_ONCE);
        return applicants.concatWith(officers).count();
    }

    private static boolean isDue(CaseDocument stored, LocalDate today) {
        return Reminder.isDue(stored.actBy(), stored.remindedFor(), today, WorkingDays.PUBLISHED);
    }

    /** Officers of the institution who would not be refused for what they did, or for whom they know. */
    private Flux<UUID> whoMayDecide(CaseDocument stored) {
        return plans.today(stored)
                .map(plan -> stored.standing(plan.orElse(null)))
                .flatMapMany(standing -> people.officersOf(stored.institutionId(), ASKED)
                        .filter(officer -> !officer.equals(stored.personId()))
                        .filter(officer -> !Review.possible(standing, officer).isEmpty()))
                .filterWhen(officer -> keptOut.isColleague(officer, stored).map(kept -> !kept))
                .take(OFFICERS_MOST);
    }

    private static PersonTold dayNear(UUID officer, CaseDocument stored) {
        return ApplicantNews.told(officer, stored, MessageKind.PROMOTION_STEP_DAY_NEAR, stored.actBy());
    }

    private Mono<CaseDocument> remind(CaseDocument stored, List<PersonTold> told) {
        AuditFact fact = new AuditFact(
                "promotion.reminded",
                null,
                stored.institutionId(),
                "case:" + stored.id(),
                Map.of("told", Integer.toString(told.size())));
        return cases.save(
                stored.reminded(), Stream.concat(told.stream(), Stream.of(fact)).toArray(Record[]::new));
    }
}
