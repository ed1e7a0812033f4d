package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.rules.AccountBackoff;
import cn.jiangxue.identity.rules.AccountBackoff.Attempts;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the attempts on each account (or on a login nobody has), on every node alike. */
@Component
final class SignInAttempts {

    static final String COLLECTION = "sign_in_attempts";

    private static final int SCHEMA = 1;
    private static final int MAX_RACES = 8;

    /** The guarded count of one account. */
    record Stored(
            @BsonId String id,
            int schema,
            long revision,
            int count,
            Instant lastAt,
            @Nullable Instant blockedUntil,
            Instant expiresAt) {

        Attempts attempts() {
            return new Attempts(count, lastAt, blockedUntil);
        }
    }

    private final Documents<Stored> attempts;
    private final Clock clock;

    SignInAttempts(Documents<Stored> attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts one attempt before its password is looked at; SIGN_IN_LIMITED when it has to wait. */
    Mono<Void> charge(String key) {
        return Mono.defer(() -> chargeOnce(key))
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(MAX_RACES, lost -> lost)
                .onErrorMap(IllegalStateException.class, e -> limited(Duration.ofSeconds(1)))
                .then();
    }

    /** Forgets the attempts: the person signed in, or got a new password. */
    Mono<Void> clear(String key) {
        return attempts.delete(eq("_id", key)).then();
    }

    /** Which of these accounts have to wait at present. */
    Mono<Set<UUID>> blocked(Collection<UUID> accounts) {
        var keys = accounts.stream().map(UUID::toString).toList();
        return attempts.list(and(in("_id", keys), gt("blockedUntil", clock.instant())), null, Math.max(1, keys.size()))
                .map(stored -> UUID.fromString(stored.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static ProblemException limited(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(ProblemCode.SIGN_IN_LIMITED, seconds).retryAfter(Duration.ofSeconds(seconds));
    }

    private Mono<Boolean> chargeOnce(String key) {
        Instant now = clock.instant();
        return attempts.find(key)
                .flatMap(stored -> counted(stored, now))
                .switchIfEmpty(Mono.defer(
                        () -> attempts.insert(stored(key, 1, AccountBackoff.counted(Attempts.none(now), now)))));
    }

    private Mono<Boolean> counted(Stored stored, Instant now) {
        Duration wait = AccountBackoff.wait(stored.attempts(), now);
        if (!wait.isZero()) {
            return Mono.error(limited(wait));
        }
        Attempts next = AccountBackoff.counted(stored.attempts(), now);
        return attempts.replace(stored.id(), stored.revision(), stored(stored.id(), stored.revision() + 1, next));
    }

    private static Stored stored(String key, long revision, Attempts so) {
        return new Stored(
                key,
                SCHEMA,
                revision,
                so.count(),
                so.lastAt(),
                so.blockedUntil(),
                so.lastAt().plus(AccountBackoff.FORGET_AFTER));
    }
}
