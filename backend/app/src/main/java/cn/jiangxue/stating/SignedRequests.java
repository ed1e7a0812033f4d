package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.stating.rules.Ed25519Key;
import cn.jiangxue.stating.rules.SignatureBase;
import cn.jiangxue.stating.rules.SignatureBase.Message;
import cn.jiangxue.stating.rules.SignatureInput;
import cn.jiangxue.stating.rules.SignaturePolicy;
import cn.jiangxue.stating.rules.SignaturePolicy.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Mono;

/**
 * Believes a request or says why not: HTTP Message Signatures (RFC 9421) with Ed25519 over method, address and digest of the body (RFC 9530), in force for minutes,
 * each taken once. An unknown key, a revoked one and a wrong signature have the same answer.
 */
final class SignedRequests {

    private final InstitutionKeys keys;
    private final Documents<Seen> seen;
    private final Clock clock;

    SignedRequests(InstitutionKeys keys, Documents<Seen> seen, Clock clock) {
        this.keys = keys;
        this.seen = seen;
        this.clock = clock;
    }

    /** A nonce that was used with a key; forgotten once its signature has expired anyway. */
    record Seen(@BsonId String id, int schema, Instant expiresAt) {

        static final String COLLECTION = "signature_nonces";
        static final int SCHEMA = 1;
    }

    /** The key that signed, once everything is checked and the signature is used up. */
    Mono<KeyDocument> signer(Message message, byte[] body) {
        SignatureInput input = SignatureInput.parse(header(message, "signature-input"))
                .orElseThrow(() -> new ProblemException(ProblemCode.SIGNATURE_MISSING, "Signature-Input"));
        byte[] signature = SignaturePolicy.signature(header(message, "signature"), input.label())
                .orElseThrow(() -> new ProblemException(ProblemCode.SIGNATURE_MISSING, "Signature"));
        requireNoFlaw(SignaturePolicy.flaws(input, clock.instant()));
        if (!SignaturePolicy.isOf(header(message, "content-digest"), body)) {
            throw new ProblemException(ProblemCode.DIGEST_WRONG);
        }
        String base = SignatureBase.of(message, input)
                .orElseThrow(() -> new ProblemException(ProblemCode.SIGNATURE_MISSING, input.components()));
        String keyId = input.parameters().getOrDefault("keyid", "");
        return keys.inForce(keyId)
                .filter(key -> verifies(key, base, signature))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.SIGNATURE_WRONG)))
                .delayUntil(key -> requireFirst(input))
                .delayUntil(keys::used);
    }

    private static String header(Message message, String name) {
        List<String> values = message.headers().get(name);
        return values != null && values.size() == 1 ? values.getFirst() : "";
    }

    private static boolean verifies(KeyDocument key, String base, byte[] signature) {
        return Ed25519Key.parse(key.publicKey())
                .map(known -> known.verifies(base.getBytes(StandardCharsets.UTF_8), signature))
                .orElse(false);
    }

    private Mono<Boolean> requireFirst(SignatureInput input) {
        String id = input.parameters().get("keyid") + "/" + input.parameters().get("nonce");
        return seen.insert(new Seen(id, Seen.SCHEMA, SignaturePolicy.rememberedUntil(input)))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.SIGNATURE_REPLAYED)));
    }

    private static void requireNoFlaw(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            LocalText why = new LocalText(
                    flaws.stream().map(flaw -> text(flaw).zh()).collect(Collectors.joining("；")),
                    flaws.stream().map(flaw -> text(flaw).en()).collect(Collectors.joining("; ")));
            throw new ProblemException(ProblemCode.SIGNATURE_NOT_ACCEPTED, why).clause("RFC 9421");
        }
    }

    private static LocalText text(Flaw flaw) {
        return switch (flaw) {
            case TOO_LITTLE_COVERED ->
                new LocalText(
                        "必须覆盖 @method、@target-uri（或 @authority、@path、@query）和 content-digest",
                        "it must cover @method, @target-uri (or @authority, @path, @query) and content-digest");
            case PARAMETERS ->
                new LocalText(
                        "必须有 created、expires、keyid 和 16 至 128 位的 nonce；alg 只能是 ed25519",
                        "it must have created, expires, keyid and a nonce of 16 to 128 characters; alg can be ed25519 only");
            case TIMES ->
                new LocalText(
                        "created 不得晚于现在（容差 60 秒），expires 至多在其后 10 分钟",
                        "created must not lie ahead (60 seconds are borne), expires at most 10 minutes after it");
            case EXPIRED -> new LocalText("签名已过期", "it has expired");
        };
    }
}
