package cn.jiangxue.identity.rules;

/** How personal values are shown to whoever does not need them in clear (GB/T 35273 section 7.2). */
public final class Masking {

    private static final String STARS = "*".repeat(16);

    private Masking() {}

    /** {@code 110105194912310000} → {@code 110*************00}. */
    public static String identityNumber(String number) {
        return keep(number, 3, 2);
    }

    /** {@code 13812345678} → {@code 138****5678}. */
    public static String phone(String phone) {
        return keep(phone, 3, 4);
    }

    private static String keep(String value, int first, int last) {
        int hidden = value.length() - first - last;
        return hidden <= 0
                ? STARS.substring(0, Math.min(value.length(), STARS.length()))
                : value.substring(0, first)
                        + STARS.substring(0, Math.min(hidden, STARS.length()))
                        + value.substring(value.length() - last);
    }
}
