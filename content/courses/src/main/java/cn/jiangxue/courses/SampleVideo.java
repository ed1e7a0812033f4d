package cn.jiangxue.courses;

import java.net.URL;
import java.util.List;
import java.util.UUID;

/**
 * The film of a course.
 *
 * @param id fixed id of the upload
 * @param file the mp4 on the class path
 * @param poster a JPEG of one of its pictures
 * @param seconds its length as the file itself states it
 * @param captions one track a language
 */
public record SampleVideo(UUID id, URL file, URL poster, double seconds, List<Captions> captions) {
    public SampleVideo {
        captions = List.copyOf(captions);
    }

    /**
     * A caption track.
     *
     * @param language {@code zh} or {@code en}
     * @param label the name of the language in itself
     * @param text the WebVTT file
     * @param cues what it says and when
     */
    public record Captions(String language, String label, String text, List<WebVtt.Cue> cues) {
        public Captions {
            cues = List.copyOf(cues);
        }
    }
}
