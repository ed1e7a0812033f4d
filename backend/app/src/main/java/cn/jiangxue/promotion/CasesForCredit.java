package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.credit.CreditApplications;
import cn.jiangxue.promotion.rules.Review;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applications for a grade, for which credit may be set aside. */
@Component
final class CasesForCredit implements CreditApplications {

    private final Cases cases;

    CasesForCredit(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Mono<Application> find(UUID applicationId) {
        return cases.find(applicationId).map(CasesForCredit::application);
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
