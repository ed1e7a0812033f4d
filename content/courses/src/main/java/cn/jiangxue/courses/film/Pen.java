package cn.jiangxue.courses.film;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Draws the basic shapes. Coordinates are pixels of a 1280 × 720 picture; transforms nest by {@link #shifted} and the like. */
final class Pen {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final String FAMILY = "Noto Sans CJK SC";
    private static final Map<String, Font> FONTS = new ConcurrentHashMap<>();

    private final Graphics2D g;

    Pen(BufferedImage picture) {
        this(picture.createGraphics());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private Pen(Graphics2D g) {
        this.g = g;
    }

    void done() {
        g.dispose();
    }

    /** A pen whose origin lies elsewhere. */
    Pen shifted(double x, double y) {
        Graphics2D child = (Graphics2D) g.create();
        child.translate(x, y);
        return new Pen(child);
    }

    Pen scaled(double sx, double sy) {
        Graphics2D child = (Graphics2D) g.create();
        child.scale(sx, sy);
        return new Pen(child);
    }

    /** A pen turned clockwise around its origin. */
    Pen turned(double degrees) {
        Graphics2D child = (Graphics2D) g.create();
        child.rotate(Math.toRadians(degrees));
        return new Pen(child);
    }

    /** A pen that draws inside the shape only. */
    Pen inside(Shape shape) {
        Graphics2D child = (Graphics2D) g.create();
        child.clip(shape);
        return new Pen(child);
    }

    /** A pen at a share of its opacity, 0 to 1. */
    Pen veiled(double opacity) {
        Graphics2D child = (Graphics2D) g.create();
        float alpha = (float) Math.clamp(opacity, 0, 1);
        child.setComposite(java.awt.AlphaComposite.getInstance(java.awt.AlphaComposite.SRC_OVER, alpha));
        return new Pen(child);
    }

    void fill(Paint paint, Shape shape) {
        g.setPaint(paint);
        g.fill(shape);
    }

    void stroke(Paint paint, double width, Shape shape) {
        g.setPaint(paint);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void dashed(Paint paint, double width, double dash, Shape shape) {
        g.setPaint(paint);
        g.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {(float) dash}, 0));
        g.draw(shape);
    }

    void box(Paint paint, double x, double y, double w, double h, double radius) {
        fill(paint, new RoundRectangle2D.Double(x, y, w, h, 2 * radius, 2 * radius));
    }

    void frame(Paint paint, double width, double x, double y, double w, double h, double radius) {
        stroke(paint, width, new RoundRectangle2D.Double(x, y, w, h, 2 * radius, 2 * radius));
    }

    void disc(Paint paint, double x, double y, double radius) {
        fill(paint, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void ring(Paint paint, double width, double x, double y, double radius) {
        stroke(paint, width, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void line(Paint paint, double width, double x1, double y1, double x2, double y2) {
        stroke(paint, width, new Line2D.Double(x1, y1, x2, y2));
    }

    /** A closed polygon from x, y, x, y … */
    static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    static Shape turnedShape(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }

    /** Text whose middle lies at {@code x} and whose capitals are centred on {@code y}. */
    void centred(String text, double x, double y, double size, boolean bold, Color color) {
        written(text, x - width(text, size, bold) / 2, y, size, bold, color);
    }

    /** Text that begins at {@code x}, centred on {@code y}. */
    void written(String text, double x, double y, double size, boolean bold, Color color) {
        g.setPaint(color);
        g.setFont(font(size, bold));
        g.drawString(text, (float) x, (float) (y + size * 0.355));
    }

    double width(String text, double size, boolean bold) {
        return g.getFontMetrics(font(size, bold)).getStringBounds(text, g).getWidth();
    }

    private static Font font(double size, boolean bold) {
        return FONTS.computeIfAbsent(bold + "/" + size, key -> {
            Font font = new Font(FAMILY, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
            if (!font.getFamily(java.util.Locale.ROOT).startsWith("Noto Sans CJK")) {
                throw new IllegalStateException("the font '%s' is missing: install fonts-noto-cjk".formatted(FAMILY));
            }
            return font;
        });
    }
}
