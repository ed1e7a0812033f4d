package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Credit that ends on one day.
 *
 * @param until first civil date on which it can no longer be used; null for credit without an end
 */
public record Lot(@Nullable LocalDate until, Credits amount) {

    /** What ends first comes first; what never ends comes last. */
    static final Comparator<Lot> EARLIEST_FIRST =
            Comparator.comparing(Lot::until, Comparator.nullsLast(Comparator.naturalOrder()));

    boolean isUsableOn(LocalDate day) {
        return until == null || day.isBefore(until);
    }
}
