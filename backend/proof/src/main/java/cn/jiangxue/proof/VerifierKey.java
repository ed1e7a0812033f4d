package cn.jiangxue.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of an Ed25519 key that signs notes, written {@code name+id+base64} as C2SP signed-note does. */
public final class VerifierKey {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;
    private static final byte[] X509_OF_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final byte[] id;

    public VerifierKey(String name, byte[] key) {
        if (name.isBlank() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("no name of a key: " + name);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has " + KEY_BYTES + " bytes");
        }
        this.name = name;
        this.key = key.clone();
        MessageDigest sha256 = Merkle.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(ED25519);
        this.id = Arrays.copyOf(sha256.digest(key), ID_BYTES);
    }

    public static VerifierKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key is written name+id+base64");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("no Ed25519 key");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("the key is not the one its id names");
        }
        return key;
    }

    public String written() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(key).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    public String name() {
        return name;
    }

    /** The line that puts a signature of this key under a note. */
    public SignedNote.Signature signature(byte[] signed) {
        byte[] named = ByteBuffer.allocate(ID_BYTES + signed.length)
                .put(id)
                .put(signed)
                .array();
        return new SignedNote.Signature(name, Base64.getEncoder().encodeToString(named));
    }

    /** Whether this key signed the note. */
    public boolean signed(SignedNote note) {
        return note.signatures().stream()
                .filter(signature -> signature.name().equals(name))
                .map(signature -> Base64.getDecoder().decode(signature.bytes()))
                .filter(bytes -> bytes.length == ID_BYTES + SIGNATURE_BYTES)
                .filter(bytes -> Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), id))
                .anyMatch(bytes -> verifies(note.text(), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            byte[] encoded = ByteBuffer.allocate(X509_OF_ED25519.length + KEY_BYTES)
                    .put(X509_OF_ED25519)
                    .put(key)
                    .array();
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
