package cn.jiangxue.vocabulary;

import java.math.BigDecimal;

/**
 * An amount of credit (学分) in whole milli-credits: 1,000 is one credit. Arithmetic is exact; an overflow is an
 * {@link ArithmeticException}. May be negative, as the change an entry makes.
 */
public record Credits(long milli) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);
    private static final int DECIMALS = 3;

    /** Whole credits. */
    public static Credits whole(long credits) {
        return new Credits(Math.multiplyExact(credits, 1_000L));
    }

    /**
     * The credits that a decimal number stands for, such as {@code 6.5}.
     *
     * @throws ArithmeticException when it has more than three decimals: round by a rule first
     */
    public static Credits exactly(BigDecimal credits) {
        return new Credits(credits.movePointRight(DECIMALS).longValueExact());
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(milli, other.milli));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(milli, other.milli));
    }

    public Credits negated() {
        return new Credits(Math.negateExact(milli));
    }

    /** The smaller of the two. */
    public Credits atMost(Credits limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }

    public boolean isZero() {
        return milli == 0;
    }

    public boolean isPositive() {
        return milli > 0;
    }

    public boolean isNegative() {
        return milli < 0;
    }

    /** As a decimal number with three decimals. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(milli, DECIMALS);
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(milli, other.milli);
    }

    /** The decimal number without needless zeros: {@code 6}, {@code 6.5}. */
    @Override
    public String toString() {
        return milli % 1_000 == 0
                ? Long.toString(milli / 1_000)
                : toDecimal().stripTrailingZeros().toPlainString();
    }
}
