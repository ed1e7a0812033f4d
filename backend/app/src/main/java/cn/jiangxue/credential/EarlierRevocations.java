package cn.jiangxue.credential;

import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.outcome.Withdrawals;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Credentials that an earlier release revoked left their outcomes as they were: after a start they are taken back, each once. */
final class EarlierRevocations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierRevocations.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration AGAIN_WITHIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 4;

    private final CredentialRegister register;
    private final Withdrawals withdrawals;
    private final Clock clock;
    private Disposable running = Disposables.disposed();

    EarlierRevocations(CredentialRegister register, Withdrawals withdrawals, Clock clock) {
        this.register = register;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    void start() {
        running = run().retryWhen(Retry.backoff(Long.MAX_VALUE, AGAIN_AFTER)
                        .maxBackoff(AGAIN_WITHIN)
                        .doBeforeRetry(again -> LOG.warn(
                                "earlier revocations wait: {}", again.failure().toString())))
                .subscribe();
    }

    @Override
    public void close() {
        running.dispose();
    }

    /** What is taken back already stays as it is. A grade that never became an outcome has none to take back. */
    Mono<Void> run() {
        return register.lists()
                .flatMapMany(lists -> Flux.range(1, lists))
                .concatMap(register::revoked)
                .flatMap(this::takeBack, AT_ONCE)
                .then();
    }

    private Mono<Void> takeBack(CredentialDocument revoked) {
        Withdrawal withdrawal = new Withdrawal(
                revoked.id(),
                Withdrawal.Ground.CREDENTIAL_REVOKED,
                Objects.requireNonNullElse(revoked.stateReason(), "证书已撤销"),
                null,
                null,
                clock.instant());
        return withdrawals
                .ofGrade(revoked.learnerId(), revoked.issued().caseId(), withdrawal)
                .onErrorResume(IllegalStateException.class, none -> Mono.empty());
    }
}
