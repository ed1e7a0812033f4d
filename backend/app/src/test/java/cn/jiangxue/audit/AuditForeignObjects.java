package cn.jiangxue.audit;

import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import java.util.Map;

/** Audit records of other organisations. */
public final class AuditForeignObjects {

    /** The first record is that of the national union. */
    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/audit/{seq}/proof",
            site -> Attempt.of(site.person(Role.ADMINISTRATOR, site.employer()).client(), null, 1));

    private AuditForeignObjects() {}
}
