package cn.jiangxue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.ResourceAccessException;

class UnreadNumberTest {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void somebodyIsSignedIn() {
        Me me = new Me(
                UUID.randomUUID(), UUID.randomUUID(), "liudiangong", "刘电工", null, null, List.of(), List.of(), false);
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedIn(new Tokens("a", 600, "r", me), Instant.parse("2026-11-20T02:00:00Z")));
    }

    @Test
    void the_number_is_what_the_service_says_and_is_kept_nowhere() {
        somebodyIsSignedIn();

        var answer = new UnreadNumber(saying(() -> new MessageApi.Unread(3))).unread();

        assertThat(answer.getBody()).isEqualTo(new MessageApi.Unread(3));
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void without_an_answer_of_the_service_nothing_is_said() {
        somebodyIsSignedIn();

        assertNothingIsSaid(new UnreadNumber(saying(() -> {
                    throw new ResourceAccessException("no answer");
                }))
                .unread());
    }

    @Test
    void a_sign_in_that_has_ended_says_nothing_either() {
        somebodyIsSignedIn();

        assertNothingIsSaid(new UnreadNumber(saying(() -> {
                    throw new SessionEnded(new IllegalStateException("refused"));
                }))
                .unread());
    }

    @Test
    void nobody_is_told_nothing_and_the_service_is_not_asked() {
        assertNothingIsSaid(new UnreadNumber(saying(() -> {
                    throw new AssertionError("asked");
                }))
                .unread());
    }

    private static void assertNothingIsSaid(ResponseEntity<MessageApi.Unread> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(answer.getBody()).isNull();
    }

    private static MessageApi saying(Supplier<MessageApi.Unread> unread) {
        return new MessageApi() {
            @Override
            public Page<Message> messages(String cursor) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Unread unread() {
                return unread.get();
            }

            @Override
            public Message read(UUID id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Unread readUpTo(UUID id) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
