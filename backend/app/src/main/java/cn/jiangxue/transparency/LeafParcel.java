package cn.jiangxue.transparency;

import cn.jiangxue.platform.Packed;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Leaves that were handed over together and wait for their places. Removed once each has its place; the same leaf may be in several.
 *
 * @param id sorts the parcels as they came
 */
record LeafParcel(@BsonId String id, int schema, @Packed List<PendingLeaf> leaves) {

    static final int SCHEMA = 1;

    /** The most leaves of one. */
    static final int MOST = 256;
}
