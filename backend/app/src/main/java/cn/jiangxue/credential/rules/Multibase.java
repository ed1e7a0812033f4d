package cn.jiangxue.credential.rules;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as text with a prefix that names the alphabet: {@code z} base58 (Bitcoin), {@code u} base64url without padding. */
public final class Multibase {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger RADIX = BigInteger.valueOf(BASE58.length());

    private Multibase() {}

    public static String base58(byte[] bytes) {
        StringBuilder reversed = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(RADIX)) {
            reversed.append(BASE58.charAt(rest.mod(RADIX).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            reversed.append(BASE58.charAt(0));
        }
        return reversed.append('z').reverse().toString();
    }

    public static String base64Url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads base58 text.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static byte[] fromBase58(String text) {
        if (!text.startsWith("z")) {
            throw new IllegalArgumentException("not base58: " + text);
        }
        BigInteger value = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = BASE58.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not base58: " + text);
            }
            zeros += value.signum() == 0 && digit == 0 ? 1 : 0;
            value = value.multiply(RADIX).add(BigInteger.valueOf(digit));
        }
        byte[] magnitude = value.signum() == 0 ? new byte[0] : unsigned(value.toByteArray());
        byte[] bytes = new byte[zeros + magnitude.length];
        System.arraycopy(magnitude, 0, bytes, zeros, magnitude.length);
        return bytes;
    }

    private static byte[] unsigned(byte[] twosComplement) {
        return twosComplement[0] == 0 ? Arrays.copyOfRange(twosComplement, 1, twosComplement.length) : twosComplement;
    }
}
