package cn.jiangxue.recognition.rules;

/** A name as the public sees it: 张建国 → 张**; 欧阳建国 → 欧***; A. Smith → A*******. */
public final class MaskedName {

    private static final int MOST_STARS = 8;

    private MaskedName() {}

    public static String of(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return "*";
        }
        int first = stripped.offsetByCodePoints(0, 1);
        int hidden = Math.max(1, stripped.codePointCount(first, stripped.length()));
        return stripped.substring(0, first) + "*".repeat(Math.min(hidden, MOST_STARS));
    }
}
