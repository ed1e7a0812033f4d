package cn.jiangxue.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long an outcome can be turned into credit, and what it loses on the way.
 *
 * @param shelfLifeYears end-exclusive: attained on 2019-09-01 with seven years it counts on 2026-08-31 and no longer on 2026-09-01; null: for ever
 * @param decay steps of what is kept, by growing age; empty when nothing is lost
 */
public record Validity(@Nullable Integer shelfLifeYears, List<Decay> decay) {

    /** Without end and without loss. */
    public static final Validity UNLIMITED = new Validity(null, List.of());

    private static final int ALL = 100;

    public Validity {
        decay = List.copyOf(decay);
        if (shelfLifeYears != null && shelfLifeYears < 1) {
            throw new IllegalArgumentException("a shelf life is one year at least");
        }
        int years = 0;
        int kept = ALL;
        for (Decay step : decay) {
            if (step.afterYears() <= years || step.keptPercent() < 0 || step.keptPercent() > kept) {
                throw new IllegalArgumentException("decay keeps less with every later step: " + decay);
            }
            years = step.afterYears();
            kept = step.keptPercent();
        }
    }

    /** From that many full years on this much is kept. */
    public record Decay(int afterYears, int keptPercent) {}
}
