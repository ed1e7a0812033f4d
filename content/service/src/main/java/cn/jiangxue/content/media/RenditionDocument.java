package cn.jiangxue.content.media;

import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The files of one size of a video, as one run made them; never changed afterwards.
 *
 * @param id run and name
 * @param files segment files in order, as long as {@code durationsMicros}
 */
record RenditionDocument(
        @BsonId String id,
        int schema,
        UUID mediaId,
        UUID run,
        String initFile,
        List<String> files,
        List<Integer> durationsMicros) {

    static final String COLLECTION = "renditions";

    static String idOf(UUID run, String name) {
        return run + "/" + name;
    }
}
