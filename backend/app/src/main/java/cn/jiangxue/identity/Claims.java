package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.identity.rules.IdentityNumber;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.platform.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which person a user name, phone or identity number belongs to. A claim is made before the person's document names it; a claim that no document came to name
 * (the process ended in between) may be taken over after ten minutes.
 */
@Component
final class Claims {

    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private final Documents<StoredClaim> claims;
    private final Documents<StoredPerson> people;
    private final KeyedHash hash;
    private final Clock clock;

    Claims(Documents<StoredClaim> claims, Documents<StoredPerson> people, KeyedHash hash, Clock clock) {
        this.claims = claims;
        this.people = people;
        this.hash = hash;
        this.clock = clock;
    }

    String idOf(Login login) {
        return switch (login) {
            case Login.UserName name -> "user-name:" + hash.of("user-name", name.value());
            case Login.Phone phone -> "phone:" + hash.of("phone", phone.value());
        };
    }

    String idOf(IdentityNumber number) {
        return "identity-number:" + hash.of("identity-number", number.value());
    }

    /** The owner of the claim, or empty. */
    Mono<UUID> owner(String claimId) {
        return claims.find(claimId).map(StoredClaim::owner);
    }

    /** Owners by claim; those of nobody are left out. */
    Mono<Map<String, UUID>> owners(Collection<String> claimIds) {
        return claims.list(in("_id", claimIds), null, Math.max(1, claimIds.size()))
                .collectMap(StoredClaim::id, StoredClaim::owner);
    }

    /** True when the claim is the person's, now or already; false when it is somebody else's. */
    Mono<Boolean> take(String claimId, UUID person) {
        StoredClaim wanted = new StoredClaim(claimId, StoredClaim.SCHEMA, person, clock.instant());
        return claims.insert(wanted).flatMap(inserted -> inserted ? Mono.just(true) : takeOver(wanted));
    }

    /** Gives the claim up, if it is still the person's. */
    Mono<Void> release(String claimId, UUID person) {
        return claims.delete(and(eq("_id", claimId), eq("owner", person))).then();
    }

    private Mono<Boolean> takeOver(StoredClaim wanted) {
        return claims.find(wanted.id())
                .flatMap(existing -> existing.owner().equals(wanted.owner())
                        ? Mono.just(true)
                        : isAbandoned(existing)
                                .flatMap(abandoned -> abandoned ? replace(existing, wanted) : Mono.just(false)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isAbandoned(StoredClaim existing) {
        Instant young = clock.instant().minus(ABANDONED_AFTER);
        return existing.madeAt().isAfter(young)
                ? Mono.just(false)
                : people.find(existing.owner())
                        .map(owner -> !owner.claims().contains(existing.id()))
                        .defaultIfEmpty(true);
    }

    private Mono<Boolean> replace(StoredClaim existing, StoredClaim wanted) {
        return claims.replaceIf(
                and(eq("_id", existing.id()), eq("owner", existing.owner()), eq("madeAt", existing.madeAt())), wanted);
    }
}
