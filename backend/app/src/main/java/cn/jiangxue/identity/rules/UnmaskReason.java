package cn.jiangxue.identity.rules;

import java.util.List;
import java.util.regex.Pattern;

/** A reason for showing a masked value. It goes into the audit record, so it must say something and must carry no number of a person. */
public final class UnmaskReason {

    static final int MIN_LENGTH = 4;
    static final int MAX_LENGTH = 200;

    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{11,}");

    private UnmaskReason() {}

    /** Every fault of the reason. */
    public static List<Fault> faults(String reason) {
        int length = reason.strip().codePointCount(0, reason.strip().length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return List.of(Fault.of(
                    "reason",
                    "请说明理由（" + MIN_LENGTH + " 至 " + MAX_LENGTH + " 个字符）",
                    "Give a reason (" + MIN_LENGTH + " to " + MAX_LENGTH + " characters)"));
        }
        if (PERSONAL_NUMBER.matcher(reason).find()) {
            return List.of(Fault.of("reason", "理由中不要写证件号或手机号", "Leave identity and phone numbers out of the reason"));
        }
        return List.of();
    }
}
