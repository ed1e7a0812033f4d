package cn.jiangxue.courses.film;

/** Movement over time: every function maps seconds to a share from 0 to 1. */
final class Ease {
    private Ease() {}

    /** 0 before {@code from}, 1 after {@code to}, gently in between. */
    static double between(double t, double from, double to) {
        double s = Math.clamp((t - from) / (to - from), 0, 1);
        return s * s * (3 - 2 * s);
    }

    /** As {@link #between}, but running a little over and back, as things that pop up do. */
    static double pop(double t, double from, double seconds) {
        double s = Math.clamp((t - from) / seconds, 0, 1);
        double back = s - 1;
        return s == 0 ? 0 : 1 + 2.2 * back * back * back + 1.2 * back * back;
    }

    /** A value going from {@code a} to {@code b}. */
    static double go(double t, double from, double to, double a, double b) {
        return a + (b - a) * between(t, from, to);
    }

    /** 1 between the two times with soft edges, 0 outside. */
    static double during(double t, double from, double to) {
        return Math.min(between(t, from, from + 0.35), 1 - between(t, to - 0.35, to));
    }

    /** A wave between 0 and 1. */
    static double wave(double t, double periodSeconds) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * t / periodSeconds);
    }
}
