package cn.jiangxue.content.transcode.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the playlists ffmpeg wrote. Only names of the forms we asked for are believed. */
public final class HlsFiles {

    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"([A-Za-z0-9_.-]{1,60})\"");
    private static final Pattern DURATION = Pattern.compile("#EXTINF:(\\d{1,6}(?:\\.\\d{1,9})?),.*");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,40}\\.m4s");
    private static final Pattern NUMBER = Pattern.compile("(?:^|[:,])BANDWIDTH=(\\d{1,10})");
    private static final Pattern AVERAGE = Pattern.compile("AVERAGE-BANDWIDTH=(\\d{1,10})");
    private static final Pattern CODECS = Pattern.compile("CODECS=\"([A-Za-z0-9.,]{1,80})\"");

    private HlsFiles() {}

    /** A segment and how long it plays. */
    public record Segment(String file, int durationMicros) {}

    /** One rendition: the file that opens it and the segments in order. */
    public record Variant(String initFile, List<Segment> segments) {

        public long durationMillis() {
            return segments.stream().mapToLong(Segment::durationMicros).sum() / 1000;
        }
    }

    /** What the master playlist says of one rendition. */
    public record Stream(int peakBitsPerSecond, int averageBitsPerSecond, String codecs) {}

    /** Reads a rendition's playlist; empty when it does not reach its end or names something odd. */
    public static Optional<Variant> variant(String playlist) {
        String init = null;
        List<Segment> segments = new ArrayList<>();
        int duration = -1;
        for (String line : playlist.lines().toList()) {
            Matcher map = MAP.matcher(line);
            Matcher extinf = DURATION.matcher(line);
            if (map.matches()) {
                init = map.group(1);
            } else if (extinf.matches()) {
                duration = new BigDecimal(extinf.group(1)).movePointRight(6).intValue();
            } else if (duration >= 0 && SEGMENT.matcher(line).matches()) {
                segments.add(new Segment(line, duration));
                duration = -1;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                return Optional.empty();
            }
        }
        boolean whole = playlist.contains("#EXT-X-ENDLIST") && !segments.isEmpty();
        return whole && init != null ? Optional.of(new Variant(init, List.copyOf(segments))) : Optional.empty();
    }

    /** What the master playlist says of the rendition in this file. */
    public static Optional<Stream> stream(String master, String variantFile) {
        List<String> lines = master.lines().toList();
        int at = lines.indexOf(variantFile);
        if (at < 1) {
            return Optional.empty();
        }
        Matcher peak = NUMBER.matcher(lines.get(at - 1));
        Matcher average = AVERAGE.matcher(lines.get(at - 1));
        Matcher codecs = CODECS.matcher(lines.get(at - 1));
        if (!peak.find() || !codecs.find()) {
            return Optional.empty();
        }
        int peakBits = Integer.parseInt(peak.group(1));
        return Optional.of(
                new Stream(peakBits, average.find() ? Integer.parseInt(average.group(1)) : peakBits, codecs.group(1)));
    }
}
