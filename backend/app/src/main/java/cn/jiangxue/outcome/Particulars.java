package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.OutcomeDetails;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What transfer rules look at beside kind, hours and date.
 *
 * @param code what it is, in the issuer's own numbering: a course number, a kind of certificate
 * @param level of the qualifications framework; null while none is known
 * @param statedMilli credit its issuer states, in milli-credits; null when it states none
 * @param scoreHundredths hundredths of a percent, 0 to 10,000; null when there is no score
 * @param validUntil first civil date on which it no longer holds of itself; null when it holds without end
 * @param standing its place among outcomes that stand for each other; null when there are none
 * @param units ids of the competence units it covers
 */
public record Particulars(
        String code,
        @Nullable Integer level,
        @Nullable Long statedMilli,
        @Nullable Integer scoreHundredths,
        @Nullable LocalDate validUntil,
        @Nullable Standing standing,
        List<String> units) {

    public Particulars {
        units = List.copyOf(units);
    }

    /** {@code group} names outcomes that stand for each other; the higher {@code rank} stands for the lower ones. */
    public record Standing(String group, int rank) {}

    OutcomeDetails view(@Nullable String number) {
        return new OutcomeDetails(code, number, level, statedMilli, scoreHundredths, validUntil, units);
    }
}
