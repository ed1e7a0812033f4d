package cn.jiangxue.credential.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/** The bits of a status list (W3C Bitstring Status List 1.0): bit 0 is the leftmost bit of the first byte, 1 means that the status holds. */
public final class StatusBits {

    /** Positions in one list: the least the recommendation allows, so that a position says little about its holder. */
    public static final int SIZE = 131_072;

    private StatusBits() {}

    /** Gzip, then base64url with its multibase prefix. */
    public static String encode(Collection<Integer> set) {
        byte[] bits = new byte[SIZE / Byte.SIZE];
        for (int position : set) {
            bits[position / Byte.SIZE] |= (byte) (0x80 >>> position % Byte.SIZE);
        }
        return Multibase.base64Url(gzip(bits));
    }

    private static byte[] gzip(byte[] bits) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The position of the n-th credential of a list. Consecutive ones lie far apart, so that the order of issue cannot be read off; no two share one.
     *
     * @param n from 0 to {@link #SIZE} - 1
     */
    public static int positionOf(int n) {
        // An odd factor is invertible modulo a power of two: a permutation.
        return (int) ((n * 73_943L + 51_511L) % SIZE);
    }
}
