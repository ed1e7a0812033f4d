package cn.jiangxue.stating.rules;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row whose values are good each and together.
 *
 * @param person who it is about
 * @param creditMilli credit its issuer states, in milli-credits
 * @param scoreHundredths hundredths of a percent
 * @param validUntil first civil date on which it no longer holds
 * @param evidence SHA-256 in hex of what it rests on; null when the issuer names none
 * @param group outcomes that stand for each other, with {@code rank} among them; null when there are none
 */
public record StatedRow(
        String number,
        Holder person,
        OutcomeType type,
        String code,
        LocalText title,
        @Nullable String occupationCode,
        @Nullable Grade grade,
        @Nullable Integer level,
        int classHours,
        @Nullable Long creditMilli,
        @Nullable Integer scoreHundredths,
        LocalDate attainedOn,
        @Nullable LocalDate validUntil,
        @Nullable String evidence,
        List<String> units,
        @Nullable String group,
        int rank) {

    public StatedRow {
        units = List.copyOf(units);
    }

    /** One of the two is set. Kept no longer than it takes to find the person. */
    public record Holder(
            @Nullable String identityNumber, @Nullable String login, String name) {

        @Override
        public String toString() {
            return "a person";
        }
    }
}
