package cn.jiangxue.identity.rules;

import cn.jiangxue.contract.IdentityApi.NewPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is asked of a person's account at its creation, and of a real name at its registration. */
public final class NewPersonRules {

    /** Longest display name or real name, in characters. */
    public static final int MAX_NAME = 50;

    private static final Pattern REAL_NAME = Pattern.compile("[\\p{IsHan}·]{2,30}|[A-Za-z][A-Za-z .'-]{1,49}");

    private NewPersonRules() {}

    /** Every fault of the request, by field. */
    public static List<Fault> faults(NewPerson person) {
        List<Fault> faults = new ArrayList<>();
        if (Login.userName(person.userName()).isEmpty()) {
            faults.add(
                    Fault.of(
                            "userName",
                            "用户名为 2 至 40 个字符：小写字母、汉字、数字和 . _ -，以字母或汉字开头",
                            "A user name has 2 to 40 characters: lower-case letters, Han characters, digits and . _ -, and begins with a letter"));
        }
        faults.addAll(nameFaults("displayName", person.displayName()));
        String phone = person.phone();
        if (phone != null && Login.phone(phone).isEmpty()) {
            faults.add(Fault.of("phone", "请填写 11 位手机号", "Give a mobile number of 11 digits"));
        }
        faults.addAll(PasswordPolicy.faults("initialPassword", person.initialPassword(), logins(person)));
        return List.copyOf(faults);
    }

    /** Every fault of a display name. */
    public static List<Fault> nameFaults(String field, String name) {
        int length = name.codePointCount(0, name.length());
        boolean bad = name.isBlank() || length > MAX_NAME || name.chars().anyMatch(Character::isISOControl);
        return bad
                ? List.of(
                        Fault.of(field, "姓名为 1 至 " + MAX_NAME + " 个字符", "A name has 1 to " + MAX_NAME + " characters"))
                : List.of();
    }

    /** Every fault of a real name: Han characters (with the dot of minority names) or Latin letters. */
    public static List<Fault> realNameFaults(String field, String name) {
        return REAL_NAME.matcher(name.strip()).matches()
                ? List.of()
                : List.of(Fault.of(field, "请填写与身份证一致的姓名", "Give the name as on the identity card"));
    }

    private static List<String> logins(NewPerson person) {
        List<String> logins = new ArrayList<>();
        Login.userName(person.userName()).ifPresent(name -> logins.add(name.value()));
        String phone = person.phone();
        if (phone != null) {
            Login.phone(phone).ifPresent(number -> logins.add(number.value()));
        }
        return logins;
    }
}
