package cn.jiangxue.local.seed;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.PromotionApi;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The services as the seeding sees them. */
interface Services {

    /** False when there is a first administrator already. */
    boolean makeFirstAdministrator(FirstAdministrator wanted);

    /** Signs in; empty when user name and password do not fit (any more). */
    Optional<SignedIn> signIn(String userName, String password);

    /** What {@code ask} finds; empty when the service answers that there is no such thing. */
    <T> Optional<T> found(Supplier<T> ask);

    /** Puts bytes to a presigned address. */
    void put(URI address, byte[] bytes);

    /** The interfaces as one signed-in person. */
    record SignedIn(
            IdentityApi identity,
            OrganisationApi organisations,
            CatalogApi catalog,
            AssessmentApi assessment,
            LearningApi learning,
            PromotionApi promotion,
            EvaluationApi evaluation,
            MediaApi media) {}
}
