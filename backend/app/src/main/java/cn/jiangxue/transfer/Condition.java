package cn.jiangxue.transfer;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Source;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param missing by how much it falls short; null when it is met
 * @param clause the paper and the place in it
 * @param source how far the clause can be trusted
 */
public record Condition(
        Step step,
        LocalText what,
        LocalText asked,
        LocalText found,
        boolean met,
        @Nullable Missing missing,
        LocalText clause,
        Source source) {

    public Condition {
        if (met == (missing != null)) {
            throw new IllegalArgumentException("exactly what is not met misses something: " + what);
        }
    }

    /** The order of evaluation. */
    public enum Step {
        AUTHENTICITY,
        VALIDITY,
        DUPLICATES,
        MAPPING,
        CAP_PER_SOURCE,
        CAP_IN_TOTAL,
        FLOORS
    }

    /** What missing amounts are counted in. */
    public enum Unit {
        CREDITS("学分", " credits"),
        PERCENT("个百分点", " percentage points"),
        LEVELS("级", " levels"),
        DAYS("天", " days"),
        OUTCOMES("项", " outcomes"),
        SIGNATURES("方签署", " signatures"),
        /** Not a matter of degree: the thing itself. */
        THING("项条件", " requirement");

        private final String zh;
        private final String en;

        Unit(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** How much is missing; or, for what must not be exceeded, how much is too much. */
    public record Missing(BigDecimal amount, Unit unit) {

        public LocalText text() {
            String number =
                    amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
            return new LocalText("差" + number + unit.zh, "off by " + number + unit.en);
        }
    }

    /** As the interface shows it; what is missing joins what was found. */
    public Finding toFinding() {
        LocalText shown = missing == null
                ? found
                : new LocalText(
                        found.zh() + "（" + missing.text().zh() + "）",
                        found.en() + " (" + missing.text().en() + ")");
        return new Finding(what, asked, shown, met, clause.zh(), source.name());
    }
}
