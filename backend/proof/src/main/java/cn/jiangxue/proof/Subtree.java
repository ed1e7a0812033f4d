package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A run of leaves that a proof names by one hash; the last leaf is {@code end} − 1. */
public record Subtree(long begin, long end) {

    /** The full subtrees it is made of, the largest first. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long at = begin;
        for (int level = 62; level >= 0; level--) {
            if (((end - begin) >>> level & 1) == 1) {
                nodes.add(new Node(level, at >>> level));
                at += 1L << level;
            }
        }
        return nodes;
    }

    /** Its hash, from the tiles that {@link #nodes} are in. */
    public Hash hash(Function<TileId, Tile> tiles) {
        List<Hash> roots = nodes().stream().map(node -> hash(node, tiles)).toList();
        return roots.isEmpty() ? Merkle.EMPTY : Frontier.joined(roots);
    }

    private static Hash hash(Node node, Function<TileId, Tile> tiles) {
        Tile tile = tiles.apply(node.tile());
        int from = node.offset();
        return Frontier.EMPTY
                .append(tile.hashes().subList(from, from + node.span()))
                .root();
    }
}
