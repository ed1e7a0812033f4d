package cn.jiangxue.content.transcode.rules;

import cn.jiangxue.content.transcode.rules.Ladder.Rung;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How ffprobe and ffmpeg are told what to do. Whatever reads a stranger's file is held to local files, to containers that cannot name other files, and to
 * pictures of at most nine million points.
 */
public final class FfmpegArguments {

    /** The length of a segment. */
    public static final int SEGMENT_SECONDS = 4;

    /** Containers that may be opened. None of them can pull in another file the way playlists, concat scripts and session descriptions do. */
    private static final String CONTAINERS = "mov,matroska,avi,mpegts,flv,asf";

    private FfmpegArguments() {}

    /** Encoders of H.264 we know how to steer; the first the program has is taken. */
    public enum Encoder {
        LIBX264,
        LIBOPENH264;

        public String option() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static List<String> reading(Path source) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                CONTAINERS,
                "-max_pixels",
                "9000000",
                "-i",
                "file:" + source.getFileName());
    }

    /** Arguments for ffprobe: facts about the source as JSON. */
    public static List<String> probe(Path source) {
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-of", "json", "-show_format", "-show_streams"));
        arguments.addAll(reading(source));
        return arguments;
    }

    /** Arguments for ffmpeg: every rung as HLS with fragmented MP4 segments, strict about damage. Files land in the working folder. */
    public static List<String> ladder(Path source, SourceFacts facts, List<Rung> rungs, Encoder encoder, int threads) {
        List<String> arguments = new ArrayList<>(
                List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-stats_period", "1", "-progress", "pipe:1"));
        arguments.addAll(List.of("-xerror", "-err_detect", "explode", "-threads", String.valueOf(threads)));
        arguments.addAll(reading(source));
        arguments.addAll(List.of(
                "-filter_complex_threads",
                "1",
                "-filter_complex",
                filters(facts.frameRate(), rungs),
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-sn",
                "-dn"));
        for (int i = 0; i < rungs.size(); i++) {
            arguments.addAll(List.of("-map", "[out" + i + "]"));
            if (facts.sound()) {
                arguments.addAll(List.of("-map", "0:a:0"));
            }
        }
        arguments.addAll(picture(rungs, encoder, threads));
        if (facts.sound()) {
            arguments.addAll(List.of("-c:a", "aac", "-b:a", "96k", "-ac", "2", "-ar", "48000"));
            arguments.addAll(List.of("-af", "aresample=async=1:first_pts=0"));
        }
        arguments.addAll(packaging(facts.sound(), rungs));
        return arguments;
    }

    /** Each rung is scaled from the one above it, which costs a third of scaling each from the source. */
    private static String filters(String frameRate, List<Rung> rungs) {
        var graph = new StringBuilder("[0:V:0]fps=" + frameRate + ":start_time=0,format=yuv420p");
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            graph.append(i == 0 ? "," : ";[below" + (i - 1) + "]")
                    .append("scale=%d:%d:flags=bicubic,setsar=1".formatted(rung.width(), rung.height()));
            boolean last = i == rungs.size() - 1;
            graph.append(last ? "[out" + i + "]" : ",split[out" + i + "][below" + i + "]");
        }
        return graph.toString();
    }

    private static List<String> picture(List<Rung> rungs, Encoder encoder, int threads) {
        List<String> arguments =
                new ArrayList<>(List.of("-c:v", encoder.option(), "-threads", String.valueOf(threads)));
        switch (encoder) {
            case LIBX264 ->
                arguments.addAll(
                        List.of("-preset", "superfast", "-profile:v", "main", "-crf", "23", "-sc_threshold", "0"));
            case LIBOPENH264 -> arguments.addAll(List.of("-profile:v", "main", "-allow_skip_frames", "0"));
        }
        for (int i = 0; i < rungs.size(); i++) {
            String peak = String.valueOf(rungs.get(i).peakBitsPerSecond());
            if (encoder == Encoder.LIBOPENH264) {
                arguments.addAll(
                        List.of("-b:v:" + i, String.valueOf(rungs.get(i).peakBitsPerSecond() * 3L / 5)));
            }
            arguments.addAll(List.of("-maxrate:v:" + i, peak, "-bufsize:v:" + i, peak));
        }
        arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")", "-g", "600"));
        return arguments;
    }

    private static List<String> packaging(boolean sound, List<Rung> rungs) {
        String variants = IntStream.range(0, rungs.size())
                .mapToObj(i -> "v:" + i + (sound ? ",a:" + i : "") + ",name:"
                        + rungs.get(i).name())
                .collect(Collectors.joining(" "));
        return List.of(
                "-f",
                "hls",
                "-hls_time",
                String.valueOf(SEGMENT_SECONDS),
                "-hls_playlist_type",
                "vod",
                "-hls_segment_type",
                "fmp4",
                "-hls_flags",
                "independent_segments",
                "-hls_segment_filename",
                "%v-%05d.m4s",
                "-var_stream_map",
                variants,
                "-master_pl_name",
                "master.m3u8",
                "%v.m3u8");
    }

    /** Arguments for ffmpeg: one telling picture from near this place, as a small JPEG. */
    public static List<String> poster(Path source, Duration place, Rung size, Path target) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(List.of("-threads", "1", "-ss", "%d.%03d".formatted(place.toSeconds(), place.toMillisPart())));
        arguments.addAll(reading(source));
        arguments.addAll(List.of(
                "-map",
                "0:V:0",
                "-vf",
                "thumbnail=40,scale=%d:%d,setsar=1,format=yuvj420p".formatted(size.width(), size.height()),
                "-frames:v",
                "1",
                "-map_metadata",
                "-1",
                "-q:v",
                "5",
                "-f",
                "image2",
                "-update",
                "1",
                "-y",
                "file:" + target.getFileName()));
        return arguments;
    }

    /** Arguments for ffmpeg: two seconds of its own test picture and tone, to see that it runs and has this encoder. */
    public static List<String> selfTest(Encoder encoder, Path target) {
        return List.of(
                "-hide_banner",
                "-nostdin",
                "-loglevel",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=2",
                "-c:v",
                encoder.option(),
                "-pix_fmt",
                "yuv420p",
                "-threads",
                "1",
                "-c:a",
                "aac",
                "-y",
                "file:" + target.getFileName());
    }
}
