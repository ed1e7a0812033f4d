package cn.jiangxue.courses.film;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The scene of travel: feeding, moving on, weaving, and the angle of the electrode. */
final class WeldTravel {
    private static final double FROM = 250;
    private static final double GAP = 26;

    private WeldTravel() {}

    static Scene scene() {
        List<Line> lines = List.of(
                new Line(0.4, 4.8, "平焊运条有三个动作同时做。", "In flat welding the electrode makes three movements at once."),
                new Line(5.0, 9.4, "向下送进，保持弧长；沿焊缝前移，速度均匀。", "Feed down to keep the arc length; move along evenly."),
                new Line(9.6, 14.0, "横向小摆，宽度不超过焊条直径的三倍。", "Weave a little, no wider than three electrode diameters."),
                new Line(
                        14.2,
                        20.4,
                        "焊条向前进方向倾斜，夹角70到80度，看清熔池再走。",
                        "Lean it the way you travel, 70 to 80 degrees to the seam, and watch the pool."));
        return new Scene(4, "运条：送进、前移、小摆", 21, lines, List.of(5.2, 7.4, 9.8, 14.6), WeldTravel::draw);
    }

    private static void draw(Pen pen, Marks marks, double t) {
        WeldBench bench = new WeldBench(pen);
        bench.plate();
        double x = Ease.go(t, 0.2, 1.0, FROM, FROM + 20) + Math.max(0, t - 0.8) * 24;
        double tipY = WeldBench.TOP - GAP;
        bench.bead(FROM, x, 1);
        bench.arc(x, tipY, t, 1);
        bench.electrode(x, tipY, 15, t / 21);
        marks.arrow(x - 40, 250, x - 70, 370, Palette.RED, Ease.during(t, 5.2, 9.6));
        marks.label("① 送进", x - 160, 290, Palette.RED, Palette.WHITE, Ease.during(t, 5.2, 9.6));
        marks.arrow(x + 110, 450, x + 270, 450, Palette.GREEN, Ease.during(t, 7.4, 14.0));
        marks.label("② 前移", x + 380, 450, Palette.GREEN, Palette.WHITE, Ease.during(t, 7.4, 14.0));
        weave(pen, marks, t);
        angle(pen, marks, x, t);
    }

    /** A window from above: the tip weaves along the seam. */
    private static void weave(Pen pen, Marks marks, double t) {
        double shown = Ease.during(t, 9.8, 14.2);
        if (shown <= 0) {
            return;
        }
        double left = 824;
        marks.card(left - 30, 140, 480, 200, shown);
        Pen at = pen.veiled(shown);
        at.line(Palette.STEEL, 60, left + 30, 268, left + 390, 268);
        Path2D path = new Path2D.Double();
        path.moveTo(left + 20, 268);
        double until = Math.clamp((t - 9.8) / 4, 0, 1) * 370;
        for (double s = 0; s <= until; s += 4) {
            path.lineTo(left + 20 + s, 268 + 26 * Math.sin(s / 12));
        }
        at.stroke(Palette.AMBER, 8, path);
        at.written("③ 小摆（俯视）", left, 184, 38, true, Palette.INK);
    }

    private static void angle(Pen pen, Marks marks, double x, double t) {
        double shown = Ease.between(t, 14.4, 15.0);
        if (shown <= 0) {
            return;
        }
        Pen at = pen.veiled(shown);
        at.line(Palette.WHITE, 6, x, WeldBench.TOP - 4, x + 230, WeldBench.TOP - 4);
        at.stroke(Palette.AMBER, 9, new Arc2D.Double(x - 150, WeldBench.TOP - 150, 300, 300, 0, 75, Arc2D.OPEN));
        marks.label("70°～80°", x + 260, WeldBench.TOP - 110, Palette.AMBER, Palette.INK, shown);
        marks.callout(
                "看熔池", x + 4, WeldBench.TOP - 12, x - 190, WeldBench.TOP - 150, Palette.RED, Ease.pop(t, 16.6, 0.5));
    }
}
