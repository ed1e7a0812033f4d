package cn.jiangxue.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.ProblemCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TriesTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_lost_race_is_run_again_from_the_reading() {
        String won = Tries.of(() -> attempts.incrementAndGet() < 3 ? Mono.<String>empty() : Mono.just("won"))
                .block();

        assertThat(won).isEqualTo("won");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void sixteen_races_lost_are_a_refusal_and_no_bug() {
        Mono<String> hopeless = Tries.of(() -> {
            attempts.incrementAndGet();
            return Mono.empty();
        });

        assertThatThrownBy(hopeless::block)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE));
        assertThat(attempts).hasValue(16);
    }

    @Test
    void a_failure_is_passed_on_at_once() {
        Mono<String> broken = Tries.of(() -> {
            attempts.incrementAndGet();
            return Mono.error(new IllegalStateException("broken"));
        });

        assertThatThrownBy(broken::block).isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }
}
