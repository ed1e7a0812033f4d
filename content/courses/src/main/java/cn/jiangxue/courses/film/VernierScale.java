package cn.jiangxue.courses.film;

import java.awt.Color;

/** A close view of main scale and vernier, 0.05 mm a division. */
final class VernierScale {
    private static final double SPACING = 0.95;

    private final double pixelsPerMillimetre;
    private final double centreMillimetre;

    /** @param centreMillimetre which place of the main scale lies in the middle of the picture */
    VernierScale(double pixelsPerMillimetre, double centreMillimetre) {
        this.pixelsPerMillimetre = pixelsPerMillimetre;
        this.centreMillimetre = centreMillimetre;
    }

    double x(double mainMillimetre) {
        return Pen.WIDTH / 2.0 + (mainMillimetre - centreMillimetre) * pixelsPerMillimetre;
    }

    /** Where line {@code index} of the vernier stands. */
    double vernierX(double reading, int index) {
        return x(reading + index * SPACING);
    }

    /** Draws both scales meeting at {@code y}. */
    void draw(Pen pen, double y, double reading, int marked, double markShown) {
        pen.box(Palette.STEEL_LIGHT, 0, y - 130, Pen.WIDTH, 130, 0);
        pen.box(Palette.WHITE, 0, y, Pen.WIDTH, 130, 0);
        for (int mm = (int) Math.max(0, centreMillimetre - 20); mm <= centreMillimetre + 20; mm++) {
            boolean bold = marked >= 0 && Math.abs(mm - (reading + marked * SPACING)) < 0.001;
            tick(pen, x(mm), y, y - (mm % 10 == 0 ? 74 : mm % 5 == 0 ? 60 : 44), bold ? markShown : 0);
            if (mm % 5 == 0) {
                pen.centred(String.valueOf(mm), x(mm), y - 102, 40, true, Palette.INK);
            }
        }
        for (int i = 0; i <= 20; i++) {
            double at = vernierX(reading, i);
            tick(pen, at, y, y + (i % 2 == 0 ? 64 : 44), i == marked ? markShown : 0);
            if (i % 2 == 0) {
                pen.centred(String.valueOf(i / 2), at, y + 94, 36, true, Palette.ACCENT);
            }
        }
        pen.line(Palette.STEEL_DARK, 3, 0, y, Pen.WIDTH, y);
    }

    private static void tick(Pen pen, double x, double y1, double y2, double marked) {
        Color ink = Palette.mix(Palette.INK, Palette.RED, marked);
        pen.line(ink, 4 + 3 * marked, x, y1, x, y2);
    }
}
