package cn.jiangxue.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The definitions of RFC 9162 written down as they stand there, slow and by hand; and trees to try things on. */
final class Reference {

    private Reference() {}

    static Hash leaf(int number) {
        return Merkle.leaf(("entry " + number).getBytes(StandardCharsets.UTF_8));
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(Reference::leaf).toList();
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Merkle.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return index < k ? with(path(index, left), root(right)) : with(path(index - k, right), root(left));
    }

    static List<Hash> consistency(int from, List<Hash> leaves) {
        return from == 0 ? List.of() : subproof(from, leaves, true);
    }

    private static List<Hash> subproof(int from, List<Hash> leaves, boolean whole) {
        if (from == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return from <= k
                ? with(subproof(from, left, whole), root(right))
                : with(subproof(from - k, right, false), root(left));
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    static List<Hash> hashes(List<Subtree> shape, Function<TileId, Tile> tiles) {
        return shape.stream().map(subtree -> subtree.hash(tiles)).toList();
    }
}
