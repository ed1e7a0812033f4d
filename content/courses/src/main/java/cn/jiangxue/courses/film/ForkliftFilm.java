package cn.jiangxue.courses.film;

import java.util.List;

/** 叉车：叉取、行驶、堆码. */
final class ForkliftFilm {
    static final double GROUND = 590;

    private ForkliftFilm() {}

    static Film film() {
        return new Film(
                "forklift-handling",
                "叉车",
                55.4,
                List.of(
                        title(),
                        check(),
                        ForkliftStability.scene(),
                        pick(),
                        drive(),
                        stack(),
                        park(),
                        Common.remember(
                                "要点回顾",
                                10,
                                List.of(
                                        new Line(
                                                0.4, 4.8, "持证上岗，先查车，系好安全带。", "Licensed, truck checked, belt fastened."),
                                        new Line(
                                                5.2,
                                                9.6,
                                                "低叉、后倾、慢行；货叉下面不许有人。",
                                                "Forks low, mast back, slowly; nobody under the forks.")),
                                List.of("持证上岗，班前检查", "货叉平、进到底、重心居中", "行驶货叉离地约30厘米，门架后倾", "货叉下严禁站人"))));
    }

    private static Scene title() {
        List<Line> lines = List.of(new Line(
                0.6,
                4.8,
                "这一课学习平衡重式叉车的叉取、行驶和堆码。",
                "In this lesson: picking, driving and stacking with a counterbalanced truck."));
        return Common.title(new Film.Names("叉车叉取与堆码", "稳起 · 慢行 · 轻放"), 5, lines, (pen, marks, t) -> {
            double rolled = Ease.go(t, 0.2, 4.6, 0, 460);
            Forklift.ground(pen, GROUND, 0);
            new Forklift(pen.shifted(330 + rolled, GROUND)).draw(40, 5, rolled, load -> Forklift.goods(load));
        });
    }

    private static Scene check() {
        List<Line> lines = List.of(
                new Line(0.4, 5.0, "上车前绕车一圈：轮胎、货叉、链条有没有损伤。", "Walk round first: tyres, forks and chains undamaged?"),
                new Line(5.2, 9.6, "试制动、转向、喇叭和灯光。", "Try brakes, steering, horn and lights."),
                new Line(9.8, 13.6, "坐好系上安全带，有故障不开车。", "Sit, fasten the belt; with a fault, do not drive."));
        return new Scene(1, "班前检查：绕车一圈", 14, lines, List.of(0.8, 2.2, 3.6, 5.4, 7.2, 9.8), (pen, marks, t) -> {
            Forklift.ground(pen, GROUND, 0);
            new Forklift(pen.shifted(640, GROUND).scaled(1.15, 1.15)).draw(14, 0, 0);
            marks.callout("轮胎", 640, 540, 800, 460, Ease.pop(t, 0.8, 0.5));
            marks.callout("货叉", 800, 574, 960, 520, Ease.pop(t, 2.2, 0.5));
            marks.callout("门架链条", 692, 320, 900, 270, Ease.pop(t, 3.6, 0.5));
            marks.callout("制动转向", 585, 380, 880, 370, Ease.pop(t, 5.4, 0.5));
            marks.callout("喇叭灯光", 600, 214, 860, 170, Ease.pop(t, 7.2, 0.5));
            marks.callout("安全带", 508, 400, 220, 330, Palette.RED, Ease.pop(t, 9.8, 0.5));
        });
    }

    private static Scene pick() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.6,
                        "对正托盘停稳，门架竖直，货叉调到叉孔高度。",
                        "Stop square to the pallet, mast upright, forks at the openings."),
                new Line(
                        4.8,
                        8.8,
                        "慢慢前进，货叉进到底，货物靠紧挡货架。",
                        "Go forward slowly until the load rests against the backrest."),
                new Line(9.0, 12.8, "起升10到20厘米停一下，看货物稳不稳。", "Lift 10 to 20 cm and pause: does the load stand firm?"),
                new Line(13.0, 16.6, "门架后倾，鸣号，看后方再倒车。", "Tilt back, sound the horn, look behind, then reverse."));
        return new Scene(3, "叉取：对正、进到底、先试起", 17, lines, List.of(2.4, 8.2, 10.6, 13.4), (pen, marks, t) -> {
            Forklift.ground(pen, GROUND, 0);
            double go = Ease.go(t, 4.8, 8.2, 0, 198) - Ease.go(t, 14.6, 16.8, 0, 150);
            double height = Ease.go(t, 0.8, 2.4, 70, 22) + Ease.go(t, 9.2, 10.4, 0, 26);
            double tilt = Ease.go(t, 13.0, 13.8, 0, 6);
            double x = 430 + go;
            boolean carried = t > 9.2;
            if (!carried) {
                Forklift.goods(pen.shifted(700, GROUND));
            }
            new Forklift(pen.shifted(x, GROUND)).draw(height, tilt, go, load -> {
                if (carried) {
                    Forklift.goods(load.shifted(14, 22 - 0));
                }
            });
            marks.label("货叉放平，对准叉孔", 940, 200, Palette.ACCENT, Palette.WHITE, Ease.during(t, 1.4, 4.8));
            marks.arrow(560, 460, 680, 460, Palette.GREEN, Ease.during(t, 5.0, 8.2));
            marks.label("进到底，贴紧挡货架", 940, 200, Palette.ACCENT, Palette.WHITE, Ease.during(t, 6.4, 9.2));
            marks.label("试起10～20厘米", 980, 300, Palette.AMBER, Palette.INK, Ease.during(t, 10.4, 13.0));
            marks.tick(1170, 300, 34, Ease.pop(t, 11.4, 0.4) * Ease.during(t, 10.4, 13.0));
            marks.label("门架后倾", 980, 300, Palette.GREEN, Palette.WHITE, Ease.pop(t, 13.6, 0.5));
        });
    }

    private static Scene drive() {
        List<Line> lines = List.of(
                new Line(0.4, 4.8, "货叉离地约30厘米，门架后倾，慢速行驶。", "Forks about 30 cm up, mast tilted back, drive slowly."),
                new Line(
                        5.0,
                        8.4,
                        "视线被挡就倒着开，过路口减速鸣号。",
                        "If the load blocks the view, reverse; slow and sound the horn at crossings."),
                new Line(
                        8.6,
                        14.6,
                        "坡道上货物始终朝坡上：上坡正行，下坡倒行，不得转弯。",
                        "On slopes the load faces uphill: up forwards, down in reverse, never turn."));
        return new Scene(4, "行驶：低叉、后倾、慢行", 15, lines, List.of(1.6, 9.2), (pen, marks, t) -> {
            double first = 1 - Ease.between(t, 8.2, 8.8);
            if (first > 0) {
                level(pen.veiled(first), marks, t, first);
            }
            double second = Ease.between(t, 8.6, 9.2);
            if (second > 0) {
                slope(pen.veiled(second), marks, t, second);
            }
        });
    }

    private static void level(Pen pen, Marks marks, double t, double shown) {
        double rolled = t * 110;
        Forklift.ground(pen, GROUND, rolled);
        new Forklift(pen.shifted(520, GROUND)).draw(44, 6, rolled, load -> Forklift.goods(load.shifted(14, 0)));
        double s = Ease.between(t, 1.4, 2.0) * shown;
        Pen at = pen.veiled(s);
        at.line(Palette.RED, 6, 770, GROUND - 50, 770, GROUND);
        at.line(Palette.RED, 5, 752, GROUND - 50, 788, GROUND - 50);
        at.line(Palette.RED, 5, 752, GROUND, 788, GROUND);
        marks.label("约30厘米", 900, GROUND - 30, Palette.RED, Palette.WHITE, s);
        marks.label("门架后倾", 820, 240, Palette.ACCENT, Palette.WHITE, Ease.pop(t, 3.0, 0.5) * shown);
        marks.label("挡视线：倒车行驶", 330, 180, Palette.AMBER, Palette.INK, Ease.during(t, 5.2, 8.2));
    }

    private static void slope(Pen pen, Marks marks, double t, double shown) {
        pen.fill(new java.awt.Color(0xB9C3CC), Pen.polygon(0, 640, 1280, 340, 1280, 720, 0, 720));
        pen.line(Palette.STEEL_DARK, 5, 0, 640, 1280, 340);
        double go = Ease.go(t, 9.0, 13.4, 0, 300);
        double x = 430 + go;
        double y = 640 - x * 300 / 1280;
        new Forklift(pen.shifted(x, y).turned(-13.2).scaled(0.8, 0.8))
                .draw(40, 6, go, load -> Forklift.goods(load.shifted(14, 0)));
        marks.label("货物朝坡上", 250, 200, Palette.GREEN, Palette.WHITE, Ease.pop(t, 9.6, 0.5) * shown);
        marks.label("坡上不转弯", 250, 290, Palette.RED, Palette.WHITE, Ease.pop(t, 11.4, 0.5) * shown);
    }

    private static Scene stack() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.8,
                        "到货架前停稳，门架回正，再升到货位高度。",
                        "Stop at the rack, mast upright, then raise to the height of the place."),
                new Line(5.0, 9.0, "对正后慢慢前进，放下货物。", "Go in slowly, square, and set the load down."),
                new Line(9.2, 12.8, "货叉松开货物，看后方，直线退出。", "Free the forks, look behind, back out straight."),
                new Line(13.0, 16.6, "退到安全距离，再降下货叉。", "At a safe distance lower the forks."));
        return new Scene(5, "堆码：先停稳，再起升", 17, lines, List.of(4.6, 8.6, 12.6, 15.8), ForkliftFilm::drawStack);
    }

    private static void drawStack(Pen pen, Marks marks, double t) {
        Forklift.ground(pen, GROUND, 0);
        rack(pen);
        double shelf = 232;
        double go = Ease.go(t, 5.2, 7.4, 0, 230) - Ease.go(t, 10.0, 12.6, 0, 230);
        double height = Ease.go(t, 1.8, 4.6, 44, shelf + 36)
                - Ease.go(t, 7.6, 8.6, 0, 24)
                - Ease.go(t, 13.4, 15.8, 0, shelf - 2);
        double tilt = Ease.go(t, 0.8, 1.6, 6, 0);
        double x = 590 + go;
        boolean onForks = t < 8.5;
        if (!onForks) {
            Forklift.goods(pen.shifted(590 + 230 + 72, GROUND - shelf));
        }
        new Forklift(pen.shifted(x, GROUND)).draw(height, tilt, go, load -> {
            if (onForks) {
                Forklift.goods(load.shifted(14, 0));
            }
        });
        marks.label("停稳再起升", 250, 180, Palette.ACCENT, Palette.WHITE, Ease.during(t, 1.6, 5.0));
        marks.label("慢进，轻放", 250, 180, Palette.ACCENT, Palette.WHITE, Ease.during(t, 5.4, 9.2));
        marks.label("直线退出", 250, 180, Palette.ACCENT, Palette.WHITE, Ease.during(t, 9.6, 13.0));
        marks.label("再降货叉", 250, 180, Palette.GREEN, Palette.WHITE, Ease.pop(t, 13.4, 0.5));
    }

    private static void rack(Pen pen) {
        for (double y : new double[] {GROUND - 224, GROUND - 10}) {
            pen.box(Palette.RED, 870, y - 8, 330, 16, 3);
        }
        for (double x : new double[] {870, 1184}) {
            pen.box(new java.awt.Color(0x2F5D8C), x, 150, 18, GROUND - 150, 3);
        }
        Forklift.goods(pen.shifted(1040, GROUND - 18).scaled(0.92, 0.92));
    }

    private static Scene park() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.6,
                        "停到指定位置，货叉落地，门架前倾一点。",
                        "Park where allowed, forks on the floor, mast a little forward."),
                new Line(
                        4.8,
                        10.4,
                        "挂空挡、拉手刹、熄火、拔钥匙，再离车。",
                        "Neutral, parking brake, engine off, key out; only then leave."));
        return new Scene(6, "停放：落叉、制动、拔钥匙", 11, lines, List.of(2.2, 5.0, 6.2, 7.4), (pen, marks, t) -> {
            Forklift.ground(pen, GROUND, 0);
            new Forklift(pen.shifted(440, GROUND)).draw(Ease.go(t, 0.6, 2.2, 44, 6), Ease.go(t, 1.8, 2.6, 4, -3), 0);
            String[] steps = {"货叉落地", "挂空挡、拉手刹", "熄火、拔钥匙"};
            double[] at = {2.2, 5.0, 7.4};
            for (int i = 0; i < steps.length; i++) {
                double shown = Math.clamp(Ease.pop(t, at[i], 0.5), 0, 1);
                double y = 200 + i * 112;
                marks.card(720, y - 46, 480, 92, shown);
                marks.tick(774, y, 30, shown);
                pen.veiled(shown).written(steps[i], 826, y, 44, true, Palette.INK);
            }
        });
    }
}
