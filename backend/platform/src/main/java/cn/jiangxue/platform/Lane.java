package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A queue whose waiting requests are worked on together while none is being worked on, so that one round trip to the store serves many. All requests about one
 * document go through one lane.
 */
public final class Lane<Q, A> {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int batchLimit;
    private final int waitingLimit;
    private final Function<List<Q>, Mono<List<A>>> work;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private boolean working;

    private record Waiting<Q, A>(Q request, Sinks.One<A> answer) {}

    /**
     * @param batchLimit most requests worked on together
     * @param waitingLimit most requests that wait; beyond that they are refused as BUSY
     * @param work answers each request, in order
     */
    public Lane(int batchLimit, int waitingLimit, Function<List<Q>, Mono<List<A>>> work) {
        this.batchLimit = batchLimit;
        this.waitingLimit = waitingLimit;
        this.work = work;
    }

    /** The answer to this request; the error of its batch when that fails. */
    public Mono<A> submit(Q request) {
        return Mono.defer(() -> {
            Waiting<Q, A> mine = new Waiting<>(request, Sinks.one());
            List<Waiting<Q, A>> batch;
            synchronized (waiting) {
                if (waiting.size() >= waitingLimit) {
                    return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER));
                }
                waiting.add(mine);
                batch = working ? List.of() : nextBatch();
            }
            start(batch);
            return mine.answer().asMono();
        });
    }

    private List<Waiting<Q, A>> nextBatch() {
        List<Waiting<Q, A>> batch = new ArrayList<>();
        while (batch.size() < batchLimit && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        working = !batch.isEmpty();
        return batch;
    }

    private void start(List<Waiting<Q, A>> batch) {
        if (!batch.isEmpty()) {
            Mono.defer(() -> work.apply(batch.stream().map(Waiting::request).toList()))
                    .subscribe(answers -> answer(batch, answers), failure -> fail(batch, failure));
        }
    }

    private void answer(List<Waiting<Q, A>> batch, List<A> answers) {
        end(() -> IntStream.range(0, batch.size())
                .forEach(i -> batch.get(i).answer().tryEmitValue(answers.get(i))));
    }

    private void fail(List<Waiting<Q, A>> batch, Throwable failure) {
        end(() -> batch.forEach(waiter -> waiter.answer().tryEmitError(failure)));
    }

    /** Answers first: whoever asks again upon an answer is in the next batch, so that batches are as large as they can be. */
    private void end(Runnable answering) {
        try {
            answering.run();
        } finally {
            startNext();
        }
    }

    private void startNext() {
        List<Waiting<Q, A>> next;
        synchronized (waiting) {
            next = nextBatch();
        }
        start(next);
    }
}
