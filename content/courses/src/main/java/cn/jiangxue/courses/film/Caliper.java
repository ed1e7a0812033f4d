package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/**
 * A vernier caliper with 20 divisions of 0.95 mm (0.05 mm a division), opened by any measure. Lengths are millimetres; the origin is where the
 * face of the fixed jaw meets the middle of the beam.
 */
final class Caliper {
    /** From the measuring face to the zero of the main scale. */
    static final double ZERO_AT = 22;
    /** Half the height of the beam. */
    static final double BEAM = 7;

    static final double JAW = 42;
    static final double INSIDE_JAW = 24;
    static final double BEAM_END = 172;

    private final double scale;

    /** @param pixelsPerMillimetre size of the drawing */
    Caliper(double pixelsPerMillimetre) {
        this.scale = pixelsPerMillimetre;
    }

    void draw(Pen pen, double open) {
        rod(pen, open);
        beam(pen);
        slider(pen, open);
        knob(pen, open);
    }

    private double px(double millimetres) {
        return millimetres * scale;
    }

    private void rod(Pen pen, double open) {
        pen.box(Palette.STEEL_DARK, px(BEAM_END - 30 + open), px(-1), px(30), px(2), 1);
    }

    private void beam(Pen pen) {
        GradientPaint steel =
                new GradientPaint(0, (float) px(-BEAM), Palette.STEEL_LIGHT, 0, (float) px(BEAM), Palette.STEEL);
        pen.box(steel, px(-14), px(-BEAM), px(BEAM_END + 14), px(2 * BEAM), px(1));
        pen.fill(steel, jaw(-1));
        pen.stroke(Palette.fade(Palette.STEEL_DARK, 0.7), 2, jaw(-1));
        pen.fill(Palette.STEEL, insideJaw(1));
        pen.stroke(Palette.fade(Palette.STEEL_DARK, 0.7), 2, insideJaw(1));
        for (int mm = 0; mm <= 140; mm++) {
            double x = px(ZERO_AT + mm);
            double length = mm % 10 == 0 ? 5.5 : mm % 5 == 0 ? 4.2 : 3;
            pen.line(Palette.INK, Math.max(1.2, scale * 0.16), x, px(BEAM - length), x, px(BEAM));
            if (mm % 10 == 0) {
                pen.centred(String.valueOf(mm / 10), x, px(-1.6), px(5), true, Palette.INK);
            }
        }
    }

    private void slider(Pen pen, double open) {
        Pen at = pen.shifted(px(open), 0);
        Color body = new Color(0x8FA2B4);
        at.fill(body, insideJaw(-1));
        at.fill(new GradientPaint(0, 0, Palette.STEEL, 0, (float) px(JAW), body), jaw(1));
        at.stroke(Palette.fade(Palette.STEEL_DARK, 0.7), 2, jaw(1));
        at.box(body, 0, px(-BEAM - 3), px(78), px(3.4), px(1));
        at.box(body, 0, px(-BEAM - 3), px(14), px(2 * BEAM + 3), px(1));
        at.box(body, px(66), px(-BEAM - 3), px(12), px(2 * BEAM + 3), px(1));
        at.box(Palette.WHITE, 0, px(BEAM), px(78), px(9), px(1));
        at.frame(Palette.fade(Palette.STEEL_DARK, 0.7), 2, 0, px(BEAM), px(78), px(9), px(1));
        for (int i = 0; i <= 20; i++) {
            double x = px(ZERO_AT + i * 0.95);
            at.line(Palette.INK, Math.max(1.2, scale * 0.16), x, px(BEAM), x, px(BEAM + (i % 2 == 0 ? 4 : 2.6)));
        }
        at.written("0.05mm", px(48), px(BEAM + 4.5), px(4.6), true, Palette.INK_SOFT);
    }

    private void knob(Pen pen, double open) {
        Pen at = pen.shifted(px(open), 0);
        at.box(Palette.STEEL_DARK, px(52), px(-BEAM - 10), px(7), px(4), px(1));
        at.box(Palette.STEEL_DARK, px(54.2), px(-BEAM - 7), px(2.6), px(4.2), 0);
        at.box(Palette.STEEL_DARK, px(66), px(BEAM + 9), px(10), px(4), px(2));
    }

    /** Outside jaw: {@code side} −1 is the fixed one, left of its face; 1 the moving one. */
    private Path2D jaw(int side) {
        return Pen.polygon(
                0,
                px(BEAM - 1),
                0,
                px(JAW),
                px(side * 3.2),
                px(JAW),
                px(side * 14),
                px(BEAM + 8),
                px(side * 14),
                px(BEAM - 1));
    }

    /** Inside jaw: {@code side} 1 lies right of its face (the fixed one, facing left), −1 left of it. */
    private Path2D insideJaw(int side) {
        return Pen.polygon(
                0,
                px(-INSIDE_JAW),
                0,
                px(-BEAM + 1),
                px(side * 9),
                px(-BEAM + 1),
                px(side * 9),
                px(-BEAM - 3),
                px(side * 1.6),
                px(-INSIDE_JAW));
    }
}
