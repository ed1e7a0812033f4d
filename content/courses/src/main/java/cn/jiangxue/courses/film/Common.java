package cn.jiangxue.courses.film;

import java.util.List;

/** Scenes every film has: the title and the points to remember. */
final class Common {
    private Common() {}

    /** The name of the film over a drawing of its own. */
    static Scene title(Film.Names names, double seconds, List<Line> lines, Scene.Drawing behind) {
        return new Scene(0, "", seconds, lines, List.of(), (pen, marks, t) -> {
            behind.draw(pen, marks, t);
            double shown = Ease.between(t, 0.2, 0.9);
            Pen at = pen.shifted(-40 * (1 - shown), 0).veiled(shown);
            at.box(Palette.ACCENT, 70, 92, 12, 150, 6);
            at.written(names.title(), 108, 132, 72, true, Palette.INK);
            at.written(names.subtitle(), 108, 212, 42, false, Palette.INK_SOFT);
        });
    }

    /** At most four points, ticked one after the other. */
    static Scene remember(String title, double seconds, List<Line> lines, List<String> points) {
        double every = (seconds - 2.5) / points.size();
        List<Double> cues = java.util.stream.IntStream.range(0, points.size())
                .mapToObj(i -> 0.6 + i * every)
                .toList();
        return new Scene(0, title, seconds, lines, cues, (pen, marks, t) -> {
            for (int i = 0; i < points.size(); i++) {
                double shown = Ease.between(t, cues.get(i) - 0.1, cues.get(i) + 0.4);
                double y = 190 + i * 106;
                double x = 110 + 40 * (1 - shown);
                marks.card(x, y - 44, 1060, 88, shown);
                marks.tick(x + 56, y, 28, Ease.pop(t, cues.get(i) + 0.2, 0.5));
                pen.veiled(shown).written(points.get(i), x + 110, y, 42, true, Palette.INK);
            }
        });
    }
}
