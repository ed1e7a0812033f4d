package cn.jiangxue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

class UnansweredTest {

    private final Unanswered unanswered = new Unanswered();
    private final List<UUID> sent = new ArrayList<>();

    @Test
    void what_was_not_answered_is_sent_again_under_its_id() {
        fails(new ResourceAccessException("cut", new IOException("cut")));

        succeeds();

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
    }

    @Test
    void what_was_answered_is_over() {
        succeeds();
        succeeds();

        assertThat(sent).doesNotHaveDuplicates();
    }

    @Test
    void a_refusal_is_an_answer() {
        fails(refusal("credit-not-enough"));

        succeeds();

        assertThat(sent).doesNotHaveDuplicates();
    }

    @Test
    void under_an_id_that_was_taken_nothing_else_is_booked() {
        fails(new ResourceAccessException("cut", new IOException("cut")));
        fails(refusal("conflicting-repeat"));
        fails(refusal("conflicting-repeat"));

        assertThat(sent.stream().distinct()).hasSize(1);
    }

    @Test
    void two_things_at_once_have_an_id_each() {
        fails(new ResourceAccessException("cut", new IOException("cut")));

        unanswered.send("another", sent::add);

        assertThat(sent).doesNotHaveDuplicates();
    }

    private void succeeds() {
        unanswered.send("one", sent::add);
    }

    private void fails(RuntimeException why) {
        assertThatThrownBy(() -> unanswered.send("one", id -> {
                    sent.add(id);
                    throw why;
                }))
                .isSameAs(why);
    }

    private static RuntimeException refusal(String code) {
        String problem = "{\"type\":\"%s\",\"title\":\"no\",\"status\":409}"
                .formatted(cn.jiangxue.contract.ProblemCode.valueOf(
                                code.replace('-', '_').toUpperCase(java.util.Locale.ROOT))
                        .type());
        return HttpClientErrorException.create(
                HttpStatus.CONFLICT,
                "Conflict",
                HttpHeaders.EMPTY,
                problem.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }
}
