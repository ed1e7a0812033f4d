package cn.jiangxue.testing.blocking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** Tests of a module that depends on this one run under BlockHound; here is the proof that it is awake. */
class EventLoopsNeverBlockTest {

    @Test
    void a_thread_of_netty_that_waits_is_caught() {
        LoopResources loops = LoopResources.create("caught", 1, true);
        Scheduler loop = Schedulers.fromExecutor(loops.onServer(false));

        assertThatThrownBy(() -> Mono.fromCallable(EventLoopsNeverBlockTest::waitAMoment)
                        .subscribeOn(loop)
                        .block())
                .hasRootCauseInstanceOf(BlockingOperationError.class);

        loops.disposeLater().block();
    }

    private static boolean waitAMoment() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}
