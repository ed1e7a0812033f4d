package cn.jiangxue.stating.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which signed requests are believed, before any key is looked at. */
public final class SignaturePolicy {

    /** How far the clocks of sender and service may differ. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    /** Longest time between {@code created} and {@code expires}; so long a nonce is remembered. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=_-]{16,128}");
    private static final Pattern DIGEST = Pattern.compile("(sha-256|sha-512)=:([A-Za-z0-9+/]+={0,2}):");
    private static final Pattern SIGNATURE = Pattern.compile("([a-z*][a-z0-9_.*-]{0,63})=:([A-Za-z0-9+/]+={0,2}):");
    private static final Map<String, String> HASHES = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private SignaturePolicy() {}

    /** Why a signature is not looked at any further. */
    public enum Flaw {
        /** The method, the address or the digest of the body is not covered. */
        TOO_LITTLE_COVERED,
        /** {@code created}, {@code expires}, {@code keyid} or {@code nonce} is missing or malformed, or {@code alg} is not ed25519. */
        PARAMETERS,
        /** Made in the future, or meant to hold longer than {@link #LONGEST}. */
        TIMES,
        /** It has expired. */
        EXPIRED
    }

    /** Every flaw of the signature. */
    public static List<Flaw> flaws(SignatureInput input, Instant now) {
        List<Flaw> flaws = new ArrayList<>();
        if (!covers(Set.copyOf(input.components()))) {
            flaws.add(Flaw.TOO_LITTLE_COVERED);
        }
        Map<String, String> parameters = input.parameters();
        boolean complete = parameters.keySet().containsAll(Set.of("created", "expires", "keyid", "nonce"))
                && NONCE.matcher(parameters.get("nonce")).matches()
                && parameters.getOrDefault("alg", "ed25519").equals("ed25519");
        if (!complete) {
            flaws.add(Flaw.PARAMETERS);
            return flaws;
        }
        Instant created = Instant.ofEpochSecond(Long.parseLong(parameters.get("created")));
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parameters.get("expires")));
        if (created.isAfter(now.plus(SKEW)) || !created.isBefore(expires) || expires.isAfter(created.plus(LONGEST))) {
            flaws.add(Flaw.TIMES);
        }
        if (!now.isBefore(expires.plus(SKEW))) {
            flaws.add(Flaw.EXPIRED);
        }
        return flaws;
    }

    private static boolean covers(Set<String> components) {
        boolean address =
                components.contains("@target-uri") || components.containsAll(Set.of("@authority", "@path", "@query"));
        return address && components.containsAll(Set.of("@method", "content-digest"));
    }

    /** Until when the nonce must be remembered. */
    public static Instant rememberedUntil(SignatureInput input) {
        return Instant.ofEpochSecond(Long.parseLong(input.parameters().get("expires")))
                .plus(SKEW);
    }

    /** Whether the {@code Content-Digest} (RFC 9530) is of this body; one digest, SHA-256 or SHA-512. */
    public static boolean isOf(String contentDigest, byte[] body) {
        Matcher digest = DIGEST.matcher(contentDigest.strip());
        if (!digest.matches()) {
            return false;
        }
        try {
            byte[] actual =
                    MessageDigest.getInstance(HASHES.get(digest.group(1))).digest(body);
            return MessageDigest.isEqual(actual, bytes(digest.group(2)).orElse(new byte[0]));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }

    /** The bytes of the one signature under this label; empty when the header is of another form. */
    public static Optional<byte[]> signature(String header, String label) {
        Matcher signature = SIGNATURE.matcher(header.strip());
        return signature.matches() && signature.group(1).equals(label) ? bytes(signature.group(2)) : Optional.empty();
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
