package cn.jiangxue.courses.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sound of a film: a quiet pad of slowly changing chords, a chime where a step begins, a soft tone where something was done. */
final class Score {
    static final int RATE = 22_050;

    private static final double[][] CHORDS = {
        {130.81, 196.00, 261.63, 329.63},
        {110.00, 164.81, 220.00, 329.63},
        {87.31, 174.61, 261.63, 349.23},
        {98.00, 146.83, 246.94, 293.66}
    };
    private static final double CHORD_SECONDS = 6;

    private final float[] wave;

    private Score(double seconds) {
        this.wave = new float[(int) Math.ceil(seconds * RATE)];
    }

    /** Writes the film's sound as 16-bit mono samples without a header. */
    static void write(Film film, Path file) throws IOException {
        Score score = new Score(film.seconds());
        score.pad();
        for (int i = 0; i < film.scenes().size(); i++) {
            double start = film.startOf(i);
            Scene scene = film.scenes().get(i);
            score.bell(start + 0.1, 523.25, 0.10);
            score.bell(start + 0.28, 783.99, 0.08);
            scene.cues().forEach(cue -> score.bell(start + cue, 1046.5, 0.06));
        }
        score.fadeEnds();
        score.writeTo(file);
    }

    private void pad() {
        for (int i = 0; i < wave.length; i++) {
            double t = (double) i / RATE;
            int index = (int) (t / CHORD_SECONDS);
            double within = t / CHORD_SECONDS - index;
            double swell = Math.sin(Math.PI * within);
            double sum = 0;
            for (double hertz : CHORDS[index % CHORDS.length]) {
                sum += Math.sin(2 * Math.PI * hertz * t) + 0.4 * Math.sin(2 * Math.PI * hertz * 1.003 * t);
            }
            wave[i] += (float) (0.016 * swell * sum);
        }
    }

    private void bell(double at, double hertz, double loudness) {
        int from = (int) (at * RATE);
        int length = (int) (1.4 * RATE);
        for (int i = 0; i < length && from + i < wave.length; i++) {
            double t = (double) i / RATE;
            double fall = Math.exp(-4.2 * t) * Math.min(1, t * 200);
            wave[from + i] += (float)
                    (loudness * fall * (Math.sin(2 * Math.PI * hertz * t) + 0.3 * Math.sin(4 * Math.PI * hertz * t)));
        }
    }

    private void fadeEnds() {
        int length = RATE;
        for (int i = 0; i < length && i < wave.length; i++) {
            float share = (float) i / length;
            wave[i] *= share;
            wave[wave.length - 1 - i] *= share;
        }
    }

    private void writeTo(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * wave.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : wave) {
            bytes.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes.array());
        }
    }
}
