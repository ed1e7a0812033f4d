package cn.jiangxue.identity.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a password must be: long enough, not among the most used, not the person's own login. No forced mixture of characters and no forced expiry (NIST SP 800-63B
 * section 3.1.1.2).
 */
public final class PasswordPolicy {

    /** Shortest password, in characters. */
    public static final int MIN_LENGTH = 8;

    /** Longest password, in characters. */
    public static final int MAX_LENGTH = 128;

    private static final int FEWEST_DIFFERENT = 4;
    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;

    /** Without letters and digits that are mistaken for one another on paper. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Set<String> MOST_USED = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "88888888",
            "66666666",
            "87654321",
            "11223344",
            "12341234",
            "password",
            "password1",
            "passw0rd",
            "qwertyui",
            "qwertyuiop",
            "1qaz2wsx",
            "1q2w3e4r",
            "abcd1234",
            "abc12345",
            "a1234567",
            "a12345678",
            "woaini1314",
            "5201314520",
            "iloveyou",
            "147258369",
            "123123123",
            "qq123456",
            "aa123456",
            "asd123456",
            "zxcvbnm123",
            "1234qwer",
            "qwer1234",
            "admin123",
            "administrator",
            "jiangxue",
            "jiangxue1",
            "welcome1",
            "letmein1",
            "sunshine",
            "football",
            "baseball",
            "superman");

    private PasswordPolicy() {}

    /** The form in which a password is hashed and compared: one way to write each character. */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Every fault of a password.
     *
     * @param field its name in the request
     * @param logins the person's user name and phone, in normal form
     */
    public static List<Fault> faults(String field, String password, List<String> logins) {
        String normal = normal(password);
        String plain = normal.toLowerCase(Locale.ROOT);
        List<Fault> faults = new ArrayList<>();
        int length = normal.codePointCount(0, normal.length());
        if (length < MIN_LENGTH) {
            faults.add(Fault.of(
                    field, "密码至少 " + MIN_LENGTH + " 个字符", "A password has at least " + MIN_LENGTH + " characters"));
        }
        if (length > MAX_LENGTH) {
            faults.add(Fault.of(
                    field, "密码至多 " + MAX_LENGTH + " 个字符", "A password has at most " + MAX_LENGTH + " characters"));
        }
        if (MOST_USED.contains(plain) || plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            faults.add(Fault.of(field, "这个密码太常见，容易被猜到", "This password is too common and easily guessed"));
        }
        if (logins.stream().anyMatch(login -> plain.contains(login.toLowerCase(Locale.ROOT)))) {
            faults.add(Fault.of(field, "密码不能包含用户名或手机号", "A password must not contain the user name or phone number"));
        }
        return List.copyOf(faults);
    }

    /** A temporary password that can be read aloud: three groups of four legible characters, about 59 bits. */
    public static String temporary(RandomGenerator random) {
        StringBuilder made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                made.append('-');
            }
            for (int i = 0; i < GROUP_LENGTH; i++) {
                made.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
            }
        }
        return made.toString();
    }
}
