package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The tiles of a tree that are not full yet: all that is needed to go on writing tiles. */
public final class RightEdge {

    private long size;
    private final List<List<Hash>> open = new ArrayList<>();

    private RightEdge(long size) {
        this.size = size;
    }

    /** The tiles that {@link #of} will ask for. */
    public static List<TileId> needed(long size) {
        List<TileId> needed = new ArrayList<>();
        for (int level = 0; size >>> (TileId.HEIGHT * level) > 0; level++) {
            TileId last = new TileId(level, size >>> (TileId.HEIGHT * (level + 1)));
            if (last.widthIn(size) > 0) {
                needed.add(last);
            }
        }
        return needed;
    }

    /** The edge of the tree when it had {@code size} leaves; the tiles may have grown since. */
    public static RightEdge of(long size, Function<TileId, Tile> tiles) {
        RightEdge edge = new RightEdge(size);
        for (TileId id : needed(size)) {
            edge.at(id.level()).addAll(tiles.apply(id).hashes().subList(0, id.widthIn(size)));
        }
        return edge;
    }

    public long size() {
        return size;
    }

    /** The tree as its peaks. */
    public Frontier frontier() {
        List<Hash> peaks = new ArrayList<>();
        for (List<Hash> level : open.reversed()) {
            peaks.addAll(Frontier.EMPTY.append(level).peaks());
        }
        return new Frontier(size, peaks);
    }

    /** Appends leaves; answers every tile that changed, as it is afterwards. */
    public List<Tile> append(List<Hash> leaves) {
        Map<String, Tile> changed = new TreeMap<>();
        for (Hash leaf : leaves) {
            add(0, leaf, changed);
            size++;
        }
        for (TileId id : needed(size)) {
            Tile grown = new Tile(id, at(id.level()));
            if (!leaves.isEmpty()) {
                changed.put(id.toString(), grown);
            }
        }
        return List.copyOf(changed.values());
    }

    private void add(int level, Hash hash, Map<String, Tile> changed) {
        List<Hash> hashes = at(level);
        hashes.add(hash);
        if (hashes.size() == TileId.WIDTH) {
            long index = size >>> (TileId.HEIGHT * (level + 1));
            Tile full = new Tile(new TileId(level, index), hashes);
            changed.put(full.id().toString(), full);
            hashes.clear();
            add(level + 1, full.root(), changed);
        }
    }

    private List<Hash> at(int level) {
        while (open.size() <= level) {
            open.add(new ArrayList<>());
        }
        return open.get(level);
    }
}
