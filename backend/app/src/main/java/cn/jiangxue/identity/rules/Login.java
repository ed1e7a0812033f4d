package cn.jiangxue.identity.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person signs in by, in one normal form. A user name never looks like a phone number, so the two share one namespace. */
public sealed interface Login {

    /** Longest text that is looked at as a login. */
    int MAX_LENGTH = 64;

    /** The normal form. */
    String value();

    /** 2 to 40 characters: Latin letters in lower case, Han characters, digits, {@code . _ -}; begins with a letter or a Han character. */
    record UserName(String value) implements Login {}

    /** A mobile number of mainland China: eleven digits. */
    record Phone(String value) implements Login {}

    Pattern USER_NAME = Pattern.compile("[a-z\\p{IsHan}][a-z0-9\\p{IsHan}._-]{1,39}");
    Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");
    Pattern COUNTRY_CODE = Pattern.compile("^(\\+86|0086)");
    Pattern SEPARATORS = Pattern.compile("[\\s()-]");

    /** The login a typed text stands for; empty when it is neither a user name nor a phone number. */
    static Optional<Login> parse(String typed) {
        return userName(typed).<Login>map(name -> name).or(() -> phone(typed));
    }

    /** The user name a typed text stands for. */
    static Optional<UserName> userName(String typed) {
        return normal(typed)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> USER_NAME.matcher(text).matches())
                .map(UserName::new);
    }

    /** The phone number a typed text stands for, written with or without separators and country code. */
    static Optional<Phone> phone(String typed) {
        return normal(typed)
                .map(text -> SEPARATORS.matcher(text).replaceAll(""))
                .map(text -> COUNTRY_CODE.matcher(text).replaceFirst(""))
                .filter(text -> PHONE.matcher(text).matches())
                .map(Phone::new);
    }

    private static Optional<String> normal(String typed) {
        return Optional.of(typed)
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    }
}
