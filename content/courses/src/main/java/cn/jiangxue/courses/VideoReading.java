package cn.jiangxue.courses;

import cn.jiangxue.courses.SampleVideo.Captions;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds film, poster and captions of a course and checks that they belong together. */
final class VideoReading {
    private static final double LEAST_SECONDS = 60;
    private static final double MOST_SECONDS = 180;

    private VideoReading() {}

    static SampleVideo video(String folder, DataNode node, UnaryOperator<String> texts) {
        node.only("id");
        String name = folder + "/video.mp4";
        URL file = resource(name);
        double seconds = seconds(name, file);
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new BadData(name, "", "must last 60 to 180 seconds, lasts %.1f".formatted(seconds));
        }
        return new SampleVideo(
                node.uuid("id"),
                file,
                resource(folder + "/poster.jpg"),
                seconds,
                List.of(
                        captions(folder, "zh", "中文", seconds, texts),
                        captions(folder, "en", "English", seconds, texts)));
    }

    private static Captions captions(
            String folder, String language, String label, double seconds, UnaryOperator<String> texts) {
        String name = "%s/captions.%s.vtt".formatted(folder, language);
        String text = texts.apply(name);
        List<WebVtt.Cue> cues = WebVtt.parse(name, text);
        WebVtt.Cue last = cues.getLast();
        if (last.toSeconds() > seconds) {
            throw new BadData(
                    name,
                    "",
                    "the last caption ends at %.1f s, the film at %.1f s".formatted(last.toSeconds(), seconds));
        }
        return new Captions(language, label, text, cues);
    }

    private static URL resource(String name) {
        URL found = SampleCourses.class.getResource(name);
        if (found == null) {
            throw new BadData(name, "", "the file is missing");
        }
        return found;
    }

    private static double seconds(String name, URL file) {
        try (InputStream in = file.openStream()) {
            return Mp4.seconds(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new BadData(name, "", "cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw new BadData(name, "", String.valueOf(malformed.getMessage()));
        }
    }
}
