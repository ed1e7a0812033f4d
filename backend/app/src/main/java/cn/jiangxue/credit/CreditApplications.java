package cn.jiangxue.credit;

import cn.jiangxue.contract.LocalText;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Applications for which credit may be set aside and used. Implemented by the features that keep them. */
public interface CreditApplications {

    /** The application of that id, or empty when this feature keeps none. */
    Mono<Application> find(UUID applicationId);

    /**
     * What the ledger needs to know of an application.
     *
     * @param institutionId the institution that decides on it
     * @param title what is applied for
     * @param open whether it may still be granted: the learner may set credit aside for it
     * @param ended whether it was refused or withdrawn: nothing is used for it any more
     */
    record Application(UUID id, UUID learnerId, UUID institutionId, LocalText title, boolean open, boolean ended) {}
}
