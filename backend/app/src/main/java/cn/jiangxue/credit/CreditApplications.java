package cn.jiangxue.credit;

import cn.jiangxue.contract.LocalText;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Applications for which credit may be set aside and used. Implemented by the features that keep them. */
public interface CreditApplications {

    /** The application of that id, or empty when this feature keeps none. */
    Mono<Application> find(UUID applicationId);

    /**
     * Applications on which these institutions decide, by their keys: open ones, or those that were granted.
     *
     * @param after the key after which they begin
     */
    Mono<List<Listed>> decidedBy(Set<UUID> institutions, boolean granted, @Nullable String after, int limit);

    /** An application in a list that goes by a key of one word. */
    record Listed(String key, Application application) {}

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
