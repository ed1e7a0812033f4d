package cn.jiangxue.courses.film;

import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.util.List;

/** 游标卡尺的使用与零件测量. */
final class CaliperFilm {
    private static final double PART = 23.45;
    private static final int ALIGNED = 9;

    private CaliperFilm() {}

    static Film film() {
        return new Film(
                "vernier-caliper",
                "车工",
                72.6,
                List.of(title(), parts(), zero(), grip(), CaliperReading.scene(), insideAndDepth(), remember()));
    }

    private static Scene title() {
        List<Line> lines = List.of(new Line(
                0.6, 4.8, "这一课学习游标卡尺：怎样夹、怎样读。", "In this lesson: how to hold a vernier caliper and how to read it."));
        return Common.title(
                new Film.Names("游标卡尺的使用", "夹得正 · 读得准 · 收得好"),
                5,
                lines,
                (pen, marks, t) -> new Caliper(5.2).draw(pen.shifted(190, 410), Ease.go(t, 0.4, 3.6, 4, 38)));
    }

    private static Scene parts() {
        List<Line> lines = List.of(
                new Line(0.4, 4.6, "外测量爪量外径，内测量爪量孔径。", "The outside jaws measure outer sizes, the inside jaws bores."),
                new Line(
                        4.8, 9.4, "主尺读整毫米，游标读小数。", "The main scale gives whole millimetres, the vernier the fraction."),
                new Line(9.6, 13.6, "尾端的深度尺量台阶和孔深。", "The rod at the end measures steps and depths."));
        return new Scene(0, "先认识游标卡尺", 14, lines, List.of(0.8, 2.6, 5.0, 7.2, 9.8), (pen, marks, t) -> {
            double s = 5.2;
            Pen at = pen.shifted(190, 330);
            double open = 26;
            new Caliper(s).draw(at, open);
            marks.callout("外测量爪", 190, 500, 330, 566, Ease.pop(t, 0.8, 0.6));
            marks.callout("内测量爪", 196, 218, 330, 160, Ease.pop(t, 2.6, 0.6));
            marks.callout("主尺", 190 + s * 130, 330, 960, 228, Ease.pop(t, 5.0, 0.6));
            marks.callout("游标", 190 + s * (open + 30), 390, 640, 500, Ease.pop(t, 7.2, 0.6));
            marks.callout("深度尺", 190 + s * 190, 330, 1130, 440, Ease.pop(t, 9.8, 0.6));
            marks.callout("紧固螺钉", 190 + s * (open + 55.5), 258, 690, 160, Ease.pop(t, 11.2, 0.6));
        });
    }

    private static Scene zero() {
        List<Line> lines = List.of(
                new Line(0.4, 4.6, "先擦净两个测量面，铁屑会让读数偏大。", "Wipe both faces first: a chip makes the reading too large."),
                new Line(4.8, 8.8, "合拢量爪，对着光看应不透光。", "Close the jaws: no light may show between them."),
                new Line(9.0, 13.6, "游标零线要与主尺零线对齐，否则记下误差。", "The two zero lines must meet; if not, note the error."));
        return new Scene(1, "擦净量爪，合拢校零", 14, lines, List.of(7.2, 10.6), (pen, marks, t) -> {
            double s = 7;
            double open = Ease.go(t, 4.8, 7.0, 14, 0);
            Pen at = pen.shifted(170, 300);
            new Caliper(s).draw(at, open);
            double wipe = 1 - Ease.between(t, 4.2, 4.8);
            double cloth = 450 + 120 * Math.sin(t * 3.2);
            Pen rag = pen.shifted(170 + s * open / 2, cloth).veiled(wipe);
            rag.fill(Palette.AMBER, new Ellipse2D.Double(-46, -34, 92, 74));
            rag.line(Palette.fade(Palette.WHITE, 0.7), 5, -20, -12, 18, 14);
            rag.line(Palette.fade(Palette.WHITE, 0.7), 5, -22, 14, 6, 26);
            marks.label("擦净", 170 + s * open / 2 + 150, 545, Palette.AMBER, Palette.INK, wipe * Ease.pop(t, 0.6, 0.5));
            double lens = Ease.between(t, 8.6, 9.6);
            lens(pen, marks, lens, t);
        });
    }

    private static void lens(Pen pen, Marks marks, double shown, double t) {
        if (shown <= 0) {
            return;
        }
        double x = 860;
        double y = 450;
        double r = 150 * shown;
        pen.disc(Palette.fade(Palette.INK, 0.15), x, y + 8, r + 8);
        pen.disc(Palette.WHITE, x, y, r + 6);
        Pen in = pen.inside(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)).shifted(x - 640, 0);
        new VernierScale(60, 1.2).draw(in, y, 0, 0, Ease.between(t, 10.2, 10.8));
        pen.ring(Palette.ACCENT, 8, x, y, r);
        marks.tick(1090, 390, 40, Ease.pop(t, 10.6, 0.5));
        marks.label("零线对齐", 1130, 480, Palette.GREEN, Palette.WHITE, Ease.pop(t, 10.8, 0.5));
    }

    private static Scene grip() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.6,
                        "量爪张得比工件略大，再轻轻推拢。",
                        "Open the jaws a little wider than the part, then slide them up."),
                new Line(
                        4.8,
                        9.0,
                        "歪斜会量大：测量面要贴平、对正直径。",
                        "Held askew it reads too large: faces flat, across the diameter."),
                new Line(
                        9.2,
                        13.0,
                        "摆正后拇指轻推，力度以能滑动为准。",
                        "Square it up and push lightly with the thumb: it must still slide."),
                new Line(13.2, 16.6, "拧紧螺钉，再取下来读数。", "Tighten the screw before taking it off to read."));
        return new Scene(2, "夹住工件：贴平、对正、轻推", 17, lines, List.of(4.4, 11.6, 14.2), (pen, marks, t) -> {
            double s = 7;
            double tilt = Ease.go(t, 5.0, 6.0, 0, 9) - Ease.go(t, 8.8, 10.2, 0, 9);
            double slack = 2.2 * Math.sin(Math.toRadians(tilt) * 3);
            double open = t < 5 ? Ease.go(t, 1.2, 4.2, 40, PART) : PART + Math.max(0, slack);
            double cx = 300 + s * PART / 2;
            double cy = 462;
            GradientPaint metal = new GradientPaint(
                    (float) (cx - 90),
                    (float) (cy - 90),
                    Palette.STEEL_LIGHT,
                    (float) (cx + 90),
                    (float) (cy + 90),
                    Palette.STEEL_DARK);
            Pen tool = pen.shifted(cx, cy).turned(tilt).shifted(-s * open / 2, -s * 25);
            new Caliper(s).draw(tool, open);
            pen.disc(metal, cx, cy, s * PART / 2);
            pen.ring(Palette.INK_SOFT, 3, cx, cy, s * PART / 2);
            pen.line(Palette.INK_SOFT, 2, cx - 16, cy, cx + 16, cy);
            pen.line(Palette.INK_SOFT, 2, cx, cy - 16, cx, cy + 16);
            marks.arrow(760, 520, 640, 520, Palette.ACCENT, Ease.during(t, 1.2, 4.4));
            double wrong = Ease.during(t, 6.0, 9.2);
            marks.cross(660, 560, 38, wrong);
            marks.label("歪斜：读数偏大", 880, 560, Palette.RED, Palette.WHITE, wrong);
            double right = Ease.between(t, 10.4, 11.0);
            marks.tick(640, 500, 38, Ease.pop(t, 10.6, 0.5));
            marks.label("贴平、对正直径", 860, 500, Palette.GREEN, Palette.WHITE, right);
            double screw = Ease.pop(t, 13.4, 0.5);
            if (screw > 0) {
                marks.pulse(cx - s * open / 2 + s * (open + 55.5), cy - s * 25 - s * 15, 56, Palette.RED, t, 1);
                marks.label("拧紧", 960, 170, Palette.RED, Palette.WHITE, screw);
            }
        });
    }

    private static Scene insideAndDepth() {
        List<Line> lines = List.of(
                new Line(0.4, 5.6, "量内孔：内爪伸进去，读最大值。", "Bores: put the inside jaws in and take the greatest reading."),
                new Line(
                        6.0,
                        11.6,
                        "量深度：尾端贴平台阶，推出深度尺到底。",
                        "Depths: rest the end on the step and run the rod down to the bottom."));
        return new Scene(4, "量内径、量深度", 12, lines, List.of(3.4, 9.4), (pen, marks, t) -> {
            CaliperInside.bore(pen, marks, t);
            CaliperInside.depth(pen, marks, t);
        });
    }

    private static Scene remember() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.6,
                        "记住四点：工件停稳、擦净、轻推、读三遍。",
                        "Four points: part at rest, faces clean, push lightly, read three times."),
                new Line(
                        5.0,
                        9.6,
                        "用完擦净放回盒里，不可与刀具、锉刀混放。",
                        "Wipe it and put it in its case, never among cutters and files."));
        return Common.remember(
                "要点回顾", 10, lines, List.of("主轴停稳才能测量，转动时严禁量", "量前擦净、校零", "贴平、对正、轻推，读三次取平均", "用后擦净入盒，不与刀具混放"));
    }

    static double part() {
        return PART;
    }

    static int aligned() {
        return ALIGNED;
    }
}
