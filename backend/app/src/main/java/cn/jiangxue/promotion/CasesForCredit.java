package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.credit.CreditApplications;
import cn.jiangxue.promotion.rules.Review;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Applications for a grade, for which credit may be set aside. */
@Component
final class CasesForCredit implements CreditApplications {

    /** Institutions of one officer that are looked through for a list. */
    private static final int INSTITUTIONS = 50;

    private final Cases cases;

    CasesForCredit(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Mono<Application> find(UUID applicationId) {
        return cases.find(applicationId).map(CasesForCredit::application);
    }

    @Override
    public Mono<List<Listed>> decidedBy(Set<UUID> institutions, boolean granted, @Nullable String after, int limit) {
        return Flux.fromIterable(institutions)
                .take(INSTITUTIONS)
                .flatMap(each -> cases.ofInstitution(each, granted ? CaseState.APPROVED : null, after, limit))
                .flatMapIterable(found -> found)
                .map(stored -> new Listed(stored.queueKey(), application(stored)))
                .collectList();
    }

    private static Application application(CaseDocument stored) {
        LocalText occupation = stored.asked().occupation();
        LocalText grade = stored.asked().gradeName();
        return new Application(
                stored.id(),
                stored.learnerId(),
                stored.institutionId(),
                new LocalText(occupation.zh() + " " + grade.zh(), occupation.en() + ", " + grade.en()),
                Review.isOpen(stored.state()),
                stored.state() == CaseState.REFUSED || stored.state() == CaseState.WITHDRAWN);
    }
}
