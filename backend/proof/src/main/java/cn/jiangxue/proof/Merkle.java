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
        return new Joiner().node(left, right);
    }

    /** Joins one pair after the other with the same digest: most of what a node costs is a new one. For one thread. */
    static final class Joiner {

        private final MessageDigest sha256 = sha256();

        Hash node(Hash left, Hash right) {
            sha256.update(NODE);
            left.into(sha256);
            right.into(sha256);
            return Hash.owned(sha256.digest());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
