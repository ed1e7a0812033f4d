package cn.jiangxue.courses.film;

import java.awt.Color;
import java.util.List;

/** The scene of the stability triangle: a truck from above, and where the common centre of gravity wanders when the load sits too far out. */
final class ForkliftStability {
    private ForkliftStability() {}

    static Scene scene() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "两前轮和后桥中心连成三角形，合重心必须落在里面。",
                        "Front wheels and rear axle make a triangle: the centre of gravity must stay in it."),
                new Line(
                        5.2,
                        9.8,
                        "货物越重、越靠外、举得越高，重心就越往前跑。",
                        "The heavier, further out or higher the load, the further it moves."),
                new Line(
                        10.0,
                        14.6,
                        "跑出三角形就会倾翻：不超载，货物靠紧挡货架。",
                        "Outside it the truck tips: never overload, keep the load at the backrest."));
        return new Scene(2, "为什么会翻：稳定三角形", 15, lines, List.of(1.0, 5.6, 8.8, 11.4), ForkliftStability::draw);
    }

    private static void draw(Pen pen, Marks marks, double t) {
        double out = Ease.between(t, 5.4, 8.4) - Ease.between(t, 10.2, 11.6);
        truckFromAbove(pen, out);
        double shown = Ease.between(t, 0.8, 1.6);
        boolean tips = out > 0.62;
        Color fill = tips ? Palette.RED : Palette.GREEN;
        double[] triangle = {250, 360, 560, 240, 560, 480};
        pen.fill(Palette.fade(fill, 0.30 * shown), Pen.polygon(triangle));
        pen.stroke(Palette.fade(fill, shown), 7, Pen.polygon(triangle));
        double gx = 470 + 150 * out;
        pen.disc(Palette.WHITE, gx, 360, 24 * shown);
        pen.disc(tips ? Palette.RED : Palette.INK, gx, 360, 18 * shown);
        marks.callout("合重心", gx, 360, 380, 560, tips ? Palette.RED : Palette.INK, Ease.pop(t, 2.4, 0.5));
        double wrong = tips ? Ease.between(out, 0.62, 0.7) : 0;
        marks.cross(1130, 220, 40, wrong);
        marks.label("倾翻！", 1130, 310, Palette.RED, Palette.WHITE, wrong);
        marks.tick(1130, 220, 40, Ease.pop(t, 11.4, 0.5));
        marks.label("靠紧、不超载", 1090, 310, Palette.GREEN, Palette.WHITE, Ease.pop(t, 11.4, 0.5));
    }

    private static void truckFromAbove(Pen pen, double out) {
        pen.box(Palette.AMBER, 190, 236, 390, 248, 40);
        pen.box(Palette.fade(Palette.INK, 0.16), 330, 262, 150, 196, 20);
        for (double[] wheel : new double[][] {{530, 210}, {530, 470}, {232, 222}, {232, 462}}) {
            pen.box(Palette.DARK, wheel[0] - 36, wheel[1], 72, 38, 10);
        }
        pen.box(Palette.INK, 596, 262, 18, 196, 4);
        pen.box(Palette.INK, 610, 296, 250, 26, 6);
        pen.box(Palette.INK, 610, 398, 250, 26, 6);
        double x = 624 + 120 * out;
        pen.box(Palette.ACCENT, x, 262, 190, 196, 8);
        pen.frame(Palette.fade(Palette.WHITE, 0.6), 5, x + 14, 276, 162, 168, 6);
        pen.centred("货", x + 95, 360, 64, true, Palette.WHITE);
    }
}
