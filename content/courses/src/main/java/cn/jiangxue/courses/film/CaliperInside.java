package cn.jiangxue.courses.film;

import java.awt.Color;

/** Measuring a bore and a depth on parts cut open. */
final class CaliperInside {
    private static final Color METAL = new Color(0x9FB0C0);

    private CaliperInside() {}

    static void bore(Pen pen, Marks marks, double t) {
        double s = 5.6;
        double open = Ease.go(t, 1.0, 3.2, 12, 26);
        double x = 130;
        double y = 420;
        double left = x;
        double right = x + s * 26;
        cut(pen, left - 90, y - s * 24 - 60, 90, 150);
        cut(pen, right, y - s * 24 - 60, 90, 150);
        pen.box(Palette.fade(METAL, 0.35), left, y - s * 24 - 60, right - left, 150, 0);
        Pen only = pen.inside(new java.awt.Rectangle(0, 110, 636, 600));
        new Caliper(s).draw(only.shifted(x, y), open);
        marks.measure(left, right, y - s * 24 - 90, "孔径", Palette.ACCENT, Ease.between(t, 3.2, 3.8));
        marks.label("读最大值", 500, 230, Palette.ACCENT, Palette.WHITE, Ease.pop(t, 3.8, 0.5));
    }

    static void depth(Pen pen, Marks marks, double t) {
        pen.line(Palette.fade(Palette.INK_SOFT, 0.4), 3, 638, 140, 638, 600);
        double shown = Ease.between(t, 5.6, 6.2);
        if (shown <= 0) {
            return;
        }
        Pen at = pen.veiled(shown);
        double deep = Ease.go(t, 6.6, 9.2, 0, 150);
        double top = 400;
        cut(at, 740, top, 130, 190);
        cut(at, 970, top, 130, 190);
        cut(at, 870, top + 150, 100, 40);
        at.box(Palette.STEEL_DARK, 914, top, 12, deep, 2);
        at.box(Palette.STEEL, 820, top - 250, 200, 250, 8);
        at.frame(Palette.STEEL_DARK, 3, 820, top - 250, 200, 250, 8);
        for (int i = 0; i < 12; i++) {
            at.line(Palette.INK, 3, 820, top - 240 + i * 20, i % 5 == 0 ? 866 : 848, top - 240 + i * 20);
        }
        marks.arrow(980, top + 40, 980, top + 134, Palette.RED, Ease.during(t, 6.8, 9.4));
        marks.callout("尾端贴平", 830, top, 720, 250, Ease.pop(t, 7.2, 0.5) * shown);
        marks.label("测到底", 1180, top + 130, Palette.GREEN, Palette.WHITE, Ease.pop(t, 9.4, 0.5));
    }

    /** A part cut open, hatched. */
    private static void cut(Pen pen, double x, double y, double w, double h) {
        pen.box(METAL, x, y, w, h, 0);
        Pen hatch = pen.inside(new java.awt.geom.Rectangle2D.Double(x, y, w, h));
        for (double i = -h; i < w; i += 22) {
            hatch.line(Palette.fade(Palette.WHITE, 0.55), 3, x + i, y + h, x + i + h, y);
        }
        pen.frame(Palette.INK_SOFT, 3, x, y, w, h, 0);
    }
}
