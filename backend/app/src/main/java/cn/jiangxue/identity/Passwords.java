package cn.jiangxue.identity;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.rules.PasswordPolicy;
import cn.jiangxue.platform.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes and checks passwords by Argon2id (19 MiB, 2 passes, 1 lane: OWASP's first choice). Each costs tens of milliseconds and 19 MiB, so they run on threads of
 * their own, as many as there are processors: a shift change must neither starve other blocking work nor fill the heap. 600 may wait; beyond that BUSY.
 */
@Component
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int MAX_WAITING = 600;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Scheduler threads = Schedulers.newBoundedElastic(
            Math.max(2, Runtime.getRuntime().availableProcessors()), MAX_WAITING, "passwords", 60, true);

    /** What an unknown login is checked against, so that it takes as long as a known one. */
    private final Mono<String> nobodys = hash(UUID.randomUUID().toString()).cache();

    Mono<String> hash(String password) {
        return call(() -> argon2.encode(PasswordPolicy.normal(password)));
    }

    /** Whether the password is right; with a null hash the same work is done and the answer is false. */
    Mono<Boolean> matches(@Nullable String hash, String password) {
        if (hash == null) {
            return nobodys.flatMap(dummy -> check(dummy, password)).thenReturn(false);
        }
        return check(hash, password);
    }

    /** Makes the dummy hash ahead of the first unknown login, whose time would tell otherwise. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        nobodys.subscribe();
    }

    private Mono<Boolean> check(String hash, String password) {
        String bounded = password.length() > PasswordPolicy.MAX_LENGTH * 2 ? "" : PasswordPolicy.normal(password);
        return call(() -> argon2.matches(bounded, hash));
    }

    private <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new ProblemException(ProblemCode.BUSY).retryAfter(Duration.ofSeconds(5)));
    }
}
