package cn.jiangxue.transparency;

import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.RightEdge;
import cn.jiangxue.proof.Subtree;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Whether what the database says of a log agrees with itself and with heads that were signed before. */
final class Coherence {

    private Coherence() {}

    /** The tiles that {@link #contradiction} looks at. */
    static Set<TileId> tiles(LogState state, List<Checkpoint> signed) {
        Set<TileId> needed = new LinkedHashSet<>(RightEdge.needed(state.sizeBeforePending()));
        signed.stream()
                .filter(head -> head.size() <= state.sizeBeforePending())
                .flatMap(head -> new Subtree(0, head.size()).nodes().stream())
                .forEach(node -> needed.add(node.tile()));
        return needed;
    }

    /** What is wrong, in words for the operator; empty when nothing is. */
    static Optional<String> contradiction(LogState state, List<Checkpoint> signed, Map<TileId, Tile> tiles) {
        try {
            return between(state, signed, tiles);
        } catch (NoSuchElementException | IndexOutOfBoundsException missing) {
            return Optional.of("a tile is missing or too short: " + missing.getMessage());
        }
    }

    private static Optional<String> between(LogState state, List<Checkpoint> signed, Map<TileId, Tile> tiles) {
        RightEdge edge = edge(state, tiles);
        List<Hash> pending = state.pendingHashes();
        if (!edge.frontier().append(pending).equals(state.frontier())) {
            return Optional.of("the tiles do not make the tree of " + state.size() + " leaves");
        }
        for (Checkpoint head : signed) {
            if (head.size() > state.size()) {
                return Optional.of("a head of " + head.size() + " leaves was signed, but the log has " + state.size());
            }
            long ahead = head.size() - state.sizeBeforePending();
            Hash root = ahead >= 0
                    ? edge.frontier().append(pending.subList(0, (int) ahead)).root()
                    : new Subtree(0, head.size()).hash(id -> present(tiles, id));
            if (!root.equals(head.root())) {
                return Optional.of("the first " + head.size() + " leaves are not those whose head was signed");
            }
        }
        return Optional.empty();
    }

    static RightEdge edge(LogState state, Map<TileId, Tile> tiles) {
        return RightEdge.of(state.sizeBeforePending(), id -> present(tiles, id));
    }

    static Tile present(Map<TileId, Tile> tiles, TileId id) {
        Tile tile = tiles.get(id);
        if (tile == null) {
            throw new NoSuchElementException("tile " + id);
        }
        return tile;
    }
}
