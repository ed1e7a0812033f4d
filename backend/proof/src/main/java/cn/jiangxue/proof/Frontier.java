package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to go on appending and to know its root: the roots of the largest full subtrees, from left to right.
 *
 * @param size leaves in the tree
 * @param peaks one for each bit set in {@code size}, the largest first
 */
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(peaks.size() + " peaks cannot be a tree of " + size + " leaves");
        }
    }

    public Frontier append(List<Hash> leaves) {
        List<Hash> next = new ArrayList<>(peaks);
        long count = size;
        Merkle.Joiner joiner = new Merkle.Joiner();
        for (Hash leaf : leaves) {
            Hash carried = leaf;
            for (long bits = count; (bits & 1) == 1; bits >>>= 1) {
                carried = joiner.node(next.removeLast(), carried);
            }
            next.add(carried);
            count++;
        }
        return new Frontier(count, next);
    }

    public Hash root() {
        return peaks.isEmpty() ? Merkle.EMPTY : joined(peaks);
    }

    /** Full subtrees, the largest first, as one: the smaller ones on the right are joined first. */
    static Hash joined(List<Hash> subtrees) {
        Hash joined = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            joined = Merkle.node(subtrees.get(i), joined);
        }
        return joined;
    }
}
