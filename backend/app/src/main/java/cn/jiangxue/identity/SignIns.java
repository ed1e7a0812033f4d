package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Signing in. An unknown login takes the same steps and the same time as a known one with a wrong password, and gets the same answer.
 */
@Component
final class SignIns {

    private final Claims claims;
    private final Documents<StoredAccount> accounts;
    private final SignInAttempts attempts;
    private final AddressWindows addresses;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KeyedHash hash;
    private final Clock clock;

    SignIns(
            Claims claims,
            Documents<StoredAccount> accounts,
            SignInAttempts attempts,
            AddressWindows addresses,
            Passwords passwords,
            Sessions sessions,
            KeyedHash hash,
            Clock clock) {
        this.claims = claims;
        this.accounts = accounts;
        this.attempts = attempts;
        this.addresses = addresses;
        this.passwords = passwords;
        this.sessions = sessions;
        this.hash = hash;
        this.clock = clock;
    }

    /** One attempt. {@code attemptsKey}: what it is counted under. */
    private record Attempt(
            @Nullable StoredAccount account, String attemptsKey, String loginHash, String addressHash, SignIn request) {

        boolean isFromKnownAddress() {
            return account != null && account.knownAddresses().contains(addressHash);
        }
    }

    /** Tokens for a right login and password; SIGN_IN_REFUSED for a wrong one, SIGN_IN_LIMITED when it has to wait. */
    Mono<Tokens> signIn(SignIn request, String address) {
        return prepare(request, hash.of("address", address)).flatMap(this::attempt);
    }

    private Mono<Tokens> attempt(Attempt attempt) {
        return (attempt.isFromKnownAddress() ? Mono.<Void>empty() : addresses.admit(attempt.addressHash()))
                .then(Mono.defer(() -> attempts.charge(attempt.attemptsKey())))
                .then(Mono.defer(() -> isRight(attempt)))
                .flatMap(right -> right ? welcome(attempt) : refuse(attempt));
    }

    private Mono<Attempt> prepare(SignIn request, String addressHash) {
        Optional<Login> login = Login.parse(request.login());
        String loginHash = login.map(claims::idOf).orElseGet(() -> unreadable(request.login()));
        String key = loginHash.substring(loginHash.indexOf(':') + 1);
        return Mono.justOrEmpty(login)
                .flatMap(known -> claims.owner(loginHash))
                .flatMap(accounts::find)
                .map(account -> new Attempt(account, account.id().toString(), key, addressHash, request))
                .defaultIfEmpty(new Attempt(null, key, key, addressHash, request));
    }

    private String unreadable(String login) {
        String bounded = login.substring(0, Math.min(Login.MAX_LENGTH, login.length()));
        return "none:" + hash.of("unreadable", bounded.toLowerCase(Locale.ROOT));
    }

    private Mono<Boolean> isRight(Attempt attempt) {
        StoredAccount account = attempt.account();
        String stored = account == null ? null : account.passwordHash();
        return passwords
                .matches(stored, attempt.request().password())
                .map(right -> right && account != null && isInForce(account));
    }

    private boolean isInForce(StoredAccount account) {
        var until = account.temporaryUntil();
        return until == null || clock.instant().isBefore(until);
    }

    private Mono<Tokens> refuse(Attempt attempt) {
        return addresses
                .failed(attempt.addressHash(), attempt.loginHash())
                .then(Mono.error(() -> new ProblemException(ProblemCode.SIGN_IN_REFUSED)));
    }

    private Mono<Tokens> welcome(Attempt attempt) {
        StoredAccount account = attempt.account();
        if (account == null) {
            return refuse(attempt);
        }
        return attempts.clear(attempt.attemptsKey())
                .then(addresses.signedIn(attempt.addressHash(), attempt.loginHash()))
                .then(remember(account, attempt.addressHash()))
                .then(sessions.begin(account, attempt.request().device()));
    }

    /** A lost race means that another sign-in of the same account was just remembered; that is good enough. */
    private Mono<Boolean> remember(StoredAccount account, String addressHash) {
        return account.knownAddresses().contains(addressHash)
                ? Mono.just(true)
                : accounts.replace(account.id(), account.revision(), account.withAddress(addressHash));
    }
}
