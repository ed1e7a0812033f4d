package cn.jiangxue.courses.film;

import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;

/** 停电、上锁挂牌、验电. */
final class LockoutFilm {
    private LockoutFilm() {}

    static Film film() {
        return new Film(
                "lockout-tagout",
                "电工",
                35,
                List.of(
                        title(),
                        isolate(),
                        lock(),
                        LockoutProving.scene(),
                        tryStart(),
                        restore(),
                        Common.remember(
                                "要点回顾",
                                10,
                                List.of(
                                        new Line(0.4, 4.8, "没有验明无电，一律当作有电。", "Until it is proved dead, it is live."),
                                        new Line(
                                                5.2,
                                                9.6,
                                                "谁上的锁谁来开，钥匙不离身。",
                                                "Who locked it unlocks it; the key stays with you.")),
                                List.of("停电要有明显断开点", "一人一锁，钥匙随身带", "验电器先试好、后验电、再试好", "未验明无电，一律视为有电"))));
    }

    private static Scene title() {
        List<Line> lines = List.of(new Line(
                0.6,
                4.8,
                "检修设备前，先让电“过不来”，再证明它真的没来。",
                "Before you work: keep the power out, then prove that it is out."));
        return Common.title(new Film.Names("停电 上锁挂牌 验电", "低压设备检修的保命顺序"), 5, lines, (pen, marks, t) -> {
            new Switchboard(pen.shifted(800, 190).scaled(0.9, 0.9)).cabinet(Ease.between(t, 1.0, 2.0));
            double drop = Ease.between(t, 2.4, 3.2);
            new LockAndTag(pen.shifted(300, 480 - 90 * (1 - drop))
                            .scaled(1.3, 1.3)
                            .veiled(drop))
                    .lock(Ease.between(t, 3.2, 3.6));
            new LockAndTag(pen.shifted(560, 300).scaled(0.9, 0.9).veiled(Ease.between(t, 2.8, 3.6))).tag();
        });
    }

    private static Scene isolate() {
        List<Line> lines = List.of(
                new Line(
                        0.4, 4.2, "先告知操作工和值班人员：这台设备要停电检修。", "Tell the operators first: this machine will be isolated."),
                new Line(
                        4.4,
                        8.2,
                        "正常停机，等电机停稳，不带负荷拉闸。",
                        "Stop it the normal way and wait: never open a switch under load."),
                new Line(
                        8.4,
                        14.6,
                        "断开隔离开关，断开点要看得见；分闸指示灯亮。",
                        "Open the isolator so the break can be seen; the “off” lamp lights."));
        return new Scene(1, "告知、停机、断开电源", 15, lines, List.of(0.9, 5.0, 10.2), (pen, marks, t) -> {
            double off = Ease.between(t, 8.8, 10.0);
            double stopped = Ease.between(t, 4.8, 8.0);
            feeder(pen, off, 1 - stopped, turns(t, 4.8, 8.0), t);
            marks.label("已告知操作工", 880, 200, Palette.ACCENT, Palette.WHITE, Ease.during(t, 0.8, 4.4));
            marks.label("停机，等停稳", 880, 200, Palette.AMBER, Palette.INK, Ease.during(t, 4.8, 8.4));
            marks.pulse(320, 430, 150, Palette.RED, t, Ease.during(t, 8.4, 10.6));
            marks.tick(660, 230, 38, Ease.pop(t, 10.4, 0.5));
            marks.label("断开点看得见", 880, 230, Palette.GREEN, Palette.WHITE, Ease.pop(t, 10.6, 0.5));
        });
    }

    /** Turns made by a motor that runs at two a second and slows to rest between the two times. */
    private static double turns(double t, double slowFrom, double restAt) {
        double slowing = Math.clamp((t - slowFrom) / (restAt - slowFrom), 0, 1);
        return 2 * Math.min(t, slowFrom) + (restAt - slowFrom) * (slowing - slowing * slowing / 2) * 2;
    }

    private static void feeder(Pen pen, double off, double live, double turns, double t) {
        Path2D cable = new Path2D.Double();
        cable.moveTo(520, 500);
        cable.curveTo(640, 600, 720, 440, 880, 420);
        new Switchboard(pen).cable(cable, live, t);
        new Switchboard(pen.shifted(120, 140)).cabinet(off);
        new Switchboard(pen.shifted(950, 410)).motor(turns, Palette.ACCENT);
        pen.centred("电动机", 950, 562, 38, true, Palette.INK);
    }

    private static Scene lock() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "断开后马上上锁，一人一锁；几个人干活就挂几把锁。",
                        "Lock it at once, one lock a person: as many locks as people."),
                new Line(5.2, 9.4, "钥匙自己带在身上，不交给别人。", "Keep the key on you; hand it to nobody."),
                new Line(
                        9.6,
                        15.6,
                        "挂上“禁止合闸，有人工作！”，写明姓名和时间。",
                        "Hang the tag “Do not close: people at work”, with name and time."));
        return new Scene(2, "上锁、挂牌：一人一锁", 16, lines, List.of(3.4, 6.4, 10.6), (pen, marks, t) -> {
            new Switchboard(pen.shifted(60, 0)).handle(290, 330, 150, 1);
            double down = Ease.between(t, 0.8, 2.6);
            new LockAndTag(pen.shifted(396, 516 - 200 * (1 - down))
                            .scaled(1.35, 1.35)
                            .veiled(down))
                    .lock(Ease.between(t, 2.8, 3.4));
            marks.label("一人一锁", 760, 200, Palette.RED, Palette.WHITE, Ease.during(t, 3.6, 9.4));
            double key = Ease.between(t, 5.4, 7.4);
            if (key > 0) {
                pocket(pen.veiled(Ease.during(t, 5.2, 9.8)));
                new LockAndTag(pen.shifted(520 + 240 * key, 480 - 80 * Math.sin(Math.PI * key))
                                .veiled(Ease.during(t, 5.2, 9.8)))
                        .key();
            }
            double tag = Ease.between(t, 9.8, 10.8);
            if (tag > 0) {
                double swing = 14 * Math.exp(-1.1 * (t - 9.8)) * Math.sin((t - 9.8) * 4.5);
                pen.stroke(
                        Palette.fade(Palette.INK_SOFT, tag), 5, new QuadCurve2D.Double(430, 430, 650, 500, 880, 190));
                new LockAndTag(pen.shifted(880, 190)
                                .turned(swing)
                                .scaled(1.25, 1.25)
                                .veiled(tag))
                        .tag();
            }
        });
    }

    private static void pocket(Pen pen) {
        pen.box(Palette.ACCENT, 760, 420, 220, 170, 26);
        pen.box(Palette.fade(Palette.WHITE, 0.22), 760, 420, 220, 44, 22);
        pen.dashed(Palette.fade(Palette.WHITE, 0.7), 4, 12, Pen.polygon(776, 476, 964, 476, 964, 574, 776, 574));
        pen.centred("随身带", 870, 526, 40, true, Palette.WHITE);
    }

    private static Scene tryStart() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.0,
                        "电容、变频器会存电：按说明书等待并放电。",
                        "Capacitors and drives store charge: wait and discharge by the manual."),
                new Line(
                        5.2,
                        10.0,
                        "再按一次启动按钮：设备不动，才说明断对了。",
                        "Press start once more: nothing moves, so the right switch was opened."),
                new Line(10.2, 13.6, "试完把按钮复位到停止。", "Put the control back to stop afterwards."));
        return new Scene(4, "放电、试启动", 14, lines, List.of(3.0, 7.6), (pen, marks, t) -> {
            new Switchboard(pen.shifted(120, 140)).cabinet(1);
            new LockAndTag(pen.shifted(352, 556).scaled(0.9, 0.9)).lock(1);
            double charge = 1 - Ease.between(t, 1.0, 3.0);
            pen.box(Palette.WHITE, 660, 160, 470, 110, 20);
            pen.written("残余电压", 690, 215, 38, true, Palette.INK);
            pen.written(
                    String.format(java.util.Locale.ROOT, "%.0f V", 310 * charge),
                    900,
                    215,
                    56,
                    true,
                    charge > 0.02 ? Palette.RED : Palette.GREEN);
            marks.tick(1078, 215, 32, Ease.pop(t, 3.0, 0.5));
            new Switchboard(pen.shifted(1000, 430)).motor(0.1, Palette.ACCENT);
            double press = Ease.during(t, 6.2, 7.4);
            pen.disc(Palette.STEEL_DARK, 740, 430, 78);
            pen.disc(Palette.mix(Palette.GREEN, Palette.DARK, press * 0.35), 740, 430, 62 - 6 * press);
            pen.centred("启动", 740, 430, 44, true, Palette.WHITE);
            marks.pulse(740, 430, 120, Palette.AMBER, t, Ease.during(t, 5.2, 7.6));
            marks.label("不动，断对了", 1000, 590, Palette.GREEN, Palette.WHITE, Ease.pop(t, 7.8, 0.5));
        });
    }

    private static Scene restore() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        4.6,
                        "干完活：清点工具，恢复护罩，人员撤离。",
                        "When done: count the tools, refit the guards, clear everyone."),
                new Line(
                        4.8,
                        8.6,
                        "各人取下自己的锁和牌，最后一把由负责人取。",
                        "Each takes off their own lock and tag, the person in charge the last."),
                new Line(8.8, 12.6, "告知之后再送电。", "Tell everyone, then restore power."));
        List<String> steps = List.of("清点工具", "人员撤离", "各取各锁", "告知送电");
        return new Scene(5, "完工：按反序恢复送电", 13, lines, List.of(0.8, 3.0, 5.6, 9.2), (pen, marks, t) -> {
            double[] at = {0.8, 3.0, 5.6, 9.2};
            for (int i = 0; i < steps.size(); i++) {
                double x = 190 + i * 300;
                double shown = Ease.pop(t, at[i], 0.5);
                if (i > 0) {
                    marks.arrow(x - 186, 350, x - 116, 350, Palette.INK_SOFT, Ease.between(t, at[i] - 0.5, at[i]));
                }
                marks.card(x - 112, 190, 224, 330, Math.clamp(shown, 0, 1));
                icon(pen.shifted(x, 315).scaled(1.35, 1.35).veiled(Math.clamp(shown, 0, 1)), i, t);
                pen.veiled(shown).centred(steps.get(i), x, 452, 46, true, Palette.INK);
                marks.tick(x + 96, 198, 30, Ease.pop(t, at[i] + 0.9, 0.4));
            }
        });
    }

    private static void icon(Pen pen, int which, double t) {
        switch (which) {
            case 0 -> {
                pen.turned(-40).box(Palette.STEEL_DARK, -9, -50, 18, 100, 8);
                pen.turned(40).box(Palette.AMBER, -12, 0, 24, 54, 10);
                pen.turned(40).box(Palette.STEEL_DARK, -5, -54, 10, 56, 3);
            }
            case 1 -> {
                pen.disc(Palette.ACCENT, -20, -34, 22);
                pen.box(Palette.ACCENT, -46, -8, 52, 60, 18);
                new Marks(pen).arrow(10, 20, 70, 20, Palette.AMBER, 1);
            }
            case 2 -> new LockAndTag(pen.shifted(0, 24).scaled(0.72, 0.72)).lock(1 - Ease.between(t, 6.0, 6.8));
            default -> new Switchboard(pen.shifted(0, 4)).handleOnly(54, 1 - Ease.between(t, 10.2, 11.0));
        }
    }
}
