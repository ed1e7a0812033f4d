package cn.jiangxue.content.transcode.rules;

import java.util.OptionalInt;

/** Reads ffmpeg's {@code -progress} lines. */
public final class EncoderProgress {

    private static final String POSITION = "out_time_us=";

    private EncoderProgress() {}

    /** How far the encoder is, 0 to 99, when this line says so; 100 is only said once everything is stored. */
    public static OptionalInt percent(String line, long durationMillis) {
        String digits =
                line.startsWith(POSITION) ? line.substring(POSITION.length()).strip() : "";
        if (!digits.matches("\\d{1,15}") || durationMillis <= 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(99, Long.parseLong(digits) / 10 / durationMillis));
    }
}
