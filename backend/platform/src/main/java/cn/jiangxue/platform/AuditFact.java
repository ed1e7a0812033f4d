package cn.jiangxue.platform;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of consequence that somebody did, for the append-only record.
 *
 * @param action stable name such as {@code person.unmasked}
 * @param actorId the person, or null for the system itself
 * @param organisationId in whose scope it lies, or null
 * @param subject what was acted on, as {@code kind:id}
 * @param facts what explains it; no personal data in clear
 */
@EventType("audit.fact")
public record AuditFact(
        String action,
        @Nullable UUID actorId,
        @Nullable UUID organisationId,
        String subject,
        Map<String, String> facts,
        @Nullable String traceId) {

    public AuditFact(
            String action,
            @Nullable UUID actorId,
            @Nullable UUID organisationId,
            String subject,
            Map<String, String> facts) {
        this(action, actorId, organisationId, subject, facts, Trace.current());
    }
}
