package cn.jiangxue.content.media;

import java.util.List;
import java.util.UUID;

/**
 * What a worker made of a video; every file named is in the store.
 *
 * @param run under which the files are kept, see {@link MediaKeys}
 */
public record Made(UUID run, String sourceSha256, long durationMillis, List<Size> sizes) {

    public record Size(
            String name,
            int width,
            int height,
            int peakBitsPerSecond,
            int averageBitsPerSecond,
            String codecs,
            String initFile,
            List<Segment> segments) {}

    public record Segment(String file, int durationMicros) {}
}
