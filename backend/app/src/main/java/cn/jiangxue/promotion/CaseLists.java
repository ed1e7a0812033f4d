package cn.jiangxue.promotion;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.EvaluationPlans;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of applications, a page at a time: the applicant's own, an officer's, an assessor's. */
@Component
class CaseLists {

    private static final int PAGE = 20;

    /** Organisations and plans of one person that are looked through for a list. */
    private static final int RANGES = EvaluationPlans.SUPERVISED_MOST;

    private final Cases cases;
    private final EvaluationPlans plans;
    private final Applicants applicants;

    CaseLists(Cases cases, EvaluationPlans plans, Applicants applicants) {
        this.cases = cases;
        this.plans = plans;
        this.applicants = applicants;
    }

    Mono<Page<CaseSummary>> mine(Caller caller, @Nullable String cursor) {
        return cases.ofLearner(caller.learnerId(), Cut.after(cursor), PAGE + 1).flatMap(this::page);
    }

    /** Open ones, or those in one state, of the institutions where the caller is an officer, and late ones of institutions below. */
    Mono<Page<CaseSummary>> inbox(Caller caller, @Nullable CaseState state, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return merged(
                caller.organisationsAs(Role.RECOGNITION_OFFICER),
                office -> Flux.merge(
                                cases.ofInstitution(office, state, after, PAGE + 1),
                                cases.escalatedTo(office, state, after, PAGE + 1))
                        .flatMapIterable(found -> found)
                        .collectList());
    }

    /** Those that are examined by the institutions and enterprises where the caller is an assessor. */
    Mono<Page<CaseSummary>> examinations(Caller caller, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return merged(
                caller.organisationsAs(Role.ASSESSOR),
                examiner -> Flux.merge(
                                cases.examinedAt(examiner, after, PAGE + 1),
                                cases.examinedBy(examiner, after, PAGE + 1))
                        .flatMapIterable(found -> found)
                        .collectList());
    }

    /** Those in which a sitting waits for the caller as a supervisor. */
    Mono<Page<CaseSummary>> supervised(Caller caller, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return plans.supervisedBy(caller.personId())
                .flatMap(supervised -> merged(supervised, plan -> cases.awaitingSupervisor(plan, after, PAGE + 1)));
    }

    /** One index range for each, merged. */
    private Mono<Page<CaseSummary>> merged(Collection<UUID> ranges, Function<UUID, Mono<List<CaseDocument>>> oldestOf) {
        return Flux.fromIterable(ranges)
                .take(RANGES)
                .flatMap(oldestOf)
                .flatMapIterable(found -> found)
                .distinct(CaseDocument::id)
                .sort(Comparator.comparing(CaseDocument::queueKey))
                .take(PAGE + 1)
                .collectList()
                .flatMap(this::page);
    }

    private Mono<Page<CaseSummary>> page(List<CaseDocument> found) {
        Cut<CaseDocument> cut = Cut.of(found, PAGE, CaseDocument::queueKey);
        Set<UUID> people = cut.shown().stream().map(CaseDocument::personId).collect(Collectors.toSet());
        return applicants.names(people).map(names -> cut.as(stored -> CaseViews.summary(stored, names)));
    }
}
