package cn.jiangxue.transfer;

import java.util.Comparator;

/** A rule in one version; awards keep it for ever. Ordered by id, then version. */
public record RuleRef(String id, int version) implements Comparable<RuleRef> {

    private static final Comparator<RuleRef> ORDER =
            Comparator.comparing(RuleRef::id).thenComparingInt(RuleRef::version);

    public RuleRef {
        if (id.isBlank() || version < 1) {
            throw new IllegalArgumentException("no rule version: " + id + "@" + version);
        }
    }

    @Override
    public int compareTo(RuleRef other) {
        return ORDER.compare(this, other);
    }

    /** As people write it: {@code welder-courses@3}. */
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
