package cn.jiangxue.assessment;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import java.util.Map;
import java.util.UUID;

/** What the bank leaves in the audit record. */
final class AssessmentAudit {

    private AssessmentAudit() {}

    /** {@code kind}: question or paper. */
    static AuditFact saved(String kind, Caller caller, UUID organisationId, UUID id, int version) {
        return new AuditFact(
                "assessment." + kind + "-saved",
                caller.personId(),
                organisationId,
                kind + ":" + id,
                Map.of("version", String.valueOf(version)));
    }
}
