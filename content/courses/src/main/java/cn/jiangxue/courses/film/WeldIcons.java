package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Pictures of what a welder wears and clears away; each about 130 px across around the origin. */
final class WeldIcons {
    private WeldIcons() {}

    static void draw(Pen pen, int which, double t) {
        switch (which) {
            case 0 -> mask(pen);
            case 1 -> glove(pen);
            case 2 -> jacket(pen);
            case 3 -> fan(pen, t);
            case 4 -> clear(pen);
            default -> extinguisher(pen);
        }
    }

    private static void mask(Pen pen) {
        Path2D path = new Path2D.Double();
        path.moveTo(-46, -52);
        path.curveTo(-40, -72, 40, -72, 46, -52);
        path.lineTo(42, 30);
        path.curveTo(30, 66, -30, 66, -42, 30);
        path.closePath();
        pen.fill(Palette.DARK, path);
        pen.box(new Color(0x1F8A5B), -32, -30, 64, 36, 6);
        pen.box(Palette.fade(Palette.WHITE, 0.4), -26, -25, 22, 8, 4);
    }

    private static void glove(Pen pen) {
        pen.box(Palette.WOOD_DARK, -32, 14, 64, 52, 8);
        pen.box(Palette.WOOD, -34, -22, 64, 50, 18);
        for (int i = 0; i < 4; i++) {
            pen.box(Palette.WOOD, -34 + i * 16.5, -62 + Math.abs(i - 1.4) * 7, 15, 60, 7);
        }
        pen.turned(40).box(Palette.WOOD, 16, -42, 18, 50, 9);
    }

    private static void jacket(Pen pen) {
        pen.fill(
                Palette.ACCENT,
                Pen.polygon(-30, -60, 30, -60, 70, -34, 56, 14, 38, 2, 38, 62, -38, 62, -38, 2, -56, 14, -70, -34));
        pen.fill(Palette.WHITE, Pen.polygon(-12, -60, 12, -60, 0, -40));
        pen.line(Palette.WHITE, 4, 0, -38, 0, 60);
        pen.line(Palette.fade(Palette.WHITE, 0.6), 5, -38, 20, -8, 20);
    }

    private static void fan(Pen pen, double t) {
        pen.ring(Palette.STEEL_DARK, 7, 0, -6, 58);
        Pen blades = pen.shifted(0, -6).turned(t * 260);
        for (int i = 0; i < 4; i++) {
            blades.turned(i * 90).fill(Palette.ACCENT, new Ellipse2D.Double(-12, -52, 26, 50));
        }
        pen.disc(Palette.DARK, 0, -6, 10);
        pen.line(Palette.STEEL_DARK, 8, -34, 64, 34, 64);
    }

    private static void clear(Pen pen) {
        Path2D flame = new Path2D.Double();
        flame.moveTo(0, -58);
        flame.curveTo(10, -30, 44, -16, 38, 20);
        flame.curveTo(34, 56, -34, 56, -38, 20);
        flame.curveTo(-38, 0, -18, -8, -16, -26);
        flame.curveTo(-8, -20, -2, -36, 0, -58);
        pen.fill(Palette.AMBER, flame);
        pen.ring(Palette.RED, 9, 0, 0, 64);
        pen.line(Palette.RED, 9, -44, -44, 44, 44);
    }

    private static void extinguisher(Pen pen) {
        pen.box(Palette.RED, -28, -30, 56, 96, 18);
        pen.box(Palette.DARK, -10, -50, 20, 24, 4);
        pen.line(Palette.DARK, 8, -24, -54, 26, -58);
        pen.stroke(Palette.DARK, 7, new Arc2D.Double(6, -44, 52, 60, -60, 150, Arc2D.OPEN));
        pen.box(Palette.WHITE, -16, 0, 32, 30, 4);
    }
}
