package cn.jiangxue.identity.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A resident identity number (公民身份号码, GB 11643-1999): region, date of birth, sequence, check character by ISO 7064 MOD 11-2. */
public record IdentityNumber(String value, LocalDate dateOfBirth) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** GB/T 2260: the first two digits are a province, 81 to 83 are residence permits of Hong Kong, Macao and Taiwan. */
    private static final Set<Integer> REGIONS = Set.of(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83);

    /** The number a typed text stands for; empty when form, region, date or check character is wrong or the date lies after today. */
    public static Optional<IdentityNumber> parse(String typed, LocalDate today) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(number).matches()
                || !REGIONS.contains(Integer.parseInt(number.substring(0, 2)))
                || number.charAt(17) != checkCharacter(number)) {
            return Optional.empty();
        }
        return birth(number)
                .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today))
                .map(date -> new IdentityNumber(number, date));
    }

    /** The check character that belongs to the first seventeen digits. */
    static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birth(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Masking.identityNumber(value);
    }
}
