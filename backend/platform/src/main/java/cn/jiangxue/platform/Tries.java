package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Read, decide, write under the revision; when somebody came between, again from the reading after a short wait of random length. */
public final class Tries {

    private static final int MOST = 16;
    private static final int LONGEST_WAIT_MILLIS = 20;

    private Tries() {}

    /** {@code attempt} is empty when the document had moved on. CHANGED_MEANWHILE after sixteen in vain. */
    public static <T> Mono<T> of(Supplier<Mono<T>> attempt) {
        return left(MOST, attempt);
    }

    private static <T> Mono<T> left(int tries, Supplier<Mono<T>> attempt) {
        return Mono.defer(attempt)
                .switchIfEmpty(Mono.defer(() -> tries > 1
                        ? Mono.delay(Duration.ofMillis(
                                        ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS)))
                                .then(left(tries - 1, attempt))
                        : Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE))));
    }
}
