package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.Map;
import java.util.UUID;

/** How an administrator of one place would try to reach people of another. */
public final class IdentityForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/people", site -> new Attempt(elsewhere(site), null, "?organisation=" + site.employer()),
            "GET /api/people/{personId}", site -> Attempt.of(elsewhere(site), null, somebody(site)),
            "PUT /api/people/{personId}",
                    site -> {
                        UUID mine = site.employer();
                        var person =
                                new NewPerson(site.newUserName(), "张三", null, Site.PASSWORD, true, Role.LEARNER, mine);
                        return Attempt.of(site.person(Role.ADMINISTRATOR, mine).client(), person, somebody(site));
                    },
            "PUT /api/people/{personId}/roles/{role}/{organisationId}", IdentityForeignObjects::roleOfForeigner,
            "DELETE /api/people/{personId}/roles/{role}/{organisationId}", IdentityForeignObjects::roleOfForeigner,
            "POST /api/people/{personId}/password-resets", site -> Attempt.of(elsewhere(site), null, somebody(site)),
            "POST /api/people/{personId}/unmaskings",
                    site -> Attempt.of(elsewhere(site), new UnmaskRequest("checking the papers"), somebody(site)));

    private IdentityForeignObjects() {}

    private static Attempt roleOfForeigner(Site site) {
        UUID mine = site.employer();
        return Attempt.of(site.person(Role.ADMINISTRATOR, mine).client(), null, somebody(site), Role.LEARNER, mine);
    }

    private static UUID somebody(Site site) {
        return site.create(site.newUserName(), Role.LEARNER, site.employer()).personId();
    }

    private static Site.Client elsewhere(Site site) {
        return site.person(Role.ADMINISTRATOR, site.employer()).client();
    }
}
