package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry's change falls on credit that ends on one day.
 *
 * @param until null for credit without an end
 */
public record Part(@Nullable LocalDate until, Credits available, Credits held) {

    static Part ofAvailable(Lot lot) {
        return new Part(lot.until(), lot.amount(), Credits.ZERO);
    }

    Part negated() {
        return new Part(until, available.negated(), held.negated());
    }
}
