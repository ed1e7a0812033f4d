package cn.jiangxue.stating.rules;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 public key (RFC 8032). */
public final class Ed25519Key {

    /** How SubjectPublicKeyInfo (RFC 8410) of such a key begins. */
    private static final byte[] INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] bytes;

    private Ed25519Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Base64 of its 32 bytes, or PEM; empty for anything else, and for points that sign everything. */
    public static Optional<Ed25519Key> parse(String text) {
        String bare = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        if (bare.length() > 200) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(bare);
            byte[] key = decoded.length == INFO.length + Ed25519.PUBLIC_KEY_SIZE
                            && Arrays.equals(decoded, 0, INFO.length, INFO, 0, INFO.length)
                    ? Arrays.copyOfRange(decoded, INFO.length, decoded.length)
                    : decoded;
            return key.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key, 0)
                    ? Optional.of(new Ed25519Key(key))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Base64 of its 32 bytes. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, bytes, 0, message, 0, message.length);
    }
}
