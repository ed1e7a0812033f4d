package cn.jiangxue.courses.film;

import java.awt.Color;
import java.util.List;

/** The scene of proving dead: test the tester, test every phase, test the tester again. */
final class LockoutProving {
    private static final double PHASE_X = 150;
    private static final double SOURCE_X = 960;
    private static final double[] TOUCHES = {2.2, 7.6, 10.0, 12.4, 17.2};

    private LockoutProving() {}

    static Scene scene() {
        List<Line> lines = List.of(
                new Line(
                        0.4,
                        5.4,
                        "验电器先在有电处试：灯亮，说明它是好的。",
                        "Try the tester on a live point first: it lights, so it works."),
                new Line(
                        5.8,
                        10.0,
                        "再到停电设备上逐相验：L1不亮、L2不亮……",
                        "Then every phase of the isolated side: L1 dark, L2 dark …"),
                new Line(10.2, 15.0, "L3不亮；每相对地、相间都要验。", "… L3 dark; each phase to earth and between phases."),
                new Line(
                        15.4,
                        21.4,
                        "最后回到有电处再试一次，仍然亮，结论才算数。",
                        "Last, the live point again: it still lights, and only now it counts."));
        return new Scene(3, "验电：先试、后验、再试", 22, lines, List.of(2.6, 8.0, 10.4, 12.8, 17.6), LockoutProving::draw);
    }

    private static void draw(Pen pen, Marks marks, double t) {
        isolated(pen);
        source(pen);
        double x = tipX(t);
        double y = 420 + 70 * lifted(t);
        boolean touching = lifted(t) < 0.05;
        boolean live = x > 700;
        tester(pen.shifted(x, y), touching && live);
        String[] names = {"L1 无电", "L2 无电", "L3 无电"};
        for (int i = 0; i < 3; i++) {
            marks.tick(PHASE_X + 60 + i * 150, 250, 30, Ease.pop(t, TOUCHES[i + 1] + 0.5, 0.4));
        }
        for (int i = 0; i < 3; i++) {
            double from = TOUCHES[i + 1] + 0.3;
            marks.label(names[i], 716, 330, Palette.GREEN, Palette.WHITE, Ease.during(t, from, from + 2.2));
        }
        marks.label("① 先试：灯亮，验电器完好", 440, 540, Palette.AMBER, Palette.INK, Ease.during(t, 2.4, 6.0));
        marks.label("③ 再试：灯仍亮，结论有效", 440, 540, Palette.AMBER, Palette.INK, Ease.during(t, 17.4, 21.8));
    }

    private static void isolated(Pen pen) {
        pen.box(Palette.WHITE, PHASE_X - 40, 210, 500, 240, 20);
        pen.frame(Palette.STEEL_DARK, 4, PHASE_X - 40, 210, 500, 240, 20);
        pen.centred("停电的设备", PHASE_X + 210, 170, 40, true, Palette.INK);
        for (int i = 0; i < 3; i++) {
            double x = PHASE_X + 60 + i * 150;
            pen.box(Switchboard.PHASES[i], x - 26, 210, 52, 170, 4);
            pen.disc(Palette.STEEL_DARK, x, 390, 34);
            pen.disc(Palette.STEEL_LIGHT, x, 390, 22);
            pen.centred("L" + (i + 1), x, 322, 38, true, Palette.WHITE);
        }
    }

    private static void source(Pen pen) {
        pen.box(Palette.RED_SOFT, SOURCE_X - 140, 210, 280, 240, 20);
        pen.frame(Palette.RED, 4, SOURCE_X - 140, 210, 280, 240, 20);
        pen.fill(
                Palette.RED,
                Pen.polygon(
                        SOURCE_X + 10,
                        224,
                        SOURCE_X - 36,
                        294,
                        SOURCE_X - 4,
                        294,
                        SOURCE_X - 14,
                        350,
                        SOURCE_X + 34,
                        276,
                        SOURCE_X + 2,
                        276));
        pen.disc(Palette.STEEL_DARK, SOURCE_X, 390, 34);
        pen.disc(Palette.RED, SOURCE_X, 390, 22);
        pen.centred("已知有电", SOURCE_X, 170, 40, true, Palette.RED);
    }

    /** Where the tip stands: at the source, at each phase, at the source. */
    private static double tipX(double t) {
        double[] stops = {SOURCE_X, PHASE_X + 60, PHASE_X + 210, PHASE_X + 360, SOURCE_X};
        double x = stops[0];
        for (int i = 1; i < stops.length; i++) {
            double arrive = TOUCHES[i] - 0.4;
            double leave = i == 1 || i == 4 ? arrive - 1.8 : arrive - 0.9;
            x += (stops[i] - stops[i - 1]) * Ease.between(t, leave, arrive);
        }
        return x;
    }

    /** 1 away from the terminal, 0 touching it. */
    private static double lifted(double t) {
        double lifted = 1;
        for (int i = 0; i < TOUCHES.length; i++) {
            double until = i == 0 ? 5.2 : i == 4 ? 21.6 : TOUCHES[i] + 1.0;
            double touch = Ease.between(t, TOUCHES[i] - 0.3, TOUCHES[i]) * (1 - Ease.between(t, until, until + 0.3));
            lifted = Math.min(lifted, 1 - touch);
        }
        return lifted;
    }

    /** The tester, its tip at the origin, held from below right. */
    private static void tester(Pen pen, boolean lit) {
        Pen at = pen.shifted(0, -26).turned(-28);
        Color lamp = lit ? Palette.RED : Palette.STEEL_DARK;
        at.box(Palette.STEEL_DARK, -4, 0, 8, 40, 3);
        at.box(Palette.ACCENT, -20, 38, 40, 150, 16);
        at.box(Palette.AMBER, -20, 108, 40, 14, 4);
        if (lit) {
            at.disc(Palette.fade(Palette.RED, 0.28), 0, 70, 44);
        }
        at.disc(lamp, 0, 70, 14);
        at.ring(Palette.WHITE, 3, 0, 70, 14);
        at.box(Palette.SKIN, -30, 150, 60, 70, 26);
    }
}
