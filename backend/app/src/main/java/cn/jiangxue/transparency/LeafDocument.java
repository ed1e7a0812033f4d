package cn.jiangxue.transparency;

import cn.jiangxue.proof.Hash;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A leaf in its place; never removed, so that a record that is handed over again is known.
 *
 * @param place its index in the log; absent only in what an earlier release left waiting ({@link EarlierLeaves})
 */
record LeafDocument(
        @BsonId UUID id, int schema, Binary hash, @Nullable Long place) {

    static final int SCHEMA = 1;

    Hash leaf() {
        return Hash.of(hash.getData());
    }
}
