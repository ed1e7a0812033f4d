package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.DisclosureEdit;
import cn.jiangxue.contract.CredentialApi.StateEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeStory;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How a stranger, or an officer of another institution, would try to reach a credential of somebody else. */
public final class CredentialForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/credentials/{id}", site -> Attempt.of(learner(site), null, issued(site)),
            "GET /api/credentials/{id}/document", site -> Attempt.of(learner(site), null, issued(site)),
            "GET /api/credentials/{id}/pdf", site -> Attempt.of(learner(site), null, issued(site)),
            "PUT /api/credentials/{id}/disclosure",
                    site -> Attempt.of(learner(site), new DisclosureEdit(Set.of()), issued(site)),
            "PUT /api/credentials/{id}/state",
                    site -> Attempt.of(
                            site.person(Role.RECOGNITION_OFFICER, site.employer())
                                    .client(),
                            new StateEdit(CredentialState.REVOKED, "证书信息有误，予以撤销。"),
                            issued(site)));

    private CredentialForeignObjects() {}

    private static UUID issued(Site site) {
        return WholeStory.in(site).credentialId();
    }

    private static Site.Client learner(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }
}
