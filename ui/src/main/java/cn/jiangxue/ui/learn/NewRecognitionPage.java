package cn.jiangxue.ui.learn;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.AnswerVerdict;
import cn.jiangxue.contract.RecognitionApi.Attachment;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.contract.RecognitionApi.Preview;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.ProgrammeChoice;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.RecognitionResult;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Choosing a programme, seeing what would count and why, and applying. The case's id is made once, so that a second tap is the same application. */
@Route("recognition/new")
@RolesAllowed("LEARNER")
class NewRecognitionPage extends Page implements BeforeEnterObserver {

    private static final int MOST_WORDS = 2_000;

    private final transient RecognitionApi recognition;
    private final transient MediaApi media;
    private final UUID caseId = Ids.next();
    private final transient List<Attachment> attachments = new ArrayList<>();
    private final Set<UUID> chosen = new HashSet<>();
    private final Div result = new Div();
    private final Div files = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private String programme = "";
    private @Nullable OutcomeOrder order;

    NewRecognitionPage(RecognitionApi recognition, MediaApi media) {
        super("learn.recognition.new");
        this.recognition = recognition;
        this.media = media;
        result.addClassName("jx-column");
        result.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        programme = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("programme")
                .orElse("");
        removeAll();
        add(new PageHeader(t("learn.recognition.new"))
                .above(Links.back("/recognition", t("learn.recognitions")))
                .lead(t("learn.recognition.new.lead")));
        add(guarded(this::programmes));
        if (!programme.isBlank()) {
            add(guarded(this::chosenProgramme));
        }
    }

    private Component programmes() {
        List<ProgrammeChoice> choices = recognition.programmes();
        if (choices.isEmpty()) {
            return new EmptyState(
                    Icon.RECOGNISE, t("learn.recognition.noProgramme"), t("learn.recognition.noProgramme.text"));
        }
        Select<ProgrammeChoice> select = new Select<>();
        select.setLabel(t("learn.recognition.programme"));
        select.setItems(choices);
        select.setItemLabelGenerator(each -> words().of(each.name()) + " · " + words().of(each.institution()));
        select.setId("recognition-programme");
        choices.stream().filter(each -> each.id().equals(programme)).findFirst().ifPresent(select::setValue);
        select.addValueChangeListener(event -> UI.getCurrent()
                .navigate("recognition/new?programme=" + event.getValue().id()));
        Div form = new Div(select);
        form.addClassName("jx-form");
        return new Panel(t("learn.recognition.choose"), form);
    }

    private Component chosenProgramme() {
        Preview first = recognition.preview(new PreviewEdit(programme, List.of()));
        if (first.offered().isEmpty()) {
            return new EmptyState(
                    Icon.ACCOUNT,
                    t("learn.recognition.noOutcome"),
                    t("learn.recognition.noOutcome.text"),
                    Links.primary("/catalogue", t("learn.home.find")),
                    Links.secondary("/recognition/outcomes", t("learn.declared.new")));
        }
        first.offered().stream()
                .filter(Offered::verified)
                .map(Offered::outcomeId)
                .limit(RecognitionApi.OUTCOMES_MOST)
                .forEach(chosen::add);
        order = new OutcomeOrder(first.offered(), chosen, this::judge);
        Paragraph help = new Paragraph(t("learn.recognition.order.text"));
        help.addClassName("jx-quiet");
        show(first);
        Div side = new Div(
                new Panel(
                        t("learn.recognition.order"),
                        help,
                        order,
                        Links.secondary("/recognition/outcomes", t("learn.declared.new"))),
                form(first));
        side.addClassName("jx-column");
        Div columns = new Div(result, side);
        columns.addClassName("jx-columns");
        return columns;
    }

    private void judge() {
        try {
            List<UUID> wanted = Objects.requireNonNull(order).chosen();
            if (wanted.isEmpty()) {
                result.removeAll();
                result.add(
                        new Panel(t("learn.recognition.result"), new Paragraph(t("learn.recognition.chooseOutcome"))));
                return;
            }
            show(recognition.preview(new PreviewEdit(programme, wanted)));
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void show(Preview preview) {
        result.removeAll();
        Facts facts = new Facts()
                .with(t("learn.recognition.institution"), words().of(preview.institution()))
                .with(t("parts.dossier.review"), t("parts.review." + preview.review()));
        if (!preview.parties().isEmpty()) {
            facts.with(
                    t("parts.dossier.parties"),
                    preview.parties().stream().map(words()::of).collect(Collectors.joining(" · ")));
        }
        facts.with(
                t("learn.recognition.publicity"),
                preview.publicityDays() == 0
                        ? t("learn.recognition.publicity.none")
                        : t("learn.recognition.publicity.days", preview.publicityDays()));
        Panel panel = new Panel(t("learn.recognition.preview"), facts);
        if (preview.evaluation().answers().stream().anyMatch(each -> each.verdict() == AnswerVerdict.PRIOR_LEARNING)) {
            panel.add(
                    new Paragraph(t("learn.prior.hint")), Links.secondary("/prior-learning/new", t("learn.prior.new")));
        }
        panel.add(new RecognitionResult(preview.evaluation()));
        result.add(panel);
    }

    private Component form(Preview preview) {
        if (preview.openCaseId() != null) {
            return new Panel(
                    t("learn.recognition.apply"),
                    new Paragraph(t("learn.recognition.isOpen")),
                    Links.primary("/recognition/" + preview.openCaseId(), t("learn.recognition.toCase")));
        }
        if (!preview.open()) {
            return new Panel(
                    t("learn.recognition.apply"),
                    new Paragraph(t("learn.recognition.notOpen", words().of(preview.institution()))));
        }
        TextArea statement = new TextArea(t("learn.recognition.statement"));
        statement.setMaxLength(MOST_WORDS);
        statement.setMinRows(3);
        statement.setId("recognition-statement");
        Button apply = Buttons.primary(t("learn.recognition.apply.send"), () -> apply(statement.getValue()));
        apply.setId("apply-recognition");
        Div form = new Div(statement, evidence(preview.offered()), files, problem, apply);
        form.addClassName("jx-form");
        return new Panel(t("learn.recognition.apply"), new Paragraph(t("learn.recognition.apply.text")), form);
    }

    private Component evidence(List<Offered> offered) {
        Select<Offered> proves = new Select<>();
        proves.setLabel(t("learn.recognition.proves"));
        proves.setItems(offered);
        proves.setEmptySelectionAllowed(true);
        proves.setEmptySelectionCaption(t("learn.recognition.proves.whole"));
        proves.setItemLabelGenerator(
                each -> each == null ? t("learn.recognition.proves.whole") : words().of(each.title()));
        TextField caption = new TextField(t("files.evidence.caption"));
        caption.setMaxLength(100);
        Div form = new Div(
                proves,
                caption,
                EvidencePanel.box(
                        media,
                        caseId,
                        upload -> attached(
                                upload, proves.getValue(), caption.getValue().strip())));
        form.addClassName("jx-form");
        return form;
    }

    private void attached(Upload upload, @Nullable Offered proves, String caption) {
        String words = caption.isBlank() ? upload.fileName() : caption;
        attachments.add(new Attachment(
                upload.id(), proves == null ? null : proves.outcomeId(), EvidencePanel.edit(upload, words)));
        UnorderedList rows = new UnorderedList();
        attachments.forEach(each -> rows.add(new ListItem(each.file().fileName())));
        files.removeAll();
        files.add(rows);
        judge();
    }

    private void apply(String statement) {
        try {
            recognition.apply(
                    caseId,
                    new RecognitionEdit(
                            programme,
                            Objects.requireNonNull(order).chosen(),
                            statement.strip(),
                            List.copyOf(attachments)));
            UI.getCurrent().navigate("recognition/" + caseId);
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }
}
