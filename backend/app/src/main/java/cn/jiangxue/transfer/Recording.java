package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import java.math.BigDecimal;
import java.util.List;

/** How the grade of a replaced course is recorded. */
public sealed interface Recording {

    /** Exempted: counts for credit, not for the average. */
    record Exempt() implements Recording {}

    /** Passed, without a mark. */
    record Pass() implements Recording {}

    /** The mark of the highest band that the score reaches; with several sources the lowest score counts; without a score, or below every band: passed. */
    record Converted(List<Band> bands) implements Recording {
        public Converted {
            bands = List.copyOf(bands);
        }
    }

    /** From this score on, inclusive, this mark. */
    record Band(BigDecimal fromPercent, LocalText mark) {}
}
