package cn.jiangxue.proof;

/** The root of a full subtree: of the 2^level leaves that start at {@code index} · 2^level. */
public record Node(int level, long index) {

    /** The tile that holds it, or holds what it is made of. */
    public TileId tile() {
        return new TileId(level / TileId.HEIGHT, first() >>> TileId.HEIGHT);
    }

    /** How many hashes of that tile it is made of; a power of two. */
    int span() {
        return 1 << (level % TileId.HEIGHT);
    }

    /** Where in the tile the first of them stands. */
    int offset() {
        return (int) (first() & (TileId.WIDTH - 1));
    }

    private long first() {
        return index << (level % TileId.HEIGHT);
    }
}
