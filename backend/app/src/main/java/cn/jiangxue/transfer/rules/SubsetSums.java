package cn.jiangxue.transfer.rules;

import java.util.BitSet;

/** Sums over sets of up to twenty numbers, each found with two look-ups. A set is a mask; the first number is its highest bit. */
final class SubsetSums {

    private static final int HALF_BITS = 10;
    private static final int HALF = 1 << HALF_BITS;

    private final long[] low = new long[HALF];
    private final long[] high = new long[HALF];

    /** Sums of those numbers that are members. */
    SubsetSums(long[] numbers, BitSet members) {
        for (int bits = 1; bits < HALF; bits++) {
            int lowest = Integer.numberOfTrailingZeros(bits);
            low[bits] = low[bits & (bits - 1)] + number(numbers, members, lowest);
            high[bits] = high[bits & (bits - 1)] + number(numbers, members, lowest + HALF_BITS);
        }
    }

    long of(int mask) {
        return low[mask & (HALF - 1)] + high[mask >>> HALF_BITS];
    }

    private static long number(long[] numbers, BitSet members, int bit) {
        int index = numbers.length - 1 - bit;
        return index >= 0 && members.get(index) ? numbers[index] : 0;
    }
}
