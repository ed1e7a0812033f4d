package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.List;

/** Which subtrees a proof names, in its order (RFC 9162 sections 2.1.3.1 and 2.1.4.1). */
public final class ProofShape {

    private ProofShape() {}

    /** That the leaf at {@code index} is in the tree of {@code size} leaves. */
    public static List<Subtree> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Subtree> outside = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long split = begin + split(end - begin);
            if (index < split) {
                outside.add(new Subtree(split, end));
                end = split;
            } else {
                outside.add(new Subtree(begin, split));
                begin = split;
            }
        }
        return outside.reversed();
    }

    /** That the tree of {@code to} leaves begins with the tree of {@code from}. */
    public static List<Subtree> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + from + " leaves cannot precede one of " + to);
        }
        if (from == 0 || from == to) {
            return List.of();
        }
        List<Subtree> named = new ArrayList<>();
        long begin = 0;
        long end = to;
        while (from != end) {
            long split = begin + split(end - begin);
            if (from <= split) {
                named.add(new Subtree(split, end));
                end = split;
            } else {
                named.add(new Subtree(begin, split));
                begin = split;
            }
        }
        if (begin > 0) {
            named.add(new Subtree(begin, end));
        }
        return named.reversed();
    }

    /** The largest power of two below {@code size}. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
