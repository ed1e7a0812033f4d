package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.LearningApi.LessonProgress;
import cn.jiangxue.contract.LearningApi.LessonState;
import cn.jiangxue.contract.LearningApi.Span;
import cn.jiangxue.contract.LearningApi.StudyGrant;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The video player of a lesson. It talks to the learning service by its grant; the page only opens streams for it and hears when the lesson is complete. */
@Tag("jx-player")
@JavaScript("context://webjars/hls.js/1.4.12/dist/hls.min.js")
@JavaScript("context://jx/player.js")
final class Player extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> TEXTS = List.of(
            "play",
            "pause",
            "position",
            "captions",
            "speed",
            "mute",
            "full",
            "legend",
            "counted",
            "complete",
            "takenOver",
            "continueHere",
            "offline",
            "cannotPlay",
            "again",
            "why.ALREADY_SEEN",
            "why.FASTER_THAN_THE_CLOCK",
            "why.OTHER_STREAM_ACTIVE",
            "why.OUTSIDE_THE_VIDEO");

    /** Everything the element needs to play. Times as ISO text. */
    private record Config(
            String grant,
            String expiresAt,
            UUID streamId,
            UUID mediaId,
            String playlistPath,
            int resumeAtSeconds,
            int beatSeconds,
            int durationSeconds,
            List<Span> covered,
            int coveredSeconds,
            int neededSeconds,
            int studySeconds,
            boolean lessonComplete,
            List<String> captionLanguages) {}

    /** {@code open} makes a stream when the element asks for one; {@code complete} hears that the lesson, or even the course ({@code true}), is done. */
    Player(
            UUID lessonId,
            String name,
            @Nullable UUID mediaId,
            Supplier<StudyGrant> open,
            Supplier<@Nullable LessonProgress> progress,
            java.util.function.Consumer<Boolean> complete) {
        getElement().setAttribute("lesson", lessonId.toString());
        getElement().setAttribute("name", name);
        getElement().setAttribute("texts", texts());
        if (mediaId != null) {
            getElement().setAttribute("poster", "/media/" + mediaId + "/poster.jpg");
        }
        getElement().addEventListener("jx-wants-stream", event -> open(open.get(), progress.get()));
        getElement()
                .addEventListener(
                        "jx-complete",
                        event -> complete.accept(
                                event.getEventData().path("event.detail.course").asBoolean(false)))
                .addEventData("event.detail.course");
    }

    private void open(StudyGrant grant, @Nullable LessonProgress p) {
        Config config = new Config(
                grant.grant(),
                grant.expiresAt().toString(),
                grant.streamId(),
                grant.mediaId(),
                grant.playlistPath(),
                grant.resumeAtSeconds(),
                grant.beatSeconds(),
                p == null ? 0 : p.durationSeconds(),
                p == null ? List.of() : p.covered(),
                p == null ? 0 : p.coveredSeconds(),
                p == null ? 0 : p.neededSeconds(),
                p == null ? 0 : p.studySeconds(),
                p != null && p.state() == LessonState.COMPLETE,
                List.of("zh", "en"));
        getElement().callJsFunction("open", JSON.valueToTree(config));
    }

    private static String texts() {
        Map<String, String> texts = new TreeMap<>();
        TEXTS.forEach(key -> texts.put(key, Texts.raw("learn.player." + key)));
        return JSON.writeValueAsString(texts);
    }
}
