package cn.jiangxue.content.media.rules;

import cn.jiangxue.contract.LocalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads captions written as WebVTT or as SubRip (SRT) and writes them as clean WebVTT: cues only, in order of time, harmless text. Styles, regions, notes and
 * scripts in the original do not survive.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
public final class CaptionText {

    public static final int LARGEST_BYTES = 1 << 20;
    static final int MOST_CUES = 5_000;
    static final int LONGEST_TEXT = 1_000;
    private static final int MOST_FAULTS = 20;
    private static final long LONGEST_MILLIS = 24L * 3_600_000;

    private static final String CLOCK = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + CLOCK + "\\s*-->\\s*" + CLOCK + "(.*)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SETTING = Pattern.compile("vertical:(?:rl|lr)"
            + "|line:-?\\d{1,3}(?:\\.\\d{1,2})?%?(?:,(?:start|center|end))?"
            + "|position:\\d{1,3}(?:\\.\\d{1,2})?%(?:,(?:line-left|center|line-right))?"
            + "|size:\\d{1,3}(?:\\.\\d{1,2})?%"
            + "|align:(?:start|center|end|left|right)");

    private CaptionText() {}

    /** What became of a text. */
    public sealed interface Reading {}

    /** Clean WebVTT. */
    public record Clean(String webVtt, int cues) implements Reading {}

    /** What is wrong, with line numbers; at most 20 faults are named. */
    public record Faulty(List<LocalText> faults) implements Reading {}

    /** Reads either form; which one it is shows in the first line. */
    public static Reading read(String text) {
        String[] lines = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n", -1);
        List<LocalText> faults = new ArrayList<>();
        List<Cue> cues = new ArrayList<>();
        int line = 0;
        while (line < lines.length && faults.size() < MOST_FAULTS && cues.size() <= MOST_CUES) {
            Matcher times = TIMES.matcher(lines[line]);
            if (!times.matches()) {
                complainAboutArrow(lines[line], line, faults);
                line++;
                continue;
            }
            int end = endOfBlock(lines, line + 1);
            addCue(times, join(lines, line + 1, end), line, cues, faults);
            line = end;
        }
        return verdict(cues, faults);
    }

    private static Reading verdict(List<Cue> cues, List<LocalText> faults) {
        if (cues.size() > MOST_CUES) {
            faults.add(new LocalText("字幕超过 " + MOST_CUES + " 条。", "There are more than " + MOST_CUES + " captions."));
        }
        if (cues.isEmpty() && faults.isEmpty()) {
            faults.add(new LocalText(
                    "没有找到任何字幕，请使用 WebVTT 或 SRT 格式。", "No caption was found. Use the WebVTT or SRT format."));
        }
        if (!faults.isEmpty()) {
            return new Faulty(List.copyOf(faults));
        }
        String body = cues.stream()
                .sorted(Comparator.comparingLong(Cue::startMillis))
                .map(Cue::written)
                .collect(Collectors.joining("\n"));
        return new Clean("WEBVTT\n\n" + body, cues.size());
    }

    private static void complainAboutArrow(String line, int index, List<LocalText> faults) {
        if (line.contains("-->")) {
            faults.add(at(
                    index,
                    "时间写法不对，应如 00:01:02.500 --> 00:01:05.000。",
                    "the times must read like 00:01:02.500 --> 00:01:05.000."));
        }
    }

    private static void addCue(Matcher times, String text, int index, List<Cue> cues, List<LocalText> faults) {
        long start = millis(times, 1);
        long end = millis(times, 5);
        if (start >= end) {
            faults.add(at(index, "结束时间必须晚于开始时间。", "the end must be later than the start."));
        }
        if (end > LONGEST_MILLIS || badClock(times, 1) || badClock(times, 5)) {
            faults.add(at(index, "时间超出范围。", "the time is out of range."));
        }
        if (text.length() > LONGEST_TEXT) {
            faults.add(at(
                    index,
                    "一条字幕不能超过 " + LONGEST_TEXT + " 个字符。",
                    "one caption must not have more than " + LONGEST_TEXT + " characters."));
            return;
        }
        String clean = CueText.sanitised(text);
        if (!clean.isEmpty()) {
            cues.add(new Cue(start, end, settings(times.group(9)), clean));
        }
    }

    private static LocalText at(int index, String zh, String en) {
        return new LocalText("第 " + (index + 1) + " 行：" + zh, "Line " + (index + 1) + ": " + en);
    }

    private static boolean badClock(Matcher times, int group) {
        return Integer.parseInt(times.group(group + 1)) > 59 || Integer.parseInt(times.group(group + 2)) > 59;
    }

    /** Fractions may have one to three digits: ".5" is half a second. */
    private static long millis(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        String fraction = (times.group(group + 3) + "00").substring(0, 3);
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(fraction);
    }

    private static String settings(String written) {
        return SPACE.splitAsStream(written.strip())
                .filter(setting -> SETTING.matcher(setting).matches())
                .collect(Collectors.joining(" "));
    }

    /** A cue ends at the first empty line, or where the next cue's times begin without one. */
    private static int endOfBlock(String[] lines, int from) {
        int end = from;
        while (end < lines.length
                && !lines[end].isBlank()
                && !TIMES.matcher(lines[end]).matches()) {
            end++;
        }
        return end;
    }

    private static String join(String[] lines, int from, int to) {
        return String.join("\n", Arrays.asList(lines).subList(from, to));
    }
}
