package cn.jiangxue.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LaneTest {

    private final List<List<Integer>> batches = new ArrayList<>();
    private final List<Sinks.One<List<String>>> answers = new ArrayList<>();
    private final Lane<Integer, String> lane = new Lane<>(2, 3, this::work);

    @Test
    void what_arrives_while_a_batch_is_worked_on_goes_together_in_order_up_to_the_limit() {
        var first = submit(1);
        var second = submit(2);
        var third = submit(3);
        var fourth = submit(4);

        answers.get(0).tryEmitValue(List.of("one"));
        answers.get(1).tryEmitValue(List.of("two", "three"));
        answers.get(2).tryEmitValue(List.of("four"));

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3), List.of(4));
        assertThat(List.of(first.join(), second.join(), third.join(), fourth.join()))
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void who_asks_again_upon_an_answer_is_in_the_next_batch() {
        submit(1).thenAccept(answer -> submit(3));
        submit(2);

        answers.get(0).tryEmitValue(List.of("one"));

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void a_batch_that_fails_fails_its_own_requests_only() {
        var first = submit(1);
        var second = submit(2);

        answers.get(0).tryEmitError(new IllegalStateException("broken"));
        answers.get(1).tryEmitValue(List.of("two"));

        assertThatThrownBy(first::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(second.join()).isEqualTo("two");
    }

    @Test
    void more_than_may_wait_are_refused() {
        submit(1);
        submit(2);
        submit(3);
        submit(4);

        var refused = submit(5);

        assertThatThrownBy(refused::join).hasCauseInstanceOf(ProblemException.class);
    }

    private CompletableFuture<String> submit(int request) {
        return lane.submit(request).toFuture();
    }

    private Mono<List<String>> work(List<Integer> batch) {
        batches.add(batch);
        Sinks.One<List<String>> answer = Sinks.one();
        answers.add(answer);
        return answer.asMono();
    }
}
