package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** What points and explains: labels, callouts, ticks, crosses, arrows, cards. Each appears by a share from 0 to 1. */
final class Marks {
    static final double LABEL_SIZE = 36;

    private final Pen pen;

    Marks(Pen pen) {
        this.pen = pen;
    }

    /** A rounded label around its middle. */
    void label(String text, double x, double y, Color ground, Color ink, double shown) {
        if (shown <= 0) {
            return;
        }
        double w = pen.width(text, LABEL_SIZE, true) + 44;
        Pen at = pen.shifted(x, y).scaled(0.6 + 0.4 * shown, 0.6 + 0.4 * shown).veiled(shown);
        at.box(Palette.fade(Palette.INK, 0.12), -w / 2, -26, w, 62, 31);
        at.box(ground, -w / 2, -31, w, 62, 31);
        at.centred(text, 0, 0, LABEL_SIZE, true, ink);
    }

    /** A label with a line from it to the point it speaks of. */
    void callout(String text, double px, double py, double lx, double ly, double shown) {
        callout(text, px, py, lx, ly, Palette.ACCENT, shown);
    }

    void callout(String text, double px, double py, double lx, double ly, Color color, double shown) {
        if (shown <= 0) {
            return;
        }
        double reach = Math.clamp(shown, 0, 1);
        pen.line(Palette.WHITE, 8, px, py, px + (lx - px) * reach, py + (ly - py) * reach);
        pen.line(color, 4, px, py, px + (lx - px) * reach, py + (ly - py) * reach);
        pen.disc(Palette.WHITE, px, py, 11 * reach);
        pen.disc(color, px, py, 8 * reach);
        label(text, lx, ly, color, Palette.WHITE, shown);
    }

    /** A ring that draws the eye, spreading and fading again and again. */
    void pulse(double x, double y, double radius, Color color, double t, double shown) {
        double phase = t / 1.2 - Math.floor(t / 1.2);
        pen.ring(Palette.fade(color, (1 - phase) * shown), 6, x, y, radius * (0.6 + 0.6 * phase));
        pen.ring(Palette.fade(color, shown), 5, x, y, radius * 0.6);
    }

    void tick(double x, double y, double radius, double shown) {
        if (shown <= 0) {
            return;
        }
        Pen at = pen.shifted(x, y).scaled(shown, shown);
        at.disc(Palette.GREEN, 0, 0, radius);
        Path2D path = new Path2D.Double();
        path.moveTo(-radius * 0.45, 0);
        path.lineTo(-radius * 0.1, radius * 0.38);
        path.lineTo(radius * 0.5, -radius * 0.35);
        at.stroke(Palette.WHITE, radius * 0.22, path);
    }

    void cross(double x, double y, double radius, double shown) {
        if (shown <= 0) {
            return;
        }
        Pen at = pen.shifted(x, y).scaled(shown, shown);
        double r = radius * 0.38;
        at.disc(Palette.RED, 0, 0, radius);
        at.line(Palette.WHITE, radius * 0.22, -r, -r, r, r);
        at.line(Palette.WHITE, radius * 0.22, -r, r, r, -r);
    }

    /** An arrow with its tip at the second point. */
    void arrow(double x1, double y1, double x2, double y2, Color color, double shown) {
        if (shown <= 0) {
            return;
        }
        double angle = Math.atan2(y2 - y1, x2 - x1);
        Color ink = Palette.fade(color, shown);
        double bx = x2 - 26 * Math.cos(angle);
        double by = y2 - 26 * Math.sin(angle);
        pen.stroke(ink, 9, new Line2D.Double(x1, y1, bx, by));
        Pen tip = pen.shifted(x2, y2).turned(Math.toDegrees(angle));
        tip.fill(ink, Pen.polygon(0, 0, -34, -22, -34, 22));
    }

    /** A distance between two points with little bars at its ends and its measure above the middle. */
    void measure(double x1, double x2, double y, String text, Color color, double shown) {
        if (shown <= 0) {
            return;
        }
        Pen at = pen.veiled(shown);
        at.line(color, 4, x1, y, x2, y);
        at.line(color, 4, x1, y - 16, x1, y + 16);
        at.line(color, 4, x2, y - 16, x2, y + 16);
        at.centred(text, (x1 + x2) / 2, y - 30, LABEL_SIZE, true, color);
    }

    /** A white card with a soft shadow. */
    void card(double x, double y, double w, double h, double shown) {
        Pen at = pen.veiled(shown);
        at.box(Palette.fade(Palette.INK, 0.10), x, y + 8, w, h, 24);
        at.box(Palette.WHITE, x, y, w, h, 24);
    }
}
