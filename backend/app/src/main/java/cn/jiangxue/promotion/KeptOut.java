package cn.jiangxue.promotion;

import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.platform.Caller;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Colleagues of an applicant neither admit, mark nor decide. Where an enterprise examines, it is one of those that handle the application: outside supervision stands for distance there. */
@Component
class KeptOut {

    private static final String RULE = "匠学晋级考核办法（样例）第三条";

    private final Colleagues colleagues;

    KeptOut(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    Mono<Boolean> isColleague(Caller caller, CaseDocument stored) {
        return colleagues.areColleagues(caller, stored.personId(), handling(stored));
    }

    /** The same for somebody who is not here. */
    Mono<Boolean> isColleague(UUID person, CaseDocument stored) {
        return colleagues.areColleagues(person, stored.personId(), handling(stored));
    }

    private static Set<UUID> handling(CaseDocument stored) {
        return stored.examinerId().equals(stored.institutionId())
                ? Set.of(stored.institutionId())
                : Set.of(stored.institutionId(), stored.examinerId());
    }

    /** The application when the caller may act on it, else the refusal. */
    Mono<CaseDocument> require(Caller caller, CaseDocument stored) {
        return isColleague(caller, stored)
                .flatMap(kept -> kept ? Mono.error(Colleagues.refusal(RULE)) : Mono.just(stored));
    }
}
