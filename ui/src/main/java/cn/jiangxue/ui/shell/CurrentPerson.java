package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.IdentityApi.Tokens;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Signs in and out, and says who is signed in on this thread. */
@Component
public class CurrentPerson {

    private final IdentityApi identity;
    private final AuthenticationContext context;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    CurrentPerson(IdentityApi identity, AuthenticationContext context, Clock clock) {
        this.identity = identity;
        this.context = context;
        this.clock = clock;
    }

    public Optional<SignedIn> signedIn() {
        return onThisThread();
    }

    /** For pages that only signed-in people reach. */
    public SignedIn get() {
        return onThisThread().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    static Optional<SignedIn> onThisThread() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Refusals of the service pass through. The web session gets a new id, so that one known before is worth nothing. */
    public SignedIn signIn(String login, String password) {
        Tokens tokens = identity.signIn(new SignIn(login, password, device()));
        SignedIn person = new SignedIn(tokens, clock.instant());
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        SecurityContext security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(person);
        SecurityContextHolder.setContext(security);
        sessions.saveContext(
                security,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        return person;
    }

    /** Ends the sign-in here even when the service cannot be told. */
    public void signOut() {
        try {
            identity.signOut();
        } catch (RestClientException | SessionEnded unreachable) {
            // The refresh token in this session is dropped below and ends by itself.
        }
        context.logout();
    }

    /** Drops this session alone, after every sign-in was ended by the service. */
    public void forget() {
        context.logout();
    }

    private static String device() {
        String agent = VaadinRequest.getCurrent().getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 200));
    }
}
