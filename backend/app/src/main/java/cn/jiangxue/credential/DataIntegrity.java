package cn.jiangxue.credential;

import cn.jiangxue.credential.rules.Multibase;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs and checks JSON-LD documents by the cryptosuite {@code eddsa-rdfc-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0). Burns CPU: call it on
 * {@link cn.jiangxue.platform.Blocking}.
 */
final class DataIntegrity {

    private static final String SUITE = "eddsa-rdfc-2022";
    private static final String PROOF = "proof";
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final IssuerKeys keys;
    private final BundledContexts contexts = new BundledContexts();

    DataIntegrity(IssuerKeys keys) {
        this.keys = keys;
    }

    /** The document with its proof, in an array as Open Badges 3.0 asks. */
    ObjectNode sign(Map<String, Object> document, Instant now) {
        ObjectNode unsigned = JSON.valueToTree(document);
        ObjectNode proof = JSON.createObjectNode()
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", SUITE)
                .put("created", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("verificationMethod", keys.currentId())
                .put("proofPurpose", "assertionMethod");
        proof.put("proofValue", Multibase.base58(keys.sign(toBeSigned(unsigned, proof))));
        unsigned.putArray(PROOF).add(proof);
        return unsigned;
    }

    /** Whether every proof of the document is ours and holds. Call it on documents of our own register only: canonicalising a hostile one has no bound. */
    boolean verify(ObjectNode signed) {
        ObjectNode unsigned = signed.deepCopy();
        return unsigned.remove(PROOF) instanceof ArrayNode proofs
                && !proofs.isEmpty()
                && proofs.valueStream().allMatch(proof -> holds(unsigned, proof));
    }

    private boolean holds(ObjectNode unsigned, JsonNode proof) {
        if (!(proof instanceof ObjectNode given)
                || !given.path("cryptosuite").asString("").equals(SUITE)) {
            return false;
        }
        ObjectNode options = given.deepCopy();
        options.remove("proofValue");
        try {
            return keys.verify(
                    given.path("verificationMethod").asString(""),
                    toBeSigned(unsigned, options),
                    Multibase.fromBase58(given.path("proofValue").asString("")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] toBeSigned(ObjectNode unsigned, ObjectNode proofOptions) {
        ObjectNode options = proofOptions.deepCopy();
        options.set("@context", unsigned.get("@context"));
        byte[] optionsHash = hash(options);
        byte[] documentHash = hash(unsigned);
        byte[] both = new byte[optionsHash.length + documentHash.length];
        System.arraycopy(optionsHash, 0, both, 0, optionsHash.length);
        System.arraycopy(documentHash, 0, both, optionsHash.length, documentHash.length);
        return both;
    }

    private byte[] hash(ObjectNode document) {
        try {
            var canon = RdfCanon.create("SHA-256");
            JsonLd.toRdf(JsonDocument.of(new StringReader(document.toString())))
                    .loader(contexts)
                    .provide(canon);
            var lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalArgumentException("not a document that can be canonicalised", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
