package cn.jiangxue.courses.film;

import java.awt.geom.Arc2D;
import java.util.List;

/** 焊条电弧焊：引弧与平焊. */
final class WeldFilm {
    private static final double GAP = 26;

    private WeldFilm() {}

    static Film film() {
        return new Film(
                "arc-welding",
                "焊工",
                64,
                List.of(
                        title(),
                        protection(),
                        current(),
                        scratch(),
                        WeldTravel.scene(),
                        crater(),
                        WeldCheck.scene(),
                        Common.remember(
                                "要点回顾",
                                10,
                                List.of(
                                        new Line(
                                                0.4,
                                                4.8,
                                                "先防护、再引弧；弧长不超过焊条直径。",
                                                "Protect first, then strike; keep the arc no longer than the electrode is thick."),
                                        new Line(
                                                5.2,
                                                9.6,
                                                "离开前切断电源，确认没有余火。",
                                                "Before you leave: power off, and no embers.")),
                                List.of("防护齐全，10米内无易燃物", "引弧后提起2～4毫米，短弧操作", "角度70°～80°，速度均匀", "收弧填满弧坑，清渣再检查"))));
    }

    private static Scene title() {
        List<Line> lines = List.of(new Line(
                0.6, 4.8, "这一课学习手工电弧焊的引弧和平焊。", "In this lesson: striking the arc and flat-position welding by hand."));
        return Common.title(new Film.Names("引弧与平焊", "焊条电弧焊基本功"), 5, lines, (pen, marks, t) -> {
            WeldBench bench = new WeldBench(pen);
            bench.plate();
            double x = Ease.go(t, 1.0, 5.0, 420, 700);
            bench.bead(420, x, 1);
            bench.arc(x, WeldBench.TOP - GAP, t, Ease.between(t, 0.6, 1.0));
            bench.electrode(x, WeldBench.TOP - GAP, 15, 0.2);
        });
    }

    private static Scene protection() {
        List<String> names = List.of("面罩护目", "皮手套", "阻燃工作服", "通风排烟", "10米无易燃物", "备好灭火器");
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.8,
                        "弧光会灼伤眼睛，面罩、手套、工作服缺一不可。",
                        "The arc burns eyes and skin: mask, gloves and clothing, all of them."),
                new Line(5.0, 9.0, "打开通风；清走10米内的易燃物。", "Turn on the extraction; clear what burns within 10 metres."),
                new Line(9.2, 13.6, "灭火器放在手边，雨天或潮湿处不焊。", "An extinguisher at hand; no welding in rain or wet places."));
        List<Double> cues = List.of(0.6, 2.0, 3.4, 5.2, 6.8, 9.2);
        return new Scene(1, "焊前防护与清场", 14, lines, cues, (pen, marks, t) -> {
            for (int i = 0; i < names.size(); i++) {
                double x = 230 + (i % 3) * 410;
                double y = 240 + (i / 3) * 236;
                double shown = Math.clamp(Ease.pop(t, cues.get(i), 0.6), 0, 1);
                marks.card(x - 175, y - 104, 350, 216, shown);
                WeldIcons.draw(pen.shifted(x, y - 22).scaled(0.92, 0.92).veiled(shown), i, t);
                pen.veiled(shown).centred(names.get(i), x, y + 76, 40, true, Palette.INK);
            }
        });
    }

    private static Scene current() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "直径3.2毫米的焊条，电流一般取100到130安。",
                        "For a 3.2 mm electrode the current is usually 100 to 130 amperes."),
                new Line(
                        5.2,
                        10.6,
                        "电流小容易粘条，电流大容易咬边、烧穿。",
                        "Too little and it sticks; too much undercuts and burns through."));
        return new Scene(2, "选电流：焊条越粗，电流越大", 11, lines, List.of(4.2), (pen, marks, t) -> {
            double turned = Ease.between(t, 1.2, 4.0);
            dial(pen.shifted(360, 370), turned);
            marks.card(660, 170, 500, 300, Ease.between(t, 0.4, 1.0));
            pen.written("焊条直径", 700, 230, 42, false, Palette.INK_SOFT);
            pen.written("3.2 mm", 930, 230, 52, true, Palette.INK);
            pen.written("焊接电流", 700, 320, 42, false, Palette.INK_SOFT);
            pen.written("%.0f A".formatted(60 + 55 * turned), 900, 320, 60, true, Palette.RED);
            pen.written("常用范围", 700, 410, 42, false, Palette.INK_SOFT);
            pen.written("100～130 A", 880, 410, 48, true, Palette.GREEN);
            marks.tick(1120, 320, 34, Ease.pop(t, 4.0, 0.5));
            marks.label("小：粘条", 790, 550, Palette.AMBER, Palette.INK, Ease.pop(t, 5.4, 0.5));
            marks.label("大：咬边、烧穿", 1060, 550, Palette.RED, Palette.WHITE, Ease.pop(t, 7.0, 0.5));
        });
    }

    private static void dial(Pen pen, double turned) {
        pen.box(Palette.ACCENT, -230, -220, 460, 440, 30);
        pen.box(Palette.fade(Palette.WHITE, 0.12), -230, -220, 460, 60, 30);
        pen.disc(Palette.WHITE, 0, 10, 170);
        pen.stroke(Palette.GREEN, 22, new Arc2D.Double(-140, -130, 280, 280, 90, -60, Arc2D.OPEN));
        for (int i = 0; i <= 10; i++) {
            Pen at = pen.shifted(0, 10).turned(-120 + i * 24);
            at.line(Palette.INK, 5, 0, -150, 0, -122);
        }
        pen.shifted(0, 10).turned(-96 + 192 * turned * 0.62).fill(Palette.RED, Pen.polygon(-10, 0, 10, 0, 0, -116));
        pen.disc(Palette.DARK, 0, 10, 34);
        pen.centred("A", 0, 112, 50, true, Palette.INK);
    }

    private static Scene scratch() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "划擦法：像划火柴，在焊缝起点前方轻轻一划。",
                        "Scratch start: like a match, a light stroke just ahead of the start."),
                new Line(5.2, 9.4, "有弧光马上提起2到4毫米，稳住弧长。", "As it lights, lift it 2 to 4 millimetres and hold the arc."),
                new Line(
                        9.6,
                        14.6,
                        "粘住了左右摆动脱开；脱不开先松焊钳、断电。",
                        "If it sticks, rock it loose; if it will not, release the holder and cut the power."));
        return new Scene(3, "引弧：划一下，提起来", 15, lines, List.of(3.4, 6.0), (pen, marks, t) -> {
            WeldBench bench = new WeldBench(pen);
            bench.plate();
            double swing = Ease.between(t, 1.4, 3.2);
            double x = 640 - 150 * (1 - swing);
            double dip = swing < 1 ? -70 * Math.pow(1 - swing * 1.15, 2) : 0;
            double lift = Ease.go(t, 3.3, 4.2, 0, GAP);
            double tipY = WeldBench.TOP - 2 + Math.min(0, dip) - lift;
            pen.dashed(
                    Palette.fade(Palette.RED, Ease.during(t, 0.8, 4.6)),
                    5,
                    14,
                    new Arc2D.Double(470, 330, 220, 170, 190, 120, Arc2D.OPEN));
            bench.arc(x, tipY, t, Ease.between(t, 2.9, 3.3));
            bench.electrode(x, tipY, 12 - 30 * (1 - swing), 0);
            marks.label("像划火柴", 360, 360, Palette.RED, Palette.WHITE, Ease.during(t, 0.8, 5.0));
            double shown = Ease.between(t, 5.4, 6.0);
            if (shown > 0) {
                Pen at = pen.veiled(shown);
                at.line(Palette.INK, 3, x + 30, tipY, x + 190, tipY);
                at.line(Palette.INK, 3, x + 30, WeldBench.TOP, x + 190, WeldBench.TOP);
                at.line(Palette.RED, 7, x + 160, tipY, x + 160, WeldBench.TOP);
                marks.label("弧长 2～4 mm", x + 350, WeldBench.TOP - 46, Palette.RED, Palette.WHITE, shown);
            }
            marks.label("粘条：左右摆、松焊钳、断电", 370, 230, Palette.AMBER, Palette.INK, Ease.pop(t, 9.8, 0.5));
        });
    }

    private static Scene crater() {
        List<Line> lines = List.of(
                new Line(0.4, 5.0, "到终点不要直接拉断，弧坑会裂。", "At the end do not snatch it away: the crater would crack."),
                new Line(
                        5.2,
                        10.6,
                        "停住画圈两三次，填满弧坑再抬起。",
                        "Stay, circle two or three times until the crater is full, then lift."));
        return new Scene(5, "收弧：填满弧坑", 11, lines, List.of(8.4), (pen, marks, t) -> {
            WeldBench bench = new WeldBench(pen);
            bench.plate();
            double on = 1 - Ease.between(t, 8.2, 8.6);
            double end = 860;
            double circle = Ease.during(t, 2.0, 8.0);
            double x = end + 14 * circle * Math.cos(t * 4);
            double up = Ease.go(t, 8.2, 9.2, 0, 110);
            bench.bead(220, end, Math.max(0.15, on));
            bench.arc(x, WeldBench.TOP - GAP - 14, t, on);
            bench.electrode(x, WeldBench.TOP - GAP - 14 - up + 6 * circle * Math.sin(t * 4), 12, 0.7);
            Pen ring = pen.veiled(circle);
            ring.stroke(
                    Palette.RED,
                    7,
                    new Arc2D.Double(end - 62, WeldBench.TOP - 84, 124, 76, 60 - t * 230, 290, Arc2D.OPEN));
            marks.label("画圈 2～3 次", 1060, 390, Palette.RED, Palette.WHITE, circle);
            marks.tick(930, 400, 36, Ease.pop(t, 9.0, 0.5));
            marks.label("弧坑填满", 1080, 400, Palette.GREEN, Palette.WHITE, Ease.pop(t, 9.1, 0.5));
        });
    }
}
