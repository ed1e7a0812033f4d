package cn.jiangxue.courses.film;

import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/** A padlock and the tag that goes with it. */
final class LockAndTag {
    private final Pen pen;

    LockAndTag(Pen pen) {
        this.pen = pen;
    }

    /**
     * A padlock whose body is 110 wide, shackle above, middle of the body at the origin.
     *
     * @param closed 0 open, 1 closed
     */
    void lock(double closed) {
        double lift = 34 * (1 - closed);
        pen.stroke(Palette.STEEL_DARK, 18, new Arc2D.Double(-34, -110 - lift, 68, 80, 0, 180, Arc2D.OPEN));
        pen.line(Palette.STEEL_DARK, 18, -34, -70 - lift, -34, -40);
        pen.line(Palette.STEEL_DARK, 18, 34, -70 - lift, 34, -40 - lift);
        pen.box(Palette.RED, -56, -48, 112, 96, 14);
        pen.box(Palette.fade(Palette.WHITE, 0.22), -56, -48, 112, 22, 11);
        pen.disc(Palette.DARK, 0, 4, 12);
        pen.box(Palette.DARK, -5, 4, 10, 26, 3);
    }

    void key() {
        pen.ring(Palette.AMBER, 11, 0, 0, 22);
        pen.line(Palette.AMBER, 11, 22, 0, 84, 0);
        pen.line(Palette.AMBER, 11, 68, 0, 68, 20);
        pen.line(Palette.AMBER, 11, 84, 0, 84, 16);
    }

    /** The tag, 280 × 300, its hole at the origin; text as the safety rules word it. */
    void tag() {
        pen.box(Palette.fade(Palette.INK, 0.12), -140, -14, 280, 316, 18);
        pen.box(Palette.WHITE, -140, -22, 280, 316, 18);
        pen.frame(Palette.RED, 8, -140, -22, 280, 316, 18);
        pen.fill(Palette.PAPER_LOW, new Ellipse2D.Double(-14, -10, 28, 28));
        pen.centred("禁止合闸", 0, 74, 58, true, Palette.RED);
        pen.centred("有人工作！", 0, 144, 50, true, Palette.RED);
        pen.line(Palette.fade(Palette.INK, 0.2), 3, -110, 190, 110, 190);
        pen.centred("姓名 · 时间", 0, 224, 36, false, Palette.INK_SOFT);
        pen.centred("班组 · 电话", 0, 268, 34, false, Palette.INK_SOFT);
    }
}
