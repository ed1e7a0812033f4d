package cn.jiangxue.transfer.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a target's weighted competence units is covered: 0.35 + 0.25 + 0.20 of one is 80 %, exactly. */
final class Overlap {

    private static final BigDecimal ALL_PERCENT = BigDecimal.valueOf(100);
    private static final MathContext SHOWN = new MathContext(12, RoundingMode.FLOOR);

    private Overlap() {}

    /** Weights covered and all weights; the share is their quotient, which is never rounded to decide. */
    record Coverage(BigDecimal covered, BigDecimal all) {

        /** Exact: no division. A target without units is covered by nothing. */
        boolean reaches(BigDecimal leastPercent) {
            return all.signum() > 0 && covered.multiply(ALL_PERCENT).compareTo(leastPercent.multiply(all)) >= 0;
        }

        /** To be shown; rounded down, so that what falls short never looks as if it did not. */
        BigDecimal percent() {
            return all.signum() == 0
                    ? BigDecimal.ZERO
                    : covered.multiply(ALL_PERCENT).divide(all, SHOWN);
        }
    }

    static Coverage of(Map<String, BigDecimal> weights, List<Set<String>> evidence) {
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> unit : weights.entrySet()) {
            all = all.add(unit.getValue());
            if (evidence.stream().anyMatch(units -> units.contains(unit.getKey()))) {
                covered = covered.add(unit.getValue());
            }
        }
        return new Coverage(covered, all);
    }
}
