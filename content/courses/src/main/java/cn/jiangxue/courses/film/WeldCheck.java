package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/** The scene of cleaning and looking: the slag comes off, then three sections of a weld. */
final class WeldCheck {
    private WeldCheck() {}

    static Scene scene() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.4,
                        "冷却后再敲渣，戴好护目镜，渣朝没人的一侧飞。",
                        "Let it cool, wear goggles, knock the slag away from people."),
                new Line(
                        5.8,
                        10.0,
                        "看外观：成形均匀、与母材圆滑过渡为合格。",
                        "Look: an even bead that runs smoothly into the plate is good."),
                new Line(
                        10.2,
                        15.4,
                        "两侧凹槽是咬边，表面小孔是气孔，要返修。",
                        "Grooves at the edge are undercut, small holes are porosity: repair them."));
        return new Scene(6, "清渣、检查外观", 16, lines, List.of(1.6, 2.6, 3.6, 6.4, 10.4, 12.4), WeldCheck::draw);
    }

    private static void draw(Pen pen, Marks marks, double t) {
        double first = 1 - Ease.between(t, 5.2, 5.8);
        if (first > 0) {
            knock(pen.veiled(first), t);
        }
        if (t > 5.4) {
            section(pen, marks, 240, "成形良好", 0, Ease.between(t, 5.8, 6.4), t);
            section(pen, marks, 640, "咬边", 1, Ease.between(t, 10.0, 10.6), t);
            section(pen, marks, 1040, "气孔", 2, Ease.between(t, 12.0, 12.6), t);
        }
    }

    private static void knock(Pen pen, double t) {
        WeldBench bench = new WeldBench(pen);
        bench.plate();
        bench.bead(260, 860, 0);
        bench.slag(270, 850, Ease.between(t, 1.4, 4.8));
        double beat = Math.abs(Math.sin(t * 3.1)) * (1 - Ease.between(t, 4.6, 5.0));
        double x = Ease.go(t, 1.0, 4.6, 330, 830);
        Pen hammer = pen.shifted(x + 10, WeldBench.TOP - 26).turned(26 * beat);
        hammer.shifted(0, -58).turned(-24).box(Palette.WOOD_DARK, 0, -12, 280, 24, 10);
        hammer.fill(Palette.STEEL_DARK, Pen.polygon(0, 0, 16, -36, 18, -92, -18, -92, -14, -36));
    }

    private static void section(Pen pen, Marks marks, double x, String name, int kind, double shown, double t) {
        if (shown <= 0) {
            return;
        }
        marks.card(x - 180, 170, 360, 400, shown);
        Pen at = pen.shifted(x, 370).veiled(shown);
        Color plate = new Color(0x8D9DAC);
        at.box(plate, -150, 0, 300, 90, 4);
        Path2D bead = new Path2D.Double();
        bead.moveTo(-76, 0);
        bead.curveTo(-50, -52, 50, -52, 76, 0);
        bead.curveTo(44, 70, -44, 70, -76, 0);
        at.fill(new Color(0x5B6874), bead);
        if (kind == 1) {
            at.fill(Palette.WHITE, Pen.polygon(-96, -2, -62, -2, -74, 26, -84, 24));
            at.fill(Palette.WHITE, Pen.polygon(96, -2, 62, -2, 74, 26, 84, 24));
            marks.pulse(x - 78, 376, 46, Palette.RED, t, shown);
            marks.pulse(x + 78, 376, 46, Palette.RED, t, shown);
        }
        if (kind == 2) {
            at.disc(Palette.PAPER, -22, -14, 9);
            at.disc(Palette.PAPER, 14, -22, 7);
            at.disc(Palette.PAPER, 30, 4, 10);
            at.disc(Palette.PAPER, -8, 14, 6);
            marks.pulse(x + 4, 362, 100, Palette.RED, t, shown);
        }
        at.centred(name, 0, 148, 44, true, kind == 0 ? Palette.GREEN : Palette.RED);
        if (kind == 0) {
            marks.tick(x, 232, 36, shown);
        } else {
            marks.cross(x, 232, 36, shown);
        }
    }
}
