package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * One person's sign-in, kept in the web session: who they are and the tokens in force. A refresh token may be used once, so however many requests find the
 * access token old, one renews it and the others take what it got.
 */
public final class SignedIn extends AbstractAuthenticationToken {

    /** Renew a little early: a token must not run out on its way. */
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final transient ReentrantLock renewing = new ReentrantLock();
    private volatile Tokens tokens;
    private volatile Instant renewAt;
    private volatile Me me;

    SignedIn(Tokens tokens, Instant now) {
        super(authorities(tokens.me()));
        this.tokens = tokens;
        this.me = tokens.me();
        this.renewAt = renewAt(tokens, now);
        super.setAuthenticated(true);
    }

    /** A token good for a call now. {@code renew} turns a refresh token into new tokens; its refusal passes through. */
    String accessToken(Instant now, UnaryOperator<Tokens> renew) {
        return now.isBefore(renewAt) ? tokens.accessToken() : renewed(tokens, now, renew);
    }

    /** A token other than the one that was just refused. */
    String accessTokenInsteadOf(String refused, Instant now, UnaryOperator<Tokens> renew) {
        Tokens seen = tokens;
        return seen.accessToken().equals(refused) ? renewed(seen, now, renew) : seen.accessToken();
    }

    private String renewed(Tokens seen, Instant now, UnaryOperator<Tokens> renew) {
        renewing.lock();
        try {
            if (tokens == seen) {
                Tokens fresh = renew.apply(seen);
                tokens = fresh;
                me = fresh.me();
                renewAt = renewAt(fresh, now);
            }
            return tokens.accessToken();
        } finally {
            renewing.unlock();
        }
    }

    private static Instant renewAt(Tokens tokens, Instant now) {
        return now.plusSeconds(tokens.accessExpiresInSeconds()).minus(EARLY);
    }

    /** As last told by the service. */
    public Me me() {
        return me;
    }

    /** Keeps what a change of the person's own data answered. */
    public void nowIs(Me changed) {
        me = changed;
    }

    public boolean has(Role role) {
        return me.roles().stream().anyMatch(held -> held.role() == role);
    }

    /** The organisations where the person holds the role, in the order told. */
    public List<HeldRole> organisationsAs(Role role) {
        return me.roles().stream().filter(held -> held.role() == role).toList();
    }

    private static List<SimpleGrantedAuthority> authorities(Me me) {
        return me.roles().stream()
                .map(held -> new SimpleGrantedAuthority("ROLE_" + held.role().name()))
                .distinct()
                .toList();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return me.personId();
    }

    @Override
    public String getName() {
        return me.personId().toString();
    }
}
