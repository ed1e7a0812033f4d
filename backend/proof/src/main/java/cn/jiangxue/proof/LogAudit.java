package cn.jiangxue.proof;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the first entry of a log that is not what it was. Indices count from 0. */
public final class LogAudit {

    public enum Change {
        EDITED,
        DROPPED,
        INSERTED,
        REORDERED
    }

    /** @param elsewhere where the entry of this index stands now, or whose content stands here; set for REORDERED only */
    public record Finding(
            Change change, long index, @Nullable Long elsewhere) {}

    private LogAudit() {}

    /** Whether the first leaves are those of the head. */
    public static boolean covers(Checkpoint head, List<Hash> leaves) {
        return leaves.size() >= head.size()
                && Frontier.EMPTY
                        .append(leaves.subList(0, (int) head.size()))
                        .root()
                        .equals(head.root());
    }

    /** The first place where a later list of leaf hashes is not the continuation of an earlier one. */
    public static Optional<Finding> compare(List<Hash> earlier, List<Hash> later) {
        int same = 0;
        int both = Math.min(earlier.size(), later.size());
        while (same < both && earlier.get(same).equals(later.get(same))) {
            same++;
        }
        if (same == earlier.size()) {
            return Optional.empty();
        }
        return Optional.of(
                same == later.size()
                        ? new Finding(Change.DROPPED, same, null)
                        : difference(earlier.subList(same, earlier.size()), later.subList(same, later.size()), same));
    }

    private static Finding difference(List<Hash> earlier, List<Hash> later, int at) {
        int now = later.indexOf(earlier.getFirst());
        boolean isKnown = earlier.contains(later.getFirst());
        if (now >= 0) {
            boolean isPushedBack = !isKnown;
            return isPushedBack
                    ? new Finding(Change.INSERTED, at, null)
                    : new Finding(Change.REORDERED, at, (long) at + now);
        }
        return new Finding(isKnown ? Change.DROPPED : Change.EDITED, at, null);
    }

    /**
     * The first record that is not the one its leaf was made of.
     *
     * @param records the leaf hashes of the records as they are now, in the order of the log; absent for one that is gone
     */
    public static Optional<Finding> records(List<Hash> leaves, List<Optional<Hash>> records) {
        for (int i = 0; i < leaves.size(); i++) {
            Optional<Hash> record = i < records.size() ? records.get(i) : Optional.empty();
            if (record.isEmpty()) {
                return Optional.of(new Finding(Change.DROPPED, i, null));
            }
            if (!record.get().equals(leaves.get(i))) {
                int other = leaves.indexOf(record.get());
                return Optional.of(
                        other < 0
                                ? new Finding(Change.EDITED, i, null)
                                : new Finding(Change.REORDERED, i, (long) other));
            }
        }
        return Optional.empty();
    }

    /**
     * Where, among heads of one log, its leaves cease to be those that were signed: the first changed entry has an index from {@code from} up to, not including,
     * {@code end}.
     */
    public record Stretch(long from, long end) {}

    /** Empty when the leaves make every head. */
    public static Optional<Stretch> broken(List<Checkpoint> heads, List<Hash> leaves) {
        long good = 0;
        Frontier tree = Frontier.EMPTY;
        List<Checkpoint> ordered = heads.stream()
                .sorted((one, other) -> Long.compare(one.size(), other.size()))
                .toList();
        for (Checkpoint head : ordered) {
            if (head.size() > leaves.size()) {
                return Optional.of(new Stretch(good, head.size()));
            }
            tree = tree.append(leaves.subList((int) tree.size(), (int) head.size()));
            if (!tree.root().equals(head.root())) {
                return Optional.of(new Stretch(good, head.size()));
            }
            good = head.size();
        }
        return Optional.empty();
    }
}
