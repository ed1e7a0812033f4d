package cn.jiangxue.platform;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The one bounded place for work that blocks or burns CPU: 8 threads, 1,000 waiting; beyond that the work is refused. */
public final class Blocking {

    private static final Scheduler SCHEDULER = Schedulers.newBoundedElastic(8, 1_000, "blocking", 60, true);

    private Blocking() {}

    public static Scheduler scheduler() {
        return SCHEDULER;
    }

    /** Runs it there. A null result is an empty Mono. */
    public static <T> Mono<T> call(Callable<? extends T> work) {
        return Mono.<T>fromCallable(work).subscribeOn(SCHEDULER);
    }
}
