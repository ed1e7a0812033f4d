package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** A motor feeder: cabinet with its isolating switch, the motor it feeds, the cable between them. */
final class Switchboard {
    static final Color[] PHASES = {new Color(0xE9B824), new Color(0x2F9E5B), new Color(0xD6453D)};

    private static final Color CABINET = new Color(0xCBD6E0);

    private final Pen pen;

    Switchboard(Pen pen) {
        this.pen = pen;
    }

    /**
     * The cabinet, 400 × 440 from the origin.
     *
     * @param off 0 switched on, 1 switched off
     */
    void cabinet(double off) {
        pen.box(Palette.fade(Palette.INK, 0.12), -6, 6, 412, 446, 18);
        pen.box(new GradientPaint(0, 0, Palette.STEEL_LIGHT, 400, 440, CABINET), 0, 0, 400, 440, 16);
        pen.frame(Palette.STEEL_DARK, 5, 0, 0, 400, 440, 16);
        lamp(110, 62, Palette.RED, 1 - off, "合闸");
        lamp(290, 62, Palette.GREEN, off, "分闸");
        handle(200, 290, 104, off);
    }

    private void lamp(double x, double y, Color color, double lit, String text) {
        if (lit > 0.5) {
            pen.disc(Palette.fade(color, 0.25), x - 46, y, 36);
        }
        pen.disc(Palette.mix(Palette.STEEL_DARK, color, lit), x - 46, y, 24);
        pen.ring(Palette.INK_SOFT, 4, x - 46, y, 24);
        pen.written(text, x - 10, y, 36, true, Palette.INK);
    }

    /** The rotary handle: upright is on, across is off. */
    void handle(double x, double y, double radius, double off) {
        pen.disc(Palette.AMBER, x, y, radius);
        pen.ring(Palette.fade(Palette.INK, 0.25), 4, x, y, radius);
        pen.centred("合", x, y - radius - 30, 40, true, Palette.mix(Palette.RED, Palette.INK_SOFT, off));
        pen.centred("分", x + radius + 34, y, 40, true, Palette.mix(Palette.INK_SOFT, Palette.GREEN, off));
        grip(x, y, radius, off);
    }

    /** The handle without its words. */
    void handleOnly(double radius, double off) {
        pen.disc(Palette.AMBER, 0, 0, radius);
        grip(0, 0, radius, off);
    }

    private void grip(double x, double y, double radius, double off) {
        Pen grip = pen.shifted(x, y).turned(90 * off);
        grip.box(Palette.RED, -radius * 0.24, -radius * 0.92, radius * 0.48, radius * 1.84, radius * 0.2);
        grip.disc(Palette.fade(Palette.WHITE, 0.85), 0, -radius * 0.64, radius * 0.12);
    }

    /** A motor seen on the fan, 200 px across, middle at the origin; {@code turns} is how often it has turned. */
    void motor(double turns, Color housing) {
        pen.box(Palette.INK_SOFT, -110, 92, 220, 22, 6);
        pen.box(Palette.INK_SOFT, -80, 70, 160, 30, 4);
        pen.disc(housing, 0, 0, 104);
        pen.ring(Palette.fade(Palette.INK, 0.35), 5, 0, 0, 104);
        pen.disc(Palette.DARK, 0, 0, 80);
        Pen fan = pen.turned(turns * 360);
        for (int i = 0; i < 5; i++) {
            Pen blade = fan.turned(i * 72);
            Path2D path = new Path2D.Double();
            path.moveTo(0, 0);
            path.curveTo(20, -20, 40, -50, 16, -74);
            path.curveTo(-8, -70, -10, -30, 0, 0);
            blade.fill(Palette.STEEL, path);
        }
        pen.disc(Palette.STEEL_LIGHT, 0, 0, 16);
    }

    /** A cable along a path; current runs along it when live. */
    void cable(Path2D path, double live, double t) {
        pen.stroke(Palette.DARK, 16, path);
        if (live > 0.02) {
            for (int i = 0; i < 3; i++) {
                double shift = t * 120 + i * 40;
                pen.fill(Palette.fade(Palette.AMBER, live), dots(path, shift % 120));
            }
        }
    }

    private static Path2D dots(Path2D path, double shift) {
        Path2D dots = new Path2D.Double();
        double[] at = new double[6];
        double travelled = -shift;
        double lastX = 0;
        double lastY = 0;
        for (var walk = path.getPathIterator(null, 1); !walk.isDone(); walk.next()) {
            boolean moves = walk.currentSegment(at) == java.awt.geom.PathIterator.SEG_MOVETO;
            double length = moves ? 0 : Math.hypot(at[0] - lastX, at[1] - lastY);
            for (double s = 0; s < length; s += 2) {
                travelled += 2;
                if (travelled >= 0 && travelled % 120 < 2) {
                    double x = lastX + (at[0] - lastX) * s / length;
                    double y = lastY + (at[1] - lastY) * s / length;
                    dots.append(new Arc2D.Double(x - 6, y - 6, 12, 12, 0, 360, Arc2D.CHORD), false);
                }
            }
            lastX = at[0];
            lastY = at[1];
        }
        return dots;
    }
}
