package cn.jiangxue.reexamination.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The draw of one grade: random for whoever does not know the seed, the same for whoever does (第一、二条). */
public final class Lot {

    /** Tickets there are; a share is given in as many parts. */
    public static final int TICKETS = 10_000;

    /** Length of a seed, in bytes. */
    public static final int SEED_BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private Lot() {}

    /**
     * The ticket of a grade, 0 to 9,999: the first 8 bytes of HMAC-SHA256 with the seed as key over the credential's id in lower case, as an unsigned number, modulo 10,000.
     * The id is the service's own, so that no applicant tries ids until one is not drawn.
     */
    public static int ticket(byte[] seed, UUID credentialId) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(seed, HMAC));
            byte[] code = mac.doFinal(credentialId.toString().getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(code).getLong(), TICKETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** {@code shareBasisPoints}: 0 draws nothing, 10,000 everything. */
    public static boolean isDrawn(int ticket, int shareBasisPoints) {
        return ticket < shareBasisPoints;
    }

    /** What is published of a seed before anything is drawn by it: its SHA-256 in hex. */
    public static String commitment(byte[] seed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
