package cn.jiangxue.transparency;

import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * A tile of a tree. It only grows: a write that would make it narrower is refused.
 *
 * @param id level/index
 * @param width hashes in it
 */
record TileDocument(@BsonId String id, int schema, int width, Binary hashes) {

    static final int SCHEMA = 1;

    Tile tile() {
        int slash = id.indexOf('/');
        TileId place = new TileId(Integer.parseInt(id.substring(0, slash)), Long.parseLong(id.substring(slash + 1)));
        return Tile.of(place, hashes.getData());
    }
}
