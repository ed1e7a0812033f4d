package cn.jiangxue.contract;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The append-only record of who did what to what. */
@HttpExchange(accept = "application/json")
public interface AuditApi {

    /**
     * @param seq its place in the record, counting from 1 without gaps
     * @param action stable name such as {@code person.unmasked}
     * @param actorName who, as a display name; the person's own id is {@code actorId}
     * @param subject what was acted on, as {@code kind:id}
     * @param facts values that explain it; no personal data in clear
     */
    record AuditRecord(
            long seq,
            Instant at,
            String action,
            LocalText actionName,
            @Nullable UUID actorId,
            String actorName,
            @Nullable UUID organisationId,
            String subject,
            Map<String, String> facts,
            @Nullable String traceId) {}

    /** Newest first. Administrators, within their organisations; a national administrator sees all. */
    @GetExchange("/api/audit")
    Page<AuditRecord> search(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor);
}
