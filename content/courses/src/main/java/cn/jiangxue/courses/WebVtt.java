package cn.jiangxue.courses;

import cn.jiangxue.frameworks.data.BadData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plain part of WebVTT that our captions use: a header, then numbered cues separated by blank lines. */
public final class WebVtt {
    private static final Pattern TIMES =
            Pattern.compile("(\\d{2}):(\\d{2}):(\\d{2}\\.\\d{3}) --> (\\d{2}):(\\d{2}):(\\d{2}\\.\\d{3})");

    private WebVtt() {}

    /** What is said from one moment to another, both in seconds from the beginning of the film. */
    public record Cue(double fromSeconds, double toSeconds, String text) {}

    /**
     * The cues of a file in their order.
     *
     * @throws BadData when a cue is malformed, empty, backwards or overlaps the one before
     */
    static List<Cue> parse(String file, String vtt) {
        String[] blocks = vtt.strip().split("\n\\s*\n");
        if (!blocks[0].strip().equals("WEBVTT")) {
            throw new BadData(file, "", "must begin with a line WEBVTT");
        }
        if (blocks.length == 1) {
            throw new BadData(file, "", "has no captions");
        }
        List<Cue> cues = new ArrayList<>();
        double end = 0;
        for (int i = 1; i < blocks.length; i++) {
            Cue cue = cue(file, i, blocks[i].strip().split("\n"));
            if (cue.fromSeconds() < end || cue.toSeconds() <= cue.fromSeconds()) {
                throw new BadData(file, "/" + i, "runs backwards or overlaps the caption before it");
            }
            end = cue.toSeconds();
            cues.add(cue);
        }
        return List.copyOf(cues);
    }

    private static Cue cue(String file, int number, String[] lines) {
        Matcher times = lines.length >= 3 ? TIMES.matcher(lines[1].strip()) : TIMES.matcher("");
        if (!times.matches()) {
            throw new BadData(file, "/" + number, "a number, a line of times and a text were expected");
        }
        return new Cue(
                seconds(times, 1),
                seconds(times, 4),
                String.join("\n", List.of(lines).subList(2, lines.length)).strip());
    }

    private static double seconds(Matcher times, int group) {
        return Integer.parseInt(times.group(group)) * 3600
                + Integer.parseInt(times.group(group + 1)) * 60
                + Double.parseDouble(times.group(group + 2));
    }
}
