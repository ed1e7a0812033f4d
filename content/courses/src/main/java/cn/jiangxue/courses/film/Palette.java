package cn.jiangxue.courses.film;

import java.awt.Color;

/** The few colours all films share. */
final class Palette {
    static final Color PAPER = new Color(0xF4F7FA);
    static final Color PAPER_LOW = new Color(0xDFE7EF);
    static final Color INK = new Color(0x17324D);
    static final Color INK_SOFT = new Color(0x5B7188);
    static final Color WHITE = Color.WHITE;
    static final Color ACCENT = new Color(0x0B7285);
    static final Color ACCENT_SOFT = new Color(0xD3EEF2);
    static final Color STEEL = new Color(0xB4C2CF);
    static final Color STEEL_LIGHT = new Color(0xDCE4EB);
    static final Color STEEL_DARK = new Color(0x6F8295);
    static final Color RED = new Color(0xD6453D);
    static final Color RED_SOFT = new Color(0xFBE3E1);
    static final Color GREEN = new Color(0x2B8A4B);
    static final Color GREEN_SOFT = new Color(0xDDF3E4);
    static final Color AMBER = new Color(0xF2A33A);
    static final Color AMBER_SOFT = new Color(0xFDF0D9);
    static final Color WOOD = new Color(0xC9A27A);
    static final Color WOOD_DARK = new Color(0xA98158);
    static final Color SKIN = new Color(0xF0C9A4);
    static final Color DARK = new Color(0x22303C);

    private Palette() {}

    /** The colour at a share of its opacity, 0 to 1. */
    static Color fade(Color color, double opacity) {
        int alpha = (int) Math.round(Math.clamp(opacity, 0, 1) * color.getAlpha());
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** A colour between two, at a share from the first to the second. */
    static Color mix(Color from, Color to, double share) {
        double s = Math.clamp(share, 0, 1);
        return new Color(
                (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }
}
