package cn.jiangxue.audit;

import cn.jiangxue.routes.ForeignObject;
import java.util.Map;

/** The audit record names no object in its paths. */
public final class AuditForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of();

    private AuditForeignObjects() {}
}
