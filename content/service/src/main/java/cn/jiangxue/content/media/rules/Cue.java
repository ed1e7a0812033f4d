package cn.jiangxue.content.media.rules;

/**
 * One caption.
 *
 * @param settings where it stands, as WebVTT cue settings; empty for the usual place
 * @param text sanitised cue text, lines parted by a newline
 */
record Cue(long startMillis, long endMillis, String settings, String text) {

    String written() {
        String place = settings.isEmpty() ? "" : " " + settings;
        return clock(startMillis) + " --> " + clock(endMillis) + place + "\n" + text + "\n";
    }

    private static String clock(long millis) {
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}
