package cn.jiangxue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;

class SignInAgainTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/account");

    @Test
    void a_browser_that_comes_for_the_first_time_is_asked_to_sign_in() throws Exception {
        assertThat(sentTo()).endsWith("/login");
    }

    @Test
    void a_browser_whose_session_is_gone_is_told_so() throws Exception {
        request.setRequestedSessionId("of-before-the-restart");
        request.setRequestedSessionIdValid(false);

        assertThat(sentTo()).endsWith("/login?ended");
    }

    private String sentTo() throws IOException, ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SignInAgain().commence(request, response, new InsufficientAuthenticationException("not signed in"));
        return response.getRedirectedUrl();
    }
}
