package cn.jiangxue.content.media;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** Captions of one video in one language, as clean WebVTT. */
record CaptionDocument(
        @BsonId String id, int schema, UUID mediaId, String language, String version, String webVtt, Instant savedAt) {

    static final String COLLECTION = "captions";

    static String idOf(UUID mediaId, String language) {
        return mediaId + "/" + language;
    }
}
