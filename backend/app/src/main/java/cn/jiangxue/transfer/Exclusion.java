package cn.jiangxue.transfer;

import cn.jiangxue.frameworks.Grounds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What does not count, however good the evidence. That a target is satisfied once, and an outcome counted once, always holds. */
public sealed interface Exclusion {

    Grounds grounds();

    /**
     * Of outcomes that stand for each other only the highest counts, in whatever order they arrive.
     *
     * @param group the one group it speaks of; null for every group
     */
    record HighestOfGroup(@Nullable String group, Grounds grounds) implements Exclusion {}

    /** These targets are never granted by transfer. */
    record NeverExemptible(Set<String> targets, Grounds grounds) implements Exclusion {
        public NeverExemptible {
            targets = Set.copyOf(targets);
        }
    }
}
