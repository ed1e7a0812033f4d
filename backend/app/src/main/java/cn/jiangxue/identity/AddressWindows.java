package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import cn.jiangxue.identity.rules.AddressBudget;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Counts what happens from each address, in windows, without reading before writing: hundreds of people behind one address do not get in each other's way. */
@Component
final class AddressWindows {

    static final String COLLECTION = "sign_in_addresses";

    private static final int SCHEMA = 1;

    /** How many different people are remembered as an allowance for their address. */
    private static final int MAX_PEOPLE = 1_000;

    /** What happened from one address in one window; logins as shortened keyed hashes. */
    record Stored(
            @BsonId String id,
            int schema,
            int failures,
            @Nullable List<String> failed,
            @Nullable List<String> signedIn,
            Instant expiresAt) {

        AddressBudget.Window window() {
            return new AddressBudget.Window(failures, size(failed), size(signedIn));
        }

        private static int size(@Nullable List<String> logins) {
            return logins == null ? 0 : logins.size();
        }
    }

    private final Documents<Stored> windows;
    private final Clock clock;

    AddressWindows(Documents<Stored> windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /** Completes when the address may try, else SIGN_IN_LIMITED. */
    Mono<Void> admit(String addressHash) {
        Instant now = clock.instant();
        return windows.find(idOf(addressHash, now))
                .map(Stored::window)
                .defaultIfEmpty(AddressBudget.Window.EMPTY)
                .map(window -> AddressBudget.wait(window, now))
                .filter(Duration::isPositive)
                .flatMap(wait -> Mono.error(SignInAttempts.limited(wait)))
                .then();
    }

    Mono<Void> failed(String addressHash, String loginHash) {
        return upsert(
                        addressHash,
                        exists("signedIn." + MAX_PEOPLE, false),
                        Updates.combine(Updates.inc("failures", 1), Updates.addToSet("failed", brief(loginHash))))
                .then();
    }

    Mono<Void> signedIn(String addressHash, String loginHash) {
        return upsert(
                        addressHash,
                        exists("signedIn." + (MAX_PEOPLE - 1), false),
                        Updates.combine(
                                Updates.addToSet("signedIn", brief(loginHash)),
                                Updates.pull("failed", brief(loginHash))))
                .then();
    }

    private Mono<Boolean> upsert(String addressHash, Bson room, Bson change) {
        Instant now = clock.instant();
        Bson first = Updates.combine(
                Updates.setOnInsert("schema", SCHEMA),
                Updates.setOnInsert("expiresAt", now.plus(AddressBudget.WINDOW.multipliedBy(2))));
        return Mono.from(windows.raw()
                        .updateOne(
                                and(eq("_id", idOf(addressHash, now)), room),
                                Updates.combine(change, first),
                                new UpdateOptions().upsert(true)))
                .map(result -> true)
                .retryWhen(Retry.max(1).filter(Documents::isDuplicateKey))
                .onErrorMap(Exceptions::isRetryExhausted, Throwable::getCause)
                // The window exists and its allowance is full: nothing to add.
                .onErrorResume(Documents::isDuplicateKey, e -> Mono.just(false));
    }

    private static String idOf(String addressHash, Instant now) {
        return addressHash + ":" + AddressBudget.windowOf(now);
    }

    private static String brief(String loginHash) {
        return loginHash.substring(0, 10);
    }
}
