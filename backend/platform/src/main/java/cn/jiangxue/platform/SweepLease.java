package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Mono;

/** Who sweeps just now. A lease that its holder neither renews nor gives back runs out. */
public final class SweepLease {

    private final Documents<Held> leases;
    private final String what;
    private final Clock clock;

    /** @param until the instant from which anybody may take it */
    record Held(@BsonId String id, int schema, UUID node, Instant until) {}

    /** @param what names the sweep; one node at a time does it */
    public SweepLease(DocumentsFactory documents, String what, Clock clock) {
        this.leases = documents.of("sweeps", Held.class);
        this.what = what;
        this.clock = clock;
    }

    /** Takes the lease, or takes it for longer; false while another node has it. */
    public Mono<Boolean> take(UUID node, Duration lasting) {
        Instant now = clock.instant();
        Held mine = new Held(what, 1, node, now.plus(lasting));
        return leases.update(
                        and(eq("_id", what), or(eq("node", node), lte("until", now))),
                        Updates.combine(Updates.set("node", node), Updates.set("until", mine.until())))
                .flatMap(matched -> matched == 1 ? Mono.just(true) : leases.insert(mine));
    }

    /** Gives it back if it is still held. */
    public Mono<Void> release(UUID node) {
        return leases.update(and(eq("_id", what), eq("node", node)), Updates.set("until", clock.instant()))
                .then();
    }
}
