package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.platform.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A queue whose waiting postings are written together while none is being written. All postings of one account go through one lane. */
final class PostingLane {

    static final int BATCH = 128;
    private static final int WAITING_LIMIT = 2_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Function<List<Posting>, Mono<List<Decision>>> write;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean writing;

    private record Waiting(Posting posting, Sinks.One<Decision> answer) {}

    PostingLane(Function<List<Posting>, Mono<List<Decision>>> write) {
        this.write = write;
    }

    Mono<Decision> submit(Posting posting) {
        return Mono.defer(() -> {
            Waiting mine = new Waiting(posting, Sinks.one());
            List<Waiting> batch;
            synchronized (waiting) {
                if (waiting.size() >= WAITING_LIMIT) {
                    return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER));
                }
                waiting.add(mine);
                batch = writing ? List.of() : nextBatch();
            }
            start(batch);
            return mine.answer().asMono();
        });
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        writing = !batch.isEmpty();
        return batch;
    }

    private void start(List<Waiting> batch) {
        if (!batch.isEmpty()) {
            Mono.defer(() -> write.apply(batch.stream().map(Waiting::posting).toList()))
                    .subscribe(answers -> answer(batch, answers), failure -> fail(batch, failure));
        }
    }

    private void answer(List<Waiting> batch, List<Decision> answers) {
        startNext();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().tryEmitValue(answers.get(i));
        }
    }

    private void fail(List<Waiting> batch, Throwable failure) {
        startNext();
        batch.forEach(waiter -> waiter.answer().tryEmitError(failure));
    }

    private void startNext() {
        List<Waiting> next;
        synchronized (waiting) {
            next = nextBatch();
        }
        start(next);
    }
}
