package cn.jiangxue.organisation;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.Map;

/** How a stranger would try to reach somebody else's organisation. */
public final class OrganisationForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/organisations/{id}",
            site -> Attempt.of(elsewhere(site), null, site.employer()),
            "PUT /api/organisations/{id}",
            site -> Attempt.of(
                    elsewhere(site),
                    new OrganisationEdit(OrganisationKind.EMPLOYER, new LocalText("改名", "Renamed"), null, 1),
                    site.employer()));

    private OrganisationForeignObjects() {}

    private static Site.Client elsewhere(Site site) {
        return site.person(Role.ADMINISTRATOR, site.employer()).client();
    }
}
