package cn.jiangxue.credential;

import cn.jiangxue.credential.rules.DidWeb;
import cn.jiangxue.credential.rules.Multibase;
import cn.jiangxue.platform.KeyFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The Ed25519 keys that sign credentials: the newest in the key folder signs, all of them verify and stay in the identifier's document, so that a rotation
 * invalidates nothing. A key put into the folder while the program runs is used from the next start.
 */
final class IssuerKeys {

    private static final String NAME = "credential-signing";
    private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};

    private final DidWeb issuer;
    private final List<Ed25519PrivateKeyParameters> keys;

    IssuerKeys(KeyFolder folder, DidWeb issuer) {
        folder.secret(NAME, Ed25519PrivateKeyParameters.KEY_SIZE);
        this.issuer = issuer;
        this.keys = folder.versions(NAME).stream()
                .map(seed -> new Ed25519PrivateKeyParameters(seed, 0))
                .toList();
    }

    DidWeb issuer() {
        return issuer;
    }

    /** Names the key that signs now. */
    String currentId() {
        return issuer.keyId(keys.size());
    }

    byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, keys.getLast());
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Whether the named key made the signature; false also for a key that is not ours. */
    boolean verify(String keyId, byte[] message, byte[] signature) {
        return publicKey(keyId)
                .map(key -> {
                    var verifier = new Ed25519Signer();
                    verifier.init(false, key);
                    verifier.update(message, 0, message.length);
                    return verifier.verifySignature(signature);
                })
                .orElse(false);
    }

    private Optional<Ed25519PublicKeyParameters> publicKey(String keyId) {
        for (int version = 1; version <= keys.size(); version++) {
            if (issuer.keyId(version).equals(keyId)) {
                return Optional.of(keys.get(version - 1).generatePublicKey());
            }
        }
        return Optional.empty();
    }

    /** The DID document served at {@code /.well-known/did.json}. */
    Map<String, Object> didDocument() {
        List<Map<String, Object>> methods = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int version = 1; version <= keys.size(); version++) {
            Map<String, Object> method = new LinkedHashMap<>();
            method.put("id", issuer.keyId(version));
            method.put("type", "Multikey");
            method.put("controller", issuer.did());
            method.put("publicKeyMultibase", multikey(keys.get(version - 1).generatePublicKey()));
            methods.add(method);
            names.add(issuer.keyId(version));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"));
        document.put("id", issuer.did());
        document.put("verificationMethod", methods);
        document.put("assertionMethod", names);
        return document;
    }

    private static String multikey(Ed25519PublicKeyParameters key) {
        byte[] raw = key.getEncoded();
        byte[] named = new byte[ED25519_PUBLIC.length + raw.length];
        System.arraycopy(ED25519_PUBLIC, 0, named, 0, ED25519_PUBLIC.length);
        System.arraycopy(raw, 0, named, ED25519_PUBLIC.length, raw.length);
        return Multibase.base58(named);
    }
}
