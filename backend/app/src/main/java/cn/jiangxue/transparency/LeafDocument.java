package cn.jiangxue.transparency;

import cn.jiangxue.proof.Hash;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A leaf, waiting or placed; never removed, so that a record that is handed over again is known.
 *
 * @param waiting sorts the waiting leaves as they came; absent once the leaf has its place
 * @param place its index in the log
 */
record LeafDocument(
        @BsonId UUID id,
        int schema,
        Binary hash,
        @Nullable String waiting,
        @Nullable Long place) {

    static final int SCHEMA = 1;

    Hash leaf() {
        return Hash.of(hash.getData());
    }
}
