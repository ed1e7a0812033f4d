package cn.jiangxue.transfer;

import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.util.List;

/** How much a rule's sources are worth. For whole targets this is the most that may be granted from them. */
public sealed interface CreditBasis {

    /** What the issuers state, added up. */
    record CopyStated() implements CreditBasis {}

    /** What the targets carry; for whole targets only. */
    record CopyTarget() implements CreditBasis {}

    /** Always the same. */
    record Fixed(Credits amount) implements CreditBasis {
        public Fixed {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("fixed credit is above zero: " + amount);
            }
        }
    }

    /** By a table: the row with the highest threshold that is reached. With several sources the lowest value counts. */
    record Table(Key key, List<Row> rows) implements CreditBasis {
        public Table {
            rows = List.copyOf(rows);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("a table without rows");
            }
            for (int i = 1; i < rows.size(); i++) {
                if (rows.get(i).from().compareTo(rows.get(i - 1).from()) <= 0) {
                    throw new IllegalArgumentException("a table's thresholds rise");
                }
            }
        }
    }

    /** Class hours, added up first and then converted and rounded once. */
    record ByHours(CreditUnit unit) implements CreditBasis {}

    /** What a table is read by. */
    enum Key {
        SCORE,
        LEVEL
    }

    /** From this value on, inclusive, this amount. */
    record Row(BigDecimal from, Credits amount) {}
}
