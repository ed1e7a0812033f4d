package cn.jiangxue.courses.film;

import java.util.Locale;
import java.util.function.Function;

/** Writes the captions of a film as WebVTT, from the same script that drew it. */
final class Captions {
    private Captions() {}

    static String vtt(Film film, Function<Line, String> language) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        int number = 1;
        for (int i = 0; i < film.scenes().size(); i++) {
            double start = film.startOf(i);
            for (Line line : film.scenes().get(i).lines()) {
                text.append("\n%d\n%s --> %s\n%s\n"
                        .formatted(number++, time(start + line.from()), time(start + line.to()), language.apply(line)));
            }
        }
        return text.toString();
    }

    private static String time(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
