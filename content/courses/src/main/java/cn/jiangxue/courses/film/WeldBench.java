package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** A steel plate seen from the side, the electrode over it, the arc between and the bead that grows. The top of the plate lies at {@link #TOP}. */
final class WeldBench {
    static final double TOP = 500;
    /** Length of the electrode drawn, in pixels. */
    static final double ELECTRODE = 250;

    private final Pen pen;

    WeldBench(Pen pen) {
        this.pen = pen;
    }

    void plate() {
        pen.box(Palette.WOOD, 0, TOP + 84, Pen.WIDTH, 140, 0);
        pen.box(Palette.WOOD_DARK, 0, TOP + 84, Pen.WIDTH, 10, 0);
        pen.box(
                new GradientPaint(0, (float) TOP, new Color(0x8D9DAC), 0, (float) TOP + 84, new Color(0x5F7080)),
                90,
                TOP,
                1100,
                84,
                4);
        pen.box(Palette.fade(Palette.WHITE, 0.35), 90, TOP, 1100, 6, 3);
    }

    /** A finished bead from {@code from} to {@code to}, its ripples, and the pool at its end when hot. */
    void bead(double from, double to, double hot) {
        if (to - from < 4) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(from, TOP + 2);
        path.curveTo(from + 6, TOP - 20, from + 14, TOP - 22, from + 24, TOP - 22);
        path.lineTo(Math.max(from + 24, to - 20), TOP - 22);
        path.curveTo(to - 6, TOP - 22, to + 4, TOP - 14, to + 8, TOP + 2);
        path.closePath();
        pen.fill(new Color(0x55626E), path);
        Pen ripples = pen.inside(path);
        for (double x = from; x < to; x += 18) {
            ripples.stroke(
                    Palette.fade(Palette.STEEL_LIGHT, 0.55),
                    4,
                    new Arc2D.Double(x - 26, TOP - 26, 40, 60, -70, 140, Arc2D.OPEN));
        }
        if (hot > 0) {
            ripples.fill(
                    new GradientPaint(
                            (float) to - 110,
                            0,
                            Palette.fade(new Color(0xFF7A1A), 0),
                            (float) to,
                            0,
                            Palette.fade(new Color(0xFFB347), hot)),
                    path);
        }
    }

    /**
     * Electrode and holder.
     *
     * @param lean degrees from upright, the top leaning the way of the travel, to the right
     * @param burnt share of the electrode already used
     */
    void electrode(double tipX, double tipY, double lean, double burnt) {
        double length = ELECTRODE * (1 - 0.55 * burnt);
        Pen at = pen.shifted(tipX, tipY).turned(lean);
        at.box(new Color(0x9AA3A8), -9, -length, 18, length - 4, 3);
        at.box(new Color(0xC98A4B), -4, -6, 8, 6, 2);
        at.box(Palette.STEEL_DARK, -5, -length - 34, 10, 40, 2);
        Pen holder = at.shifted(0, -length - 26).turned(-38);
        holder.box(Palette.STEEL_DARK, -22, -16, 60, 32, 8);
        holder.box(Palette.DARK, 32, -20, 150, 40, 20);
        holder.box(Palette.AMBER, 46, -20, 14, 40, 4);
    }

    /** Light, core and sparks of the arc from the plate up to the tip. */
    void arc(double x, double tipY, double t, double strength) {
        if (strength <= 0) {
            return;
        }
        double flicker = 0.88 + 0.12 * Math.sin(t * 37) * Math.cos(t * 23);
        double middle = (tipY + TOP) / 2;
        float radius = (float) (210 * flicker * strength);
        pen.disc(
                new RadialGradientPaint(
                        (float) x, (float) middle, Math.max(1, radius), new float[] {0, 0.25f, 1}, new Color[] {
                            Palette.fade(Palette.WHITE, 0.95 * strength),
                            Palette.fade(new Color(0x9FD8FF), 0.55 * strength),
                            Palette.fade(new Color(0x9FD8FF), 0)
                        }),
                x,
                middle,
                radius);
        pen.fill(Palette.WHITE, Pen.polygon(x - 7, tipY, x + 7, tipY, x + 22, TOP, x - 22, TOP));
        for (int i = 0; i < 14; i++) {
            double age = (t * 1.6 + i * 0.137) % 1;
            double angle = Math.PI * (0.12 + 0.76 * ((i * 0.618) % 1));
            double far = 30 + 150 * age;
            double sx = x + Math.cos(angle) * far;
            double sy = TOP - 10 - Math.sin(angle) * far + 90 * age * age;
            pen.disc(Palette.fade(new Color(0xFF9A2E), (1 - age) * strength), sx, Math.min(sy, TOP - 3), 5 - 3 * age);
        }
    }

    /** Grey slag over a bead, as flakes that fly off. */
    void slag(double from, double to, double gone) {
        for (int i = 0; i < 24; i++) {
            double x = from + (to - from) * (i + 0.5) / 24;
            double fly = Math.clamp(gone * 1.8 - 0.8 * i / 24.0, 0, 1);
            double high = 110 + 90 * ((i * 0.618) % 1);
            double far = 60 + 150 * ((i * 0.382) % 1);
            Pen flake = pen.shifted(x - far * fly, TOP - 22 - high * Math.sin(Math.PI * fly * 0.8) + 40 * fly)
                    .turned(fly * (140 + 20 * i));
            flake.box(Palette.fade(new Color(0x3B3F44), 1 - Ease.between(fly, 0.6, 1)), -16, -8, 32, 16, 5);
        }
    }
}
