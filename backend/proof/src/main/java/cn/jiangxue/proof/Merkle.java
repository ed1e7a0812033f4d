package cn.jiangxue.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How leaves and nodes are hashed (RFC 9162 section 2.1.1, with SHA-256). The prefixes keep a node from being taken for a leaf. */
public final class Merkle {

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.of(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** The hash of a leaf that is these pieces, one after the other. */
    public static Hash leaf(byte[]... pieces) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        for (byte[] piece : pieces) {
            sha256.update(piece);
        }
        return Hash.of(sha256.digest());
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left.bytes());
        return Hash.of(sha256.digest(right.bytes()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
