package cn.jiangxue.local.seed;

import cn.jiangxue.contract.IdentityApi;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's access token, renewed by its refresh token before it runs out. */
final class AccessToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final IdentityApi identity;
    private final String userName;
    private final String password;
    private IdentityApi.@Nullable Tokens tokens;
    private long renewAtNanos;

    AccessToken(IdentityApi identity, String userName, String password) {
        this.identity = identity;
        this.userName = userName.toLowerCase(Locale.ROOT);
        this.password = password;
    }

    synchronized String value() {
        IdentityApi.Tokens held = tokens;
        if (held == null) {
            held = identity.signIn(new IdentityApi.SignIn(userName, password, "sample data"));
            keep(held);
        } else if (System.nanoTime() - renewAtNanos >= 0) {
            held = identity.refresh(new IdentityApi.Refresh(held.refreshToken()));
            keep(held);
        }
        return held.accessToken();
    }

    private void keep(IdentityApi.Tokens fresh) {
        Duration life = Duration.ofSeconds(fresh.accessExpiresInSeconds()).minus(MARGIN);
        tokens = fresh;
        renewAtNanos = System.nanoTime() + life.toNanos();
    }
}
