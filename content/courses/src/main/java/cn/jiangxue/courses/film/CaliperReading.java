package cn.jiangxue.courses.film;

import java.util.List;

/** The scene in which 23.45 mm is read: whole millimetres, aligned line, sum. */
final class CaliperReading {
    private CaliperReading() {}

    static Scene scene() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "上面是主尺，每格1毫米；下面是游标，分度值0.05毫米。",
                        "Above the main scale, 1 mm a line; below the vernier, 0.05 mm a line."),
                new Line(
                        5.4,
                        11.4,
                        "游标零线左边最近的主尺刻线：23，就是整毫米。",
                        "The main line just left of the vernier zero is 23: the whole millimetres."),
                new Line(
                        11.8,
                        18.4,
                        "再找对得最齐的一条：游标第9格，9×0.05等于0.45。",
                        "Now the line that meets best: the 9th of the vernier, 9 × 0.05 = 0.45."),
                new Line(18.8, 24.4, "两数相加：23加0.45，读数是23.45毫米。", "Add them: 23 and 0.45, the reading is 23.45 mm."));
        return new Scene(3, "读数：整数加小数", 25, lines, List.of(6.6, 13.8, 20.2, 21.8), CaliperReading::draw);
    }

    private static void draw(Pen pen, Marks marks, double t) {
        double reading = CaliperFilm.part();
        int aligned = CaliperFilm.aligned();
        double near = Ease.between(t, 11.6, 13.2) - Ease.between(t, 18.4, 19.6);
        double zoom = 44 + near * 66;
        double centre = 33 - near * 1.2;
        double y = 330;
        VernierScale scale = new VernierScale(zoom, centre);
        scale.draw(pen, y, reading, aligned, Ease.between(t, 13.2, 13.8));
        marks.label("主尺", 90, 160, Palette.INK, Palette.WHITE, Ease.pop(t, 0.6, 0.5) * (1 - near));
        marks.label("游标", 90, 510, Palette.ACCENT, Palette.WHITE, Ease.pop(t, 1.4, 0.5) * (1 - near));
        whole(pen, marks, scale, y, t);
        if (near > 0.5) {
            double x = scale.vernierX(reading, aligned);
            marks.pulse(x, y, 74, Palette.RED, t, Ease.during(t, 13.6, 18.4));
            marks.label("第9格 × 0.05 = 0.45", x, y + 180, Palette.RED, Palette.WHITE, Ease.during(t, 13.8, 18.2));
        }
        sum(pen, marks, t);
    }

    private static void whole(Pen pen, Marks marks, VernierScale scale, double y, double t) {
        double shown = Ease.during(t, 6.2, 11.4);
        if (shown <= 0) {
            return;
        }
        double x = scale.x(23);
        pen.line(Palette.fade(Palette.RED, shown), 8, x, y - 2, x, y - 46);
        marks.arrow(x, y + 190, scale.vernierX(CaliperFilm.part(), 0), y + 122, Palette.RED, shown);
        marks.label("零线在 23 与 24 之间", x + 190, y + 200, Palette.RED, Palette.WHITE, shown);
    }

    private static void sum(Pen pen, Marks marks, double t) {
        double first = Ease.between(t, 19.6, 20.2);
        if (first <= 0) {
            return;
        }
        double y = 544;
        marks.card(240, y - 52, 800, 104, first);
        Pen at = pen.veiled(first);
        at.centred("23", 320, y, 60, true, Palette.INK);
        at.centred("+", 410, y, 54, true, Palette.INK_SOFT);
        at.centred("0.45", 520, y, 60, true, Palette.RED);
        at.centred("=", 635, y, 54, true, Palette.INK_SOFT);
        double last = Ease.pop(t, 21.6, 0.6);
        if (last > 0) {
            pen.shifted(840, y).scaled(last, last).centred("23.45 mm", 0, 0, 60, true, Palette.GREEN);
        }
    }
}
