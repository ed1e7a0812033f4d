package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much a cap allows at most or a floor asks at least. */
public sealed interface Limit {

    /** An amount of credit. */
    sealed interface OfCredit extends Limit {

        /** As the most: never more than the exact limit. */
        Credits most();

        /** As the least: never less than the exact limit. */
        Credits least();
    }

    /** So much. */
    record Absolute(Credits amount) implements OfCredit {
        public Absolute {
            requireNotNegative(amount);
        }

        @Override
        public Credits most() {
            return amount;
        }

        @Override
        public Credits least() {
            return amount;
        }
    }

    /**
     * A share of a stated amount.
     *
     * @param percent exact
     * @param base what it is a share of
     * @param of the name of the base
     */
    record Share(BigDecimal percent, Credits base, LocalText of) implements OfCredit {
        private static final int PERCENT_DIGITS = 2;

        public Share {
            requireNotNegative(base);
            if (percent.signum() < 0) {
                throw new IllegalArgumentException("a share is not below zero: " + percent);
            }
        }

        @Override
        public Credits most() {
            return rounded(RoundingMode.FLOOR);
        }

        @Override
        public Credits least() {
            return rounded(RoundingMode.CEILING);
        }

        /** To whole milli-credits. */
        private Credits rounded(RoundingMode mode) {
            BigDecimal milli =
                    percent.multiply(BigDecimal.valueOf(base.milli())).movePointLeft(PERCENT_DIGITS);
            return new Credits(milli.setScale(0, mode).longValueExact());
        }
    }

    /** So many outcomes; for caps only. */
    record Count(int outcomes) implements Limit {
        public Count {
            if (outcomes < 0) {
                throw new IllegalArgumentException("a count is not below zero: " + outcomes);
            }
        }
    }

    private static void requireNotNegative(Credits amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a limit is not below zero: " + amount);
        }
    }
}
