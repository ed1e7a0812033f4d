package cn.jiangxue.content.media;

import cn.jiangxue.content.contract.MediaApi.MediaState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A video and the work on it, in one document. Beside these fields it may hold an outbox, which only updates write and only the relay reads.
 *
 * @param sourceKey where the file that was sent is kept
 * @param tries started so far since it was queued
 * @param queuedAt its place in the queue; a try that failed for no fault of the file keeps it
 * @param notBefore when the next try may start
 * @param worker who works on it, until {@code leaseUntil}
 * @param sha256 of the source, once a worker has read it
 * @param run under which name the playable files are kept; null until READY
 * @param captions by language
 */
record MediaDocument(
        @BsonId UUID id,
        int schema,
        UUID organisationId,
        UUID uploaderId,
        String fileName,
        String sourceKey,
        long sizeBytes,
        Instant createdAt,
        MediaState state,
        int tries,
        Instant queuedAt,
        Instant notBefore,
        @Nullable UUID worker,
        @Nullable Instant leaseUntil,
        int progressPercent,
        @Nullable MediaFailure failure,
        @Nullable String sha256,
        @Nullable UUID run,
        long durationMillis,
        List<StoredRendition> renditions,
        @Nullable Map<String, CaptionTrack> captions) {

    static final String COLLECTION = "media";

    /** One size of the video; its segments are in {@link RenditionDocument}. */
    record StoredRendition(
            String name, int width, int height, int peakBitsPerSecond, int averageBitsPerSecond, String codecs) {}

    /** {@code version}: the first characters of the text's SHA-256. */
    record CaptionTrack(String label, String version) {}

    Map<String, CaptionTrack> tracks() {
        return captions == null ? Map.of() : captions;
    }
}
