package cn.jiangxue.courses.film;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** A counterbalanced truck seen from its right side, facing right. The origin is on the ground below the front axle; 1 px is about 9 mm. */
final class Forklift {
    static final double FORK_REACH = 170;

    private static final Color BODY = new Color(0xF2A33A);
    private static final Color BODY_DARK = new Color(0xC97F1B);

    private final Pen pen;

    Forklift(Pen pen) {
        this.pen = pen;
    }

    /**
     * @param height of the forks over the ground, in pixels
     * @param tilt of the mast in degrees, positive is back towards the driver
     * @param rolled distance driven in pixels, turns the wheels
     */
    void draw(double height, double tilt, double rolled) {
        draw(height, tilt, rolled, load -> {});
    }

    /** As above, with a load drawn standing on the forks: its origin is the heel of the forks. */
    void draw(double height, double tilt, double rolled, java.util.function.Consumer<Pen> load) {
        pen.box(Palette.fade(Palette.INK, 0.12), -300, -4, 400, 10, 5);
        Pen mast = pen.shifted(34, -30).turned(-tilt);
        rear(mast, height);
        body();
        front(mast, height);
        load.accept(mast.shifted(24, 30 - height));
        wheel(0, -44, 44, rolled);
        wheel(-212, -36, 36, rolled);
    }

    private static void rear(Pen mast, double height) {
        double raise = Math.max(0, height - 160);
        mast.box(Palette.STEEL_DARK, 4, -330 - raise, 14, 330, 4);
        mast.box(Palette.INK, -8, -320, 16, 336, 4);
        mast.line(Palette.STEEL, 5, 12, -310 - raise, 12, -height);
    }

    private static void front(Pen mast, double height) {
        double y = 30 - height;
        mast.box(Palette.INK, 14, y - 130, 14, 132, 3);
        mast.box(Palette.INK, 16, y - 12, FORK_REACH + 8, 10, 3);
        mast.fill(Palette.INK, Pen.polygon(FORK_REACH + 20, y - 12, FORK_REACH + 44, y - 4, FORK_REACH + 20, y - 2));
    }

    private void body() {
        Path2D hull = new Path2D.Double();
        hull.moveTo(20, -46);
        hull.lineTo(20, -120);
        hull.lineTo(-30, -132);
        hull.lineTo(-60, -110);
        hull.lineTo(-120, -110);
        hull.lineTo(-130, -176);
        hull.curveTo(-170, -184, -280, -184, -284, -150);
        hull.lineTo(-290, -60);
        hull.curveTo(-290, -44, -280, -40, -260, -40);
        hull.closePath();
        pen.fill(new GradientPaint(0, -180, BODY, 0, -40, BODY_DARK), hull);
        pen.fill(Palette.DARK, Pen.polygon(-290, -60, -286, -150, -268, -166, -244, -166, -244, -60));
        driver();
        pen.stroke(Palette.INK, 10, line(-250, -180, -214, -330));
        pen.stroke(Palette.INK, 10, line(-10, -128, -46, -330));
        pen.box(Palette.INK, -230, -340, 196, 14, 6);
        pen.stroke(Palette.INK, 7, line(-36, -130, -58, -176));
        pen.stroke(Palette.INK, 7, line(-74, -184, -44, -168));
    }

    private void driver() {
        pen.box(Palette.DARK, -150, -124, 74, 18, 8);
        pen.box(Palette.DARK, -158, -196, 18, 90, 8);
        pen.box(Palette.ACCENT, -142, -214, 52, 96, 18);
        pen.line(Palette.AMBER_SOFT, 7, -134, -206, -96, -130);
        pen.stroke(Palette.ACCENT, 20, line(-108, -194, -66, -180));
        pen.stroke(Palette.INK_SOFT, 24, line(-112, -122, -60, -118));
        pen.disc(Palette.SKIN, -112, -240, 24);
        pen.fill(Palette.RED, new Arc2D.Double(-140, -270, 56, 56, -8, 196, Arc2D.CHORD));
        pen.box(Palette.RED, -118, -246, 42, 8, 4);
    }

    private void wheel(double x, double y, double radius, double rolled) {
        pen.disc(Palette.DARK, x, y, radius);
        pen.disc(Palette.STEEL, x, y, radius * 0.52);
        Pen hub = pen.shifted(x, y).turned(Math.toDegrees(rolled / radius));
        for (int i = 0; i < 5; i++) {
            hub.turned(i * 72).disc(Palette.STEEL_DARK, 0, -radius * 0.32, radius * 0.09);
        }
        hub.disc(Palette.STEEL_DARK, 0, 0, radius * 0.14);
    }

    private static java.awt.Shape line(double x1, double y1, double x2, double y2) {
        return new java.awt.geom.Line2D.Double(x1, y1, x2, y2);
    }

    /** A pallet with two boxes on it, its lower left corner at the origin, 150 wide. */
    static void goods(Pen pen) {
        pen.box(Palette.WOOD_DARK, 0, -8, 150, 8, 2);
        pen.box(Palette.WOOD_DARK, 0, -30, 150, 8, 2);
        for (int i = 0; i < 3; i++) {
            pen.box(Palette.WOOD, i * 66, -24, 18, 18, 1);
        }
        pen.box(Palette.ACCENT, 6, -98, 138, 68, 5);
        pen.box(Palette.fade(Palette.WHITE, 0.18), 6, -98, 138, 14, 5);
        pen.box(new Color(0x14909F), 18, -156, 114, 58, 5);
        pen.box(Palette.WHITE, 58, -84, 34, 24, 3);
    }

    /** Ground over the whole width, its top at {@code y}; marks move with {@code rolled}. */
    static void ground(Pen pen, double y, double rolled) {
        pen.box(new Color(0xB9C3CC), 0, y, Pen.WIDTH, Pen.HEIGHT - y, 0);
        pen.box(Palette.STEEL_DARK, 0, y, Pen.WIDTH, 5, 0);
        for (double x = -200 - (rolled % 200); x < Pen.WIDTH + 200; x += 200) {
            pen.box(Palette.fade(Palette.AMBER, 0.85), x, y + 46, 110, 12, 4);
        }
    }
}
