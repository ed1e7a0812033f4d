package cn.jiangxue.content.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the content service has to tell for the audit record, fetched by the service that keeps it. Fetched rather than sent, because the content service reads hostile
 * files and therefore holds no key that another service trusts. A fact waits until it is said to be kept, so it is told at least once.
 */
@HttpExchange(accept = "application/json")
public interface AuditFeed {

    /** {@code id}: the same at every repeat. The rest as in an audit record. */
    record Fact(
            UUID id,
            Instant at,
            String action,
            @Nullable UUID actorId,
            @Nullable UUID organisationId,
            String subject,
            Map<String, String> facts,
            @Nullable String traceId) {}

    /** At most as many as one answer to {@link #waiting}. */
    record Kept(List<UUID> ids) {}

    /** The oldest facts that wait, at most 100. For other services only. */
    @GetExchange("/content/audit-facts")
    List<Fact> waiting();

    /** These are durable elsewhere and need not be told again. Unknown ones are ignored. For other services only. */
    @PostExchange("/content/audit-facts/kept")
    void kept(@RequestBody Kept kept);
}
