package cn.jiangxue.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Signs the short-lived tokens the services trust (ES256). The newest key of {@code token-signing} in the key folder signs; older ones still verify, so a
 * rotation ends nobody's sign-in. Audiences: {@code api} a person, {@code study} a study grant, {@code preview} a preview grant,
 * {@code service} another service.
 */
public final class TokenIssuer {

    public static final String ISSUER = "jiangxue";
    static final String AUDIENCE_API = "api";
    static final String AUDIENCE_STUDY = "study";
    static final String AUDIENCE_PREVIEW = "preview";
    static final String AUDIENCE_SERVICE = "service";

    private static final Duration SERVICE_LIFE = Duration.ofMinutes(2);

    private final List<ECKey> keys;
    private final ECDSASigner signer;
    private final PlatformProperties.Tokens lives;
    private final Clock clock;

    public TokenIssuer(KeyFolder folder, PlatformProperties.Tokens lives, Clock clock) {
        folder.current("token-signing", TokenIssuer::newKey);
        this.keys =
                folder.versions("token-signing").stream().map(TokenIssuer::read).toList();
        this.lives = lives;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(keys.getLast());
        } catch (JOSEException e) {
            throw new IllegalStateException("The token signing key cannot be used", e);
        }
    }

    /** How long an access token is good for. */
    public Duration accessLife() {
        return lives.accessLife();
    }

    /** How long a study or preview grant is good for unless renewed. */
    public Duration grantLife() {
        return lives.grantLife();
    }

    /** An access token for a signed-in person, good for {@link #accessLife}. */
    public String accessToken(Caller caller) {
        return sign(claims(AUDIENCE_API, caller.personId().toString(), accessLife())
                .claim("lid", caller.learnerId().toString())
                .claim("sid", caller.sessionId().toString())
                .claim(
                        "roles",
                        caller.roles().stream().map(RoleIn::toString).sorted().toList())
                .claim("pwd", caller.mustChangePassword())
                .build());
    }

    /** A study grant, good until the instant it names. */
    public String studyGrant(StudyGrant grant) {
        return sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE_STUDY)
                .subject(grant.personId().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(grant.expiresAt()))
                .claim("lid", grant.learnerId().toString())
                .claim("enr", grant.enrolmentId().toString())
                .claim("les", grant.lessonId().toString())
                .claim("mid", grant.mediaId().toString())
                .claim("str", grant.streamId().toString())
                .build());
    }

    /** A preview grant, good until the instant it names. */
    public String previewGrant(PreviewGrant grant) {
        return sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE_PREVIEW)
                .subject(grant.personId().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(grant.expiresAt()))
                .claim("mid", grant.mediaId().toString())
                .build());
    }

    /** A token with which one service calls another. */
    public String serviceToken(String name) {
        return sign(claims(AUDIENCE_SERVICE, name, SERVICE_LIFE).build());
    }

    /** The keys that verify, as a JWK set without private parts. */
    public JWKSet publicKeys() {
        return new JWKSet(keys.stream().map(key -> (JWK) key.toPublicJWK()).toList());
    }

    private JWTClaimsSet.Builder claims(String audience, String subject, Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(keys.getLast().getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** A fresh signing key as it is kept in the key folder. */
    public static byte[] newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private static ECKey read(byte[] stored) {
        try {
            return ECKey.parse(new String(stored, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("The token signing key in the key folder is damaged", e);
        }
    }
}
