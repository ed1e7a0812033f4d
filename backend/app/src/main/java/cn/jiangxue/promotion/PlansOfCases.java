package cn.jiangxue.promotion;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.evaluation.EvaluationPlans;
import cn.jiangxue.evaluation.PlanAtWork;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.promotion.CaseDocument.Under;
import cn.jiangxue.promotion.rules.EnterpriseWay.PlanFacts;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import cn.jiangxue.promotion.rules.Review;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What applications ask about the plans of enterprises. */
@Component
class PlansOfCases {

    private final EvaluationPlans plans;

    PlansOfCases(EvaluationPlans plans) {
        this.plans = plans;
    }

    /** The plan by the version that holds; empty for an unknown one. */
    Mono<PlanAtWork> find(UUID planId) {
        return plans.atWork(planId);
    }

    /** Who acts under the application's plan today; empty where the institution examines. A plan that is gone lets nobody act. */
    Mono<Optional<PlanToday>> today(CaseDocument stored) {
        Under under = stored.asked().under();
        return under == null
                ? Mono.just(Optional.empty())
                : plans.atWork(under.planId())
                        .map(plan -> new PlanToday(plan.hindrance().isEmpty(), plan.assessors(), plan.supervisors()))
                        .defaultIfEmpty(new PlanToday(false, Set.of(), Set.of()))
                        .map(Optional::of);
    }

    /** What the plan adds to the conditions of an application; empty once it is admitted: what keeps a sitting from beginning is asked then with every mark. */
    Mono<Optional<PlanFacts>> facts(CaseDocument stored) {
        Under under = stored.asked().under();
        boolean asked = under != null && Review.isOpen(stored.state()) && stored.state() != CaseState.IN_EXAMINATION;
        return under == null || !asked
                ? Mono.just(Optional.empty())
                : plans.atWork(under.planId())
                        .flatMap(plan -> facts(plan, stored.asked().grade(), stored.personId()))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    Mono<PlanFacts> facts(PlanAtWork plan, Grade grade, UUID applicant) {
        return plans.employs(plan.employerId(), applicant)
                .map(employs -> new PlanFacts(
                        plan.employerName(),
                        plan.version(),
                        !plan.examination(grade).isEmpty(),
                        plan.hindrance(),
                        employs));
    }

    /** Whether the caller has to keep out: they hold a role in the enterprise that examines. */
    boolean interested(Caller caller, CaseDocument stored) {
        Under under = stored.asked().under();
        return under != null && plans.interested(caller, under.employerId());
    }
}
