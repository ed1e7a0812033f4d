package cn.jiangxue.proof;

/**
 * A place in a tree that is kept in tiles of up to 256 hashes, as C2SP tlog-tiles cuts it: a tile of level 0 holds leaf hashes, one of level n the roots of full tiles
 * of level n − 1.
 */
public record TileId(int level, long index) {

    static final int HEIGHT = 8;

    /** Most hashes in a tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** How many hashes of this tile a tree of so many leaves has. */
    public int widthIn(long size) {
        long hashes = size >>> (HEIGHT * level);
        return (int) Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    @Override
    public String toString() {
        return level + "/" + index;
    }
}
