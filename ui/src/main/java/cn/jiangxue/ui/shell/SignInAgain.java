package cn.jiangxue.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** To the sign-in page; a browser whose session is gone, as after a restart of the pages, is told that it has ended. */
final class SignInAgain extends LoginUrlAuthenticationEntryPoint {

    private static final String PAGE = "/login";

    SignInAgain() {
        super(PAGE);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        boolean hadSession = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return hadSession ? PAGE + "?ended" : PAGE;
    }
}
