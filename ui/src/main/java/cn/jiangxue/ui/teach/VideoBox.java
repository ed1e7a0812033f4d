package cn.jiangxue.ui.teach;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.CaptionsEdit;
import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.ui.files.SmallFile;
import cn.jiangxue.ui.files.UploadBox;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.Problems;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.shared.Registration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/** The video of a lesson: its upload, how far the transcoding is, and its captions. */
final class VideoBox extends Composite<Div> {

    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    private static final int MOST_CAPTIONS = 1024 * 1024;
    private static final int LOOK_EVERY_MILLIS = 2_000;
    private static final int UNAVAILABLE = 503;

    private final transient MediaApi media;
    private final transient Function<UUID, Component> preview;
    private final Div state = new Div();
    private final Div shown = new Div();
    private final Div captions = new Div();
    private @Nullable UUID mediaId;
    private @Nullable Registration looking;

    /** {@code preview} shows a video that is ready; {@code chosen} hears of one once its file is whole and accepted. */
    VideoBox(
            MediaApi media,
            UUID organisation,
            UUID lesson,
            @Nullable UUID mediaId,
            Function<UUID, Component> preview,
            Consumer<UUID> chosen) {
        this.media = media;
        this.preview = preview;
        this.mediaId = mediaId;
        getContent().addClassName("jx-form");
        state.addClassName("jx-form");
        captions.addClassName("jx-form");
        UploadBox box = new UploadBox(
                media,
                UploadKind.VIDEO,
                organisation,
                "lesson:" + lesson,
                MOST_BYTES,
                "video/*,.mp4,.mov,.mkv,.webm",
                upload -> {
                    UUID id = upload.mediaId() == null ? upload.id() : upload.mediaId();
                    this.mediaId = id;
                    shown.removeAll();
                    chosen.accept(id);
                    look();
                });
        getContent().add(state, shown, box, captions);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopLooking(event.getUI());
    }

    private void look() {
        UUID id = mediaId;
        state.removeAll();
        if (id == null) {
            state.add(new Paragraph(Texts.t("teach.video.none")));
            return;
        }
        try {
            show(media.media(id));
        } catch (RestClientException refused) {
            ProblemNotice notice = new ProblemNotice();
            notice.show(refused);
            state.add(notice);
            lookAgainAfter(refused);
        }
    }

    /** A service that is away for a moment comes back; what was refused stays refused. */
    private void lookAgainAfter(RestClientException refused) {
        if (Problems.of(refused, Languages.current()).status() >= UNAVAILABLE) {
            keepLooking();
        } else {
            stopLooking(UI.getCurrent());
        }
    }

    private void show(Media video) {
        state.add(badge(video), facts(video));
        if (video.state() == MediaState.FAILED) {
            String why = video.failure();
            state.add(
                    new Paragraph(why == null ? Texts.t("teach.video.failed") : why),
                    Buttons.plain(Texts.t("teach.video.retry"), () -> {
                        media.retry(video.id());
                        look();
                    }));
        }
        boolean busy = video.state() == MediaState.QUEUED || video.state() == MediaState.RUNNING;
        if (busy) {
            state.add(new Meter(Texts.t("teach.video.progress"), video.progressPercent()));
            keepLooking();
            return;
        }
        stopLooking(UI.getCurrent());
        if (video.state() == MediaState.READY && captions.getComponentCount() == 0) {
            captions(video.id());
        }
        if (video.state() == MediaState.READY && shown.getComponentCount() == 0) {
            shown.add(preview.apply(video.id()));
        }
    }

    private static Badge badge(Media video) {
        Integer place = video.queuePlace();
        return switch (video.state()) {
            case QUEUED -> new Badge(Texts.t("teach.video.QUEUED", place == null ? 1 : place), Badge.Tone.NEUTRAL);
            case RUNNING -> new Badge(Texts.t("teach.video.RUNNING", video.progressPercent()), Badge.Tone.ACCENT);
            case READY -> new Badge(Texts.t("teach.video.READY"), Badge.Tone.GOOD);
            case FAILED -> new Badge(Texts.t("teach.video.FAILED"), Badge.Tone.BAD);
        };
    }

    private static Facts facts(Media video) {
        Words words = Words.now();
        Facts facts = new Facts()
                .with(Texts.t("teach.video.file"), video.fileName())
                .with(Texts.t("teach.video.size"), words.size(video.sizeBytes()));
        if (video.state() == MediaState.READY) {
            facts.with(Texts.t("teach.video.length"), Words.clock(video.durationSeconds()))
                    .with(
                            Texts.t("teach.video.renditions"),
                            video.renditions().stream()
                                    .map(MediaApi.Rendition::name)
                                    .collect(Collectors.joining(" · ")))
                    .with(
                            Texts.t("teach.video.captions"),
                            video.captions().isEmpty()
                                    ? Texts.t("teach.none")
                                    : video.captions().stream()
                                            .map(MediaApi.Captions::label)
                                            .collect(Collectors.joining(" · ")));
        }
        return facts;
    }

    private void captions(UUID id) {
        Select<String> language = new Select<>();
        language.setLabel(Texts.t("teach.captions.language"));
        language.setItems(List.of("zh", "en"));
        language.setItemLabelGenerator(each -> Texts.t("teach.captions." + each));
        language.setValue("zh");
        ProblemNotice problem = new ProblemNotice();
        SmallFile file = new SmallFile(
                Texts.t("teach.captions.choose"), MOST_CAPTIONS, List.of(".vtt", ".srt"), (name, bytes) -> {
                    problem.clear();
                    String label = Texts.t("teach.captions." + language.getValue());
                    try {
                        media.saveCaptions(
                                id,
                                language.getValue(),
                                new CaptionsEdit(label, new String(bytes, StandardCharsets.UTF_8)));
                        Pages.say(Texts.t("teach.captions.saved"));
                        look();
                    } catch (RuntimeException refused) {
                        problem.show(refused);
                    }
                });
        captions.add(
                new H3(Texts.t("teach.video.captions")),
                new Paragraph(Texts.t("teach.captions.help")),
                language,
                file,
                problem);
    }

    private void keepLooking() {
        if (looking == null) {
            UI ui = UI.getCurrent();
            ui.setPollInterval(LOOK_EVERY_MILLIS);
            looking = ui.addPollListener(e -> look());
        }
    }

    private void stopLooking(UI ui) {
        if (looking != null) {
            looking.remove();
            looking = null;
            ui.setPollInterval(-1);
        }
    }
}
