package cn.jiangxue.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 neighbouring hashes of a tree. A tile only ever grows to the right. */
public record Tile(TileId id, List<Hash> hashes) {

    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() > TileId.WIDTH) {
            throw new IllegalArgumentException("a tile has at most " + TileId.WIDTH + " hashes");
        }
    }

    public static Tile of(TileId id, byte[] bytes) {
        return new Tile(id, hashes(bytes));
    }

    /** Hashes that stand one after the other. */
    public static List<Hash> hashes(byte[] bytes) {
        if (bytes.length % Hash.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no row of hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.at(bytes, at));
        }
        return hashes;
    }

    public static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    public byte[] bytes() {
        return bytes(hashes);
    }

    public boolean isFull() {
        return hashes.size() == TileId.WIDTH;
    }

    /** What the tile above holds of this one, once it is full. */
    Hash root() {
        return Frontier.EMPTY.append(hashes).root();
    }
}
