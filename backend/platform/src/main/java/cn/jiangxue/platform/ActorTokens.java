package cn.jiangxue.platform;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Turns a verified token into the {@link Actor} it stands for. */
final class ActorTokens implements ReactiveAuthenticationManager {

    private final ReactiveJwtDecoder decoder;

    ActorTokens(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        return Mono.just(presented)
                .ofType(BearerTokenAuthenticationToken.class)
                .flatMap(bearer -> decoder.decode(bearer.getToken()))
                .map(token -> (Authentication) new Verified(actorOf(token)))
                .onErrorMap(JwtException.class, e -> new InvalidBearerTokenException(String.valueOf(e.getMessage()), e))
                .onErrorMap(
                        IllegalArgumentException.class, e -> new InvalidBearerTokenException("malformed claims", e));
    }

    static Actor actorOf(Jwt token) {
        List<String> audience = token.getAudience() == null ? List.of() : token.getAudience();
        if (audience.contains(TokenIssuer.AUDIENCE_API)) {
            return caller(token);
        }
        if (audience.contains(TokenIssuer.AUDIENCE_STUDY)) {
            return grant(token);
        }
        if (audience.contains(TokenIssuer.AUDIENCE_PREVIEW)) {
            return new PreviewGrant(UUID.fromString(subject(token)), id(token, "mid"), endOf(token));
        }
        if (audience.contains(TokenIssuer.AUDIENCE_SERVICE)) {
            return new ServiceCaller(subject(token));
        }
        throw new IllegalArgumentException("unknown audience");
    }

    private static Caller caller(Jwt token) {
        List<String> held = token.getClaimAsStringList("roles");
        Set<RoleIn> roles =
                held == null ? Set.of() : held.stream().map(RoleIn::parse).collect(Collectors.toUnmodifiableSet());
        return new Caller(
                UUID.fromString(subject(token)),
                id(token, "lid"),
                id(token, "sid"),
                roles,
                Boolean.TRUE.equals(token.getClaimAsBoolean("pwd")));
    }

    private static StudyGrant grant(Jwt token) {
        return new StudyGrant(
                UUID.fromString(subject(token)),
                id(token, "lid"),
                id(token, "enr"),
                id(token, "les"),
                id(token, "mid"),
                id(token, "str"),
                endOf(token));
    }

    private static Instant endOf(Jwt token) {
        Instant expires = token.getExpiresAt();
        if (expires == null) {
            throw new IllegalArgumentException("a grant without an end");
        }
        return expires;
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new IllegalArgumentException("a token of nobody");
        }
        return subject;
    }

    private static UUID id(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        if (value == null) {
            throw new IllegalArgumentException("claim missing: " + claim);
        }
        return UUID.fromString(value);
    }

    /** The authentication of a verified actor. */
    static final class Verified extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Actor actor;

        Verified(Actor actor) {
            super(List.of());
            this.actor = actor;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Actor getPrincipal() {
            return actor;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Verified that && actor.equals(that.actor);
        }

        @Override
        public int hashCode() {
            return actor.hashCode();
        }
    }
}
