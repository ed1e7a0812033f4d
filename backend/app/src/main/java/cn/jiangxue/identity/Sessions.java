package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.rules.Refreshing;
import cn.jiangxue.identity.rules.Refreshing.Outcome;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.platform.Uuid7;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sign-ins from their first token to their end. */
@Component
final class Sessions {

    private static final int MAX_DEVICE = 120;
    private static final int MAX_RACES = 4;

    private final Documents<StoredSession> sessions;
    private final Documents<StoredAccount> accounts;
    private final Documents<StoredPerson> people;
    private final PersonViews views;
    private final RefreshTokens refreshTokens;
    private final TokenIssuer issuer;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Sessions(
            Documents<StoredSession> sessions,
            Documents<StoredAccount> accounts,
            Documents<StoredPerson> people,
            PersonViews views,
            RefreshTokens refreshTokens,
            TokenIssuer issuer,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.people = people;
        this.views = views;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A new sign-in of the account on a device. */
    Mono<Tokens> begin(StoredAccount account, String device) {
        Instant now = clock.instant();
        UUID id = Uuid7.next(clock);
        int key = refreshTokens.newestKey();
        String shown = device.strip();
        StoredSession session = new StoredSession(
                id,
                StoredSession.SCHEMA,
                1,
                account.id(),
                account.personId(),
                account.epoch(),
                shown.substring(0, Math.min(MAX_DEVICE, shown.length())),
                now,
                now,
                1,
                key,
                refreshTokens.hashOf(id, 1, key),
                null,
                null,
                now.plus(Refreshing.IDLE_LIFE),
                List.of(),
                null);
        return sessions.insert(session).then(Mono.defer(() -> tokens(session, account)));
    }

    /** A new pair for a refresh token; SESSION_ENDED when it is worth nothing any more. */
    Mono<Tokens> refresh(String token) {
        return Mono.justOrEmpty(RefreshTokens.parse(token))
                .flatMap(presented -> Mono.defer(() -> refreshOnce(presented))
                        .repeatWhenEmpty(MAX_RACES, lost -> lost)
                        .onErrorMap(IllegalStateException.class, e -> new ProblemException(ProblemCode.BUSY)))
                .switchIfEmpty(Mono.error(Sessions::over));
    }

    /** Ends one sign-in; its access token lasts at most five minutes more. */
    Mono<Void> end(UUID sessionId) {
        return sessions.update(
                        eq("_id", sessionId),
                        Updates.combine(Updates.set("endedAt", clock.instant()), Updates.inc("revision", 1L)))
                .then();
    }

    /** Lets this sign-in go on in a new epoch of its account while all others end. */
    Mono<Void> carryOver(UUID sessionId, int epoch) {
        return sessions.update(
                        eq("_id", sessionId), Updates.combine(Updates.set("epoch", epoch), Updates.inc("revision", 1L)))
                .then();
    }

    /** The answer, or empty when another request changed the sign-in in between. */
    private Mono<Tokens> refreshOnce(RefreshTokens.Parts presented) {
        return sessions.find(presented.sessionId())
                .switchIfEmpty(Mono.error(Sessions::over))
                .zipWhen(session -> accounts.find(session.accountId()).switchIfEmpty(Mono.error(Sessions::over)))
                .flatMap(both -> answer(both.getT1(), both.getT2(), presented));
    }

    private Mono<Tokens> answer(StoredSession session, StoredAccount account, RefreshTokens.Parts presented) {
        var standing = new Refreshing.SignedIn(
                session.startedAt(), session.rotatedAt(), session.endedAt(), session.epoch() != account.epoch());
        return switch (Refreshing.decide(standing, refreshTokens.recognise(session, presented), clock.instant())) {
            case Outcome.Rotate ignored -> rotate(session, account);
            case Outcome.Repeat ignored -> tokens(session, account);
            case Outcome.EndFamily ignored -> endFamily(session);
            case Outcome.Refuse ignored -> Mono.error(over());
        };
    }

    private Mono<Tokens> rotate(StoredSession session, StoredAccount account) {
        int key = refreshTokens.newestKey();
        StoredSession next = session.rotated(
                key, refreshTokens.hashOf(session.id(), session.generation() + 1, key), clock.instant());
        return sessions.replace(session.id(), session.revision(), next)
                .filter(Boolean::booleanValue)
                .flatMap(replaced -> tokens(next, account));
    }

    private Mono<Tokens> endFamily(StoredSession session) {
        var told = new AuditFact(
                "session.copied-token",
                session.personId(),
                null,
                "person:" + session.personId(),
                Map.of("session", session.id().toString()));
        StoredSession ended = session.ended(clock.instant(), events.append(session.outbox(), told));
        return sessions.replace(session.id(), session.revision(), ended)
                .doOnNext(replaced -> outbox.wake(StoredSession.COLLECTION))
                .then(Mono.error(Sessions::over));
    }

    private Mono<Tokens> tokens(StoredSession session, StoredAccount account) {
        return people.find(account.personId())
                .switchIfEmpty(Mono.error(Sessions::over))
                .flatMap(person -> views.me(person, account.mustChangePassword())
                        .map(me -> new Tokens(
                                issuer.accessToken(new Caller(
                                        person.id(),
                                        person.learnerId(),
                                        session.id(),
                                        person.rolesIn(),
                                        account.mustChangePassword())),
                                Math.toIntExact(issuer.accessLife().toSeconds()),
                                refreshTokens.token(session.id(), session.generation(), session.keyVersion()),
                                me)));
    }

    private static ProblemException over() {
        return new ProblemException(ProblemCode.SESSION_ENDED);
    }
}
