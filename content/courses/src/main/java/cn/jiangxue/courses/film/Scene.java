package cn.jiangxue.courses.film;

import java.util.List;

/**
 * A part of a film.
 *
 * @param step shown in the badge; 0 for scenes that are not a step
 * @param title shown at the top; empty for scenes that draw their own
 * @param cues seconds at which a soft tone marks that something was done
 */
record Scene(int step, String title, double seconds, List<Line> lines, List<Double> cues, Drawing drawing) {

    /** Draws the scene as it looks {@code t} seconds after its beginning. */
    interface Drawing {
        void draw(Pen pen, Marks marks, double t);
    }

    Scene {
        lines = List.copyOf(lines);
        cues = List.copyOf(cues);
        for (Line line : lines) {
            if (line.from() < 0 || line.to() > seconds || line.from() >= line.to()) {
                throw new IllegalArgumentException("caption outside its scene '%s': %s".formatted(title, line));
            }
        }
    }
}
