package cn.jiangxue.content.transcode.rules;

import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What matters of a video somebody sent, read from ffprobe's answer.
 *
 * @param width in square pixels as it is to be shown, after rotation
 * @param height likewise
 * @param frameRate as ffmpeg writes it, {@code 25/1} or {@code 30000/1001}
 * @param durationMillis 0 when the file does not say
 */
public record SourceFacts(int width, int height, String frameRate, boolean sound, long durationMillis) {

    private static final String USUAL_FRAME_RATE = "25/1";
    private static final double HIGHEST_FRAME_RATE = 30.5;

    /** Reads {@code ffprobe -of json -show_format -show_streams}; empty when the file has no picture that moves. */
    public static Optional<SourceFacts> read(JsonNode probe) {
        boolean sound = streams(probe).anyMatch(stream -> is(stream, "audio"));
        double seconds = number(probe.path("format").path("duration"));
        return streams(probe)
                .filter(stream -> is(stream, "video"))
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt(0) == 0)
                .filter(stream -> stream.path("width").asInt(0) > 0
                        && stream.path("height").asInt(0) > 0)
                .findFirst()
                .map(stream -> of(stream, sound, seconds > 0 ? seconds : number(stream.path("duration"))));
    }

    private static java.util.stream.Stream<JsonNode> streams(JsonNode probe) {
        return StreamSupport.stream(probe.path("streams").spliterator(), false);
    }

    private static boolean is(JsonNode stream, String type) {
        return type.equals(stream.path("codec_type").asString(""));
    }

    private static SourceFacts of(JsonNode stream, boolean sound, double seconds) {
        int height = stream.path("height").asInt();
        int width = (int) Math.round(stream.path("width").asInt()
                * pixelAspect(stream.path("sample_aspect_ratio").asString("")));
        boolean turned = Math.abs(rotation(stream)) % 180 == 90;
        return new SourceFacts(
                turned ? height : width,
                turned ? width : height,
                frameRate(stream.path("avg_frame_rate").asString("")),
                sound,
                Math.round(seconds * 1000));
    }

    private static double number(JsonNode node) {
        try {
            double value = Double.parseDouble(node.asString("0"));
            return Double.isFinite(value) && value > 0 ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double pixelAspect(String ratio) {
        String[] parts = ratio.split(":", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,5}") || !parts[1].matches("[1-9]\\d{0,5}")) {
            return 1;
        }
        double aspect = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return aspect > 0.1 && aspect < 10 ? aspect : 1;
    }

    private static int rotation(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            if (side.has("rotation")) {
                return side.path("rotation").asInt(0);
            }
        }
        return stream.path("tags").path("rotate").asInt(0);
    }

    /** The source's own rate up to 30 pictures a second; faster ones are thinned to 30, nonsense becomes 25. */
    private static String frameRate(String stated) {
        String[] parts = stated.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("[1-9]\\d{0,8}")) {
            return USUAL_FRAME_RATE;
        }
        double rate = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        if (rate > 1000 || rate < 1) {
            return USUAL_FRAME_RATE;
        }
        return rate > HIGHEST_FRAME_RATE ? "30/1" : stated;
    }
}
