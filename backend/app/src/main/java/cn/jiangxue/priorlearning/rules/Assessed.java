package cn.jiangxue.priorlearning.rules;

import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of assessment, as far as rules look at it.
 *
 * @param criteria of a portfolio: those fulfilled
 * @param met of an interview
 * @param mark of a practical test, 0 to 100
 */
public record Assessed(
        UUID id,
        String unitId,
        Method method,
        Set<Criterion> criteria,
        @Nullable Boolean met,
        @Nullable Integer mark,
        UUID assessor) {

    public Assessed {
        criteria = Set.copyOf(criteria);
    }

    /** What its method asks is there, and nothing of the other methods. */
    public boolean isWhole() {
        return switch (method) {
            case PORTFOLIO -> met == null && mark == null;
            case INTERVIEW -> met != null && mark == null && criteria.isEmpty();
            case PRACTICAL ->
                mark != null && mark >= 0 && mark <= Support.MARK_MOST && met == null && criteria.isEmpty();
        };
    }
}
