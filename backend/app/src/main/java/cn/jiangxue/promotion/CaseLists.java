package cn.jiangxue.promotion;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of applications, a page at a time: the applicant's own, an officer's, an assessor's. */
@Component
class CaseLists {

    private static final int PAGE = 20;

    /** Institutions of one person that are looked through for an inbox. */
    private static final int INBOXES = 50;

    private final Cases cases;
    private final Applicants applicants;

    CaseLists(Cases cases, Applicants applicants) {
        this.cases = cases;
        this.applicants = applicants;
    }

    Mono<Page<CaseSummary>> mine(Caller caller, @Nullable String cursor) {
        return cases.ofLearner(caller.learnerId(), Cut.after(cursor), PAGE + 1).flatMap(this::page);
    }

    /** Open ones, or those in one state, of the institutions where the caller is an officer. */
    Mono<Page<CaseSummary>> inbox(Caller caller, @Nullable CaseState state, @Nullable String cursor) {
        return of(caller, Role.RECOGNITION_OFFICER, state, cursor);
    }

    /** Those that are examined at the institutions where the caller is an assessor. */
    Mono<Page<CaseSummary>> examinations(Caller caller, @Nullable String cursor) {
        return of(caller, Role.ASSESSOR, CaseState.IN_EXAMINATION, cursor);
    }

    /** One index range per institution, merged. */
    private Mono<Page<CaseSummary>> of(Caller caller, Role role, @Nullable CaseState state, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return Flux.fromIterable(caller.organisationsAs(role))
                .take(INBOXES)
                .flatMap(institution -> cases.ofInstitution(institution, state, after, PAGE + 1))
                .flatMapIterable(found -> found)
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
