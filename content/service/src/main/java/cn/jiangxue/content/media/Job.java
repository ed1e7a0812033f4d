package cn.jiangxue.content.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video a worker has taken on.
 *
 * @param tries including this one
 * @param sha256 of the source as an earlier try saw it
 */
public record Job(
        UUID mediaId,
        UUID worker,
        int tries,
        String sourceKey,
        long sizeBytes,
        @Nullable String sha256) {}
