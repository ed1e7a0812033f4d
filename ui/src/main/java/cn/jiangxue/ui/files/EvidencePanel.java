package cn.jiangxue.ui.files;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.Attached;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The evidence of a case: what is attached, opened in a viewer; and, for the learner while the case is open, a place to attach more. */
public final class EvidencePanel extends Composite<Panel> {

    private static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final int MOST_FILES = 20;
    private static final int MOST_CAPTION = 100;
    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "heic", "image/heic",
            "pdf", "application/pdf");

    private final String title;
    private final transient MediaApi media;
    private final transient Shelf shelf;
    private final UUID caseId;
    private final Div form = new Div();

    /** Where the files of a case are: opened, and, by its applicant, attached. */
    public interface Shelf {

        EvidenceLink open(UUID evidenceId);

        void attach(UUID evidenceId, EvidenceEdit edit);
    }

    public EvidencePanel(MediaApi media, UUID caseId, List<Evidence> evidence, boolean mayAttach, Shelf shelf) {
        this(Texts.t("files.evidence"), media, caseId, evidence, mayAttach, shelf);
    }

    /** {@code title}: what the files are called, where a page has files of two kinds. */
    public EvidencePanel(
            String title, MediaApi media, UUID caseId, List<Evidence> evidence, boolean mayAttach, Shelf shelf) {
        this.title = title;
        this.media = media;
        this.shelf = shelf;
        this.caseId = caseId;
        getContent().add(files(evidence));
        if (mayAttach && evidence.size() < MOST_FILES) {
            getContent().add(attach());
        }
    }

    /** Asks for something more of each file, above the place to put it. */
    EvidencePanel asking(Component field) {
        form.addComponentAsFirst(field);
        return this;
    }

    /** Of an application for a grade. {@code changed} hears of the case after something was attached. */
    public static EvidencePanel of(
            PromotionApi promotion, MediaApi media, Case c, boolean mayAttach, Consumer<Case> changed) {
        return new EvidencePanel(media, c.id(), c.evidence(), mayAttach, new Shelf() {
            @Override
            public EvidenceLink open(UUID evidenceId) {
                return promotion.openEvidence(c.id(), evidenceId);
            }

            @Override
            public void attach(UUID evidenceId, EvidenceEdit edit) {
                changed.accept(promotion.attachEvidence(c.id(), evidenceId, edit));
            }
        });
    }

    /** Of a recognition case. */
    public static EvidencePanel of(
            RecognitionApi recognition,
            MediaApi media,
            RecognitionCase c,
            boolean mayAttach,
            Consumer<RecognitionCase> changed) {
        List<Evidence> files = c.evidence().stream().map(Attached::file).toList();
        return new EvidencePanel(media, c.id(), files, mayAttach, new Shelf() {
            @Override
            public EvidenceLink open(UUID evidenceId) {
                return recognition.openEvidence(c.id(), evidenceId);
            }

            @Override
            public void attach(UUID evidenceId, EvidenceEdit edit) {
                changed.accept(recognition.attachEvidence(c.id(), evidenceId, edit));
            }
        });
    }

    @Override
    protected Panel initContent() {
        return new Panel(title);
    }

    private Component files(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            Paragraph none = new Paragraph(Texts.t("files.evidence.none"));
            none.addClassName("jx-quiet");
            return none;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        evidence.forEach(each -> rows.add(new ListItem(row(each))));
        return rows;
    }

    private Component row(Evidence evidence) {
        Words words = Words.now();
        String name = name(evidence);
        Span title = new Span(name);
        title.addClassName("jx-row-title");
        Span small = new Span((name.equals(evidence.fileName()) ? "" : evidence.fileName() + " · ")
                + words.size(evidence.sizeBytes()) + " · " + words.dateTime(evidence.attachedAt()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Button open = opening(Texts.t("files.evidence.open"), name, evidence, () -> shelf.open(evidence.id()));
        Span mark = new Span((evidence.contentType().startsWith("image/") ? Icon.CAMERA : Icon.FILE).svg());
        mark.addClassName("jx-lesson-mark");
        Div row = new Div(mark, body, open);
        row.addClassName("jx-row");
        return row;
    }

    private static String name(Evidence evidence) {
        String caption = Words.now().of(evidence.caption());
        return caption.isBlank() ? evidence.fileName() : caption;
    }

    /** A button by a file's name that opens it in a viewer. */
    public static Button opener(Evidence evidence, Supplier<EvidenceLink> link) {
        String name = name(evidence);
        return opening(name, name, evidence, link);
    }

    private static Button opening(String text, String name, Evidence evidence, Supplier<EvidenceLink> link) {
        Button open = Buttons.plain(text, () -> new EvidenceViewer(name, evidence.contentType(), link.get()).open());
        open.setAriaLabel(Texts.t("files.evidence.openNamed", name));
        return open;
    }

    private Component attach() {
        TextField caption = new TextField(Texts.t("files.evidence.caption"));
        caption.setHelperText(Texts.t("files.evidence.caption.help"));
        caption.setMaxLength(MOST_CAPTION);
        UploadBox box =
                box(media, caseId, upload -> attach(upload, caption.getValue().strip()));
        Paragraph kept = new Paragraph(Texts.t("files.evidence.kept"));
        kept.addClassName("jx-quiet");
        form.add(caption, box, kept);
        form.addClassName("jx-form");
        return form;
    }

    /** A place to put a file of the case. */
    public static UploadBox box(MediaApi media, UUID caseId, Consumer<Upload> completed) {
        return new UploadBox(
                media,
                UploadKind.EVIDENCE,
                null,
                "case:" + caseId,
                MOST_BYTES,
                "image/jpeg,image/png,image/webp,image/heic,application/pdf",
                completed);
    }

    /** The evidence takes the upload's id, so that a repeat attaches the same file once. */
    private void attach(Upload upload, String caption) {
        shelf.attach(upload.id(), edit(upload, caption));
    }

    /** What an upload is attached as; a file nobody described goes by its name. */
    public static EvidenceEdit edit(Upload upload, String described) {
        String caption = described.isEmpty() ? shortened(upload.fileName()) : described;
        return new EvidenceEdit(
                new LocalText(caption, caption),
                upload.id(),
                upload.fileName(),
                contentType(upload.fileName()),
                upload.sizeBytes());
    }

    private static String shortened(String fileName) {
        return fileName.substring(0, Math.min(MOST_CAPTION, fileName.length()));
    }

    /** By the ending; the service looks at the bytes and corrects it. */
    static String contentType(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
