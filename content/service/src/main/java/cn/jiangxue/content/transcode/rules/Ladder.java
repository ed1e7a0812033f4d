package cn.jiangxue.content.transcode.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which sizes of a video are made: 360, 540 and 720 lines (of the shorter side), never above the source. */
public final class Ladder {

    private static final int[] LINES = {360, 540, 720};

    private Ladder() {}

    /**
     * One size.
     *
     * @param name {@code 720p}: the length of the shorter side
     * @param peakBitsPerSecond the encoder's ceiling for the picture
     */
    public record Rung(String name, int width, int height, int peakBitsPerSecond) {}

    /**
     * The rungs for a source of this size, largest first. A source between two rungs gets one of its own size when that is more than a sixth larger than the rung
     * below; a source smaller than all rungs gets one, of its own size.
     */
    public static List<Rung> of(int width, int height) {
        int shorter = Math.min(width, height);
        List<Integer> lines = new ArrayList<>();
        for (int line : LINES) {
            if (line <= shorter) {
                lines.add(line);
            }
        }
        int top = Math.min(shorter, LINES[LINES.length - 1]);
        if (lines.isEmpty() || top > lines.getLast() * 7 / 6) {
            lines.add(even(top));
        }
        return lines.stream()
                .sorted(Comparator.reverseOrder())
                .map(line -> rung(width, height, line))
                .toList();
    }

    private static Rung rung(int width, int height, int line) {
        double scale = (double) line / Math.min(width, height);
        boolean upright = width < height;
        int longer = even((int) Math.floor(Math.max(width, height) * scale));
        return new Rung(line + "p", upright ? line : longer, upright ? longer : line, peak(line));
    }

    /** Encoders want even sides; rounded down so as never to exceed the source. */
    private static int even(int side) {
        return Math.max(2, side / 2 * 2);
    }

    private static int peak(int line) {
        if (line > 540) {
            return 2_800_000;
        }
        return line > 360 ? 1_600_000 : 800_000;
    }
}
