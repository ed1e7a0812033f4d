package cn.jiangxue.credential.rules;

import cn.jiangxue.contract.Grade;
import java.util.Locale;
import java.util.Optional;

/**
 * The number printed on a certificate, such as {@code JX2026-4-7F3K9Q2M-5}: year, step of the ladder (1 to 8), forty random bits, and a check character.
 * The alphabet has no I, L, O or U (Crockford's base 32), so that it can be read out and typed.
 */
public record CertificateNumber(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 8;
    private static final int BITS = 5;
    private static final String FORM = "JX[0-9]{4}-[1-8]-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]";

    public CertificateNumber {
        if (!text.matches(FORM) || text.charAt(text.length() - 1) != check(text.substring(0, text.length() - 2))) {
            throw new IllegalArgumentException("not a certificate number");
        }
    }

    /** {@code random}: only its lowest forty bits are used. */
    public static CertificateNumber of(int year, Grade grade, long random) {
        StringBuilder body = new StringBuilder("JX%04d-%d-".formatted(year, grade.ordinal() + 1));
        for (int i = RANDOM_CHARACTERS - 1; i >= 0; i--) {
            body.append(ALPHABET.charAt((int) (random >>> (BITS * i)) & (ALPHABET.length() - 1)));
        }
        return new CertificateNumber(body + "-" + check(body.toString()));
    }

    /** What a person typed, as a number: case, spaces and the letters that look like digits do not matter. Empty when it is none. */
    public static Optional<CertificateNumber> typed(String text) {
        String plain = text.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            return Optional.of(new CertificateNumber(plain.replace(" ", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Weighted sum in base 32 with odd weights: one wrong character is always noticed, two that changed places nearly always. */
    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value >= 0) {
                sum += value * weight;
                weight += 2;
            }
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
