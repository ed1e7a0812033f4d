package cn.jiangxue.content.transcode.rules;

import java.time.Duration;

/** What one video may cost. */
public final class TranscodeLimits {

    /** The longest video we take. */
    public static final Duration LONGEST = Duration.ofHours(4);

    /** Address space of the child: three encoders on a 4K source were seen to need half of it. */
    public static final long MEMORY_BYTES = 2L << 30;

    /** The largest single file the child may write: a segment, or a log. */
    public static final long FILE_BYTES = 64L << 20;

    /** Probing and posters are quick or wrong. */
    public static final Duration PROBE_TIME = Duration.ofSeconds(60);

    public static final int POSTER_BYTES = 512 << 10;

    private static final Duration LEAST_TIME = Duration.ofMinutes(5);

    private TranscodeLimits() {}

    /** How long the encoder may run: ten times the video's length, at least five minutes; for a file that does not tell its length, as for the longest. */
    public static Duration encodingTime(long durationMillis) {
        Duration length = durationMillis > 0 ? Duration.ofMillis(durationMillis) : LONGEST;
        Duration allowed = length.multipliedBy(10);
        return allowed.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : allowed;
    }

    /** How many bytes it may write in all: what the ladder's peaks amount to for the video's length, and half as much again. */
    public static long outputBytes(long durationMillis) {
        long length = durationMillis > 0 ? durationMillis : LONGEST.toMillis();
        long bitsPerSecond = 2_800_000 + 1_600_000 + 800_000 + 3 * 128_000;
        return (64L << 20) + length * bitsPerSecond / 8 / 1000 * 3 / 2;
    }

    /** Whether what came out is as long as the source claimed; a shorter one was cut off without the decoder noticing. */
    public static boolean isWhole(long claimedMillis, long madeMillis) {
        return madeMillis >= claimedMillis * 95 / 100 - 1_500;
    }
}
