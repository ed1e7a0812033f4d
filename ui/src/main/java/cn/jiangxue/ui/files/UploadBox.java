package cn.jiangxue.ui.files;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.PartsWanted;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.ui.shell.Problems;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place to put a file. The bytes go from the browser to the store; this side opens the upload, signs its parts and completes it. It can be paused, goes on
 * by itself when the link is back, and after a reload goes on when the same file is chosen again: the browser remembers the upload's id under {@code slot}.
 */
@Tag("jx-upload")
@JavaScript("context://jx/upload.js")
public final class UploadBox extends Component implements HasSize {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_SIGNED = 20;

    private static final List<String> TEXTS = List.of(
            "choose",
            "camera",
            "drop",
            "limit",
            "sending",
            "paused",
            "waiting",
            "checking",
            "done",
            "failed",
            "pause",
            "resume",
            "retry",
            "abandon",
            "left",
            "chooseSame",
            "notSame",
            "tooLarge",
            "progress");

    private final transient MediaApi media;
    private final UploadKind kind;
    private final @Nullable UUID organisationId;
    private final transient Consumer<Upload> completed;

    /**
     * @param slot names the place in the browser's memory, so that an upload begun here is found again here
     * @param most largest file taken, bytes
     * @param accept file types offered, as the browser's {@code accept}
     * @param completed hears of the upload once its file is whole and accepted
     */
    public UploadBox(
            MediaApi media,
            UploadKind kind,
            @Nullable UUID organisationId,
            String slot,
            long most,
            String accept,
            Consumer<Upload> completed) {
        this.media = media;
        this.kind = kind;
        this.organisationId = organisationId;
        this.completed = completed;
        getElement().setAttribute("slot-name", slot);
        getElement().setAttribute("most", String.valueOf(most));
        getElement().setAttribute("accept", accept);
        if (kind == UploadKind.EVIDENCE) {
            getElement().setAttribute("camera", true);
        }
        getElement().setAttribute("texts", texts());
    }

    private static String texts() {
        Map<String, String> texts = new TreeMap<>();
        TEXTS.forEach(key -> texts.put(key, Texts.raw("files.upload." + key)));
        return JSON.writeValueAsString(texts);
    }

    /** From the browser: begins the upload, or answers the parts already there when it was begun before. */
    @ClientCallable
    private String open(String id, String fileName, double sizeBytes) {
        return answered(() ->
                media.openUpload(UUID.fromString(id), new NewUpload(kind, fileName, (long) sizeBytes, organisationId)));
    }

    /** From the browser: addresses for some parts. */
    @ClientCallable
    private String sign(String id, String partNumbers) {
        JsonNode wanted = JSON.readTree(partNumbers);
        List<Integer> numbers = IntStream.range(0, Math.min(MOST_SIGNED, wanted.size()))
                .mapToObj(at -> wanted.get(at).asInt())
                .toList();
        return answered(() -> media.signParts(UUID.fromString(id), new PartsWanted(numbers)));
    }

    /** From the browser: every part is there. */
    @ClientCallable
    private String complete(String id) {
        return answered(() -> {
            Upload upload = media.complete(UUID.fromString(id));
            if (upload.state() == UploadState.COMPLETED) {
                completed.accept(upload);
            }
            return upload;
        });
    }

    /** From the browser: it will not go on. Otherwise it would count as under way for days. */
    @ClientCallable
    private String abandon(String id) {
        return answered(() -> media.abandon(UUID.fromString(id)));
    }

    /** The answer as JSON, or {@code {"problem": …}}. */
    private static String answered(Supplier<Object> call) {
        try {
            return JSON.writeValueAsString(call.get());
        } catch (RuntimeException refused) {
            Problem problem = Problems.of(refused, Languages.current());
            return JSON.writeValueAsString(Map.of("problem", problem));
        }
    }
}
