package cn.jiangxue.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the supervisor of an institution looks at: how fast its people mark and approve. */
@HttpExchange(accept = "application/json")
public interface SupervisionApi {

    enum ActKind {
        MARK,
        APPROVAL
    }

    /**
     * One person's marks and approvals of one civil day that followed each other faster than the rule finds careful.
     *
     * @param acts how many, at most 500 counted
     * @param most more than so many within {@code minutes} make a burst
     */
    record Burst(
            UUID id,
            UUID institutionId,
            UUID personId,
            String personName,
            Instant firstAt,
            Instant lastAt,
            int acts,
            int most,
            int minutes,
            LocalText clause) {}

    /**
     * One of the acts of a burst.
     *
     * @param what the mark or the decision in words
     * @param reason as it was given then; empty when none was
     */
    record Act(
            ActKind kind,
            Instant at,
            UUID caseId,
            String learnerName,
            LocalText occupation,
            LocalText gradeName,
            LocalText what,
            String reason) {}

    /** {@code acts}: oldest first, at most 500. */
    record BurstInFull(Burst burst, List<Act> acts) {}

    /** Newest first. Administrators of the institution or of one above it. */
    @GetExchange("/api/bursts")
    Page<Burst> bursts(@RequestParam UUID institution, @RequestParam(required = false) @Nullable String cursor);

    /** With the cases and the reasons given; looking at it is on the audit record. */
    @GetExchange("/api/bursts/{id}")
    BurstInFull burst(@PathVariable UUID id);
}
