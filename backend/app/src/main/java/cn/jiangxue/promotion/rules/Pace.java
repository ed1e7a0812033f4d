package cn.jiangxue.promotion.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How fast one person marks and approves: 匠学晋级考核办法（样例）第七条. Nothing follows from a burst by itself; somebody looks. */
public final class Pace {

    /** More acts than this within {@link #WITHIN} make a burst (sample rule). */
    public static final int MOST = 20;

    /** The stretch of time that is looked at, end-exclusive (sample rule). */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private Pace() {}

    /** Acts that follow each other too fast, from the first to the last. */
    public record Burst(Instant first, Instant last, int acts) {

        public boolean covers(Instant at) {
            return !at.isBefore(first) && !at.isAfter(last);
        }
    }

    /** Every burst among acts at these times, in their order; bursts that share an act are one. */
    public static List<Burst> bursts(Collection<Instant> times) {
        List<Instant> sorted = times.stream().sorted().toList();
        List<Burst> found = new ArrayList<>();
        int begun = 0;
        int from = 0;
        int until = -1;
        for (int end = 0; end < sorted.size(); end++) {
            while (!sorted.get(from).plus(WITHIN).isAfter(sorted.get(end))) {
                from++;
            }
            if (end - from + 1 > MOST) {
                if (until >= 0 && from > until) {
                    found.add(burst(sorted, begun, until));
                    begun = from;
                } else if (until < 0) {
                    begun = from;
                }
                until = end;
            }
        }
        if (until >= 0) {
            found.add(burst(sorted, begun, until));
        }
        return List.copyOf(found);
    }

    private static Burst burst(List<Instant> sorted, int first, int last) {
        return new Burst(sorted.get(first), sorted.get(last), last - first + 1);
    }
}
