package cn.jiangxue.ui.verify;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.FindingList;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.UploadHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Whether a credential is genuine: by its code, its number or its file. For anyone. */
@Route(value = "verify/:id?", layout = PublicFrame.class)
@AnonymousAllowed
class VerifyPage extends Page implements BeforeEnterObserver {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_ID = 64;

    private final transient CredentialApi credentials;
    private final Div answer = new Div();
    private final TextField number = new TextField(t("verify.number"));
    private final ProblemNotice problem = new ProblemNotice();

    VerifyPage(CredentialApi credentials) {
        super("verify.title");
        this.credentials = credentials;
        addClassName("jx-narrow");
        answer.addClassName("jx-column");
        answer.getElement().setAttribute("aria-live", "polite");
        add(
                new PageHeader(t("verify.title")).lead(t("verify.lead")),
                answer,
                problem,
                byNumber(),
                byFile(),
                Links.to("/proof", t("verify.proof.title")));
    }

    private Component byNumber() {
        number.setHelperText(t("verify.number.help"));
        number.setMaxLength(MOST_ID);
        number.setId("verify-number");
        var look = Buttons.primary(t("verify.look"), this::look);
        look.addClickShortcut(Key.ENTER).listenOn(number);
        Div form = new Div(number, new Div(look));
        form.addClassName("jx-form");
        return new Panel(t("verify.byNumber"), form);
    }

    private void look() {
        if (!number.isEmpty()) {
            UI.getCurrent()
                    .navigate("verify/"
                            + URLEncoder.encode(number.getValue().strip(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
        }
    }

    private Component byFile() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> verifyFile(bytes)));
        upload.setAcceptedFileTypes("application/json", ".json", ".jsonld", "application/vc+json");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setMaxFiles(1);
        upload.setI18n(VerifyUploadTexts.now());
        upload.addFileRejectedListener(event -> {
            Paragraph too = new Paragraph(event.getErrorMessage());
            too.addClassNames("jx-note", "jx-note-warning");
            answer.removeAll();
            answer.add(too);
        });
        upload.addAllFinishedListener(event -> upload.clearFileList());
        upload.setId("verify-file");
        return new Panel(t("verify.byFile"), new Paragraph(t("verify.byFile.text")), upload);
    }

    private void verifyFile(byte[] bytes) {
        show(() -> credentials.verifyDocument(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        Optional<String> id = parameters.get("id").filter(text -> !text.isBlank() && text.length() <= MOST_ID);
        answer.removeAll();
        id.ifPresent(text -> show(() -> credentials.verify(text)));
    }

    private interface Look {
        Verification verify();
    }

    private void show(Look look) {
        answer.removeAll();
        problem.clear();
        try {
            answer.add(verdict(look.verify()));
        } catch (org.springframework.web.client.RestClientException refused) {
            problem.show(refused);
        }
    }

    private static Component verdict(Verification found) {
        String name = found.verdict().name().toLowerCase(Locale.ROOT);
        Div mark = new Div(icon(found).svg());
        mark.addClassName("jx-verdict-mark");
        Div words = new Div(new H2(t("verify.verdict." + found.verdict())), new Paragraph(words().of(found.summary())));
        Div head = new Div(mark, words);
        head.addClassName("jx-verdict-head");
        Section section = new Section(head);
        section.setAriaLabel(t("verify.result"));
        section.addClassNames("jx-verdict", "jx-verdict-" + name);
        section.setId("verdict");
        section.getElement().setAttribute("data-verdict", found.verdict().name());
        if (!found.shown().isEmpty()) {
            Facts facts = new Facts();
            found.shown().forEach(field -> facts.with(words().of(field.label()), words().of(field.value())));
            section.add(facts);
        }
        Div column = new Div(section);
        column.addClassName("jx-column");
        if (found.localOnly() && found.verdict() != Verdict.UNKNOWN) {
            Div note = new Div(Icon.INFO.svg(), new Paragraph(t("verify.localOnly")));
            note.addClassNames("jx-note", "jx-note-warning");
            column.add(note);
        }
        if (!found.checks().isEmpty()) {
            column.add(new Panel(t("verify.checks"), new FindingList(found.checks())));
        }
        Paragraph when = new Paragraph(t("verify.checkedAt", words().dateTime(found.checkedAt())));
        when.addClassName("jx-quiet");
        column.add(when, Links.to("/verify", t("verify.another")));
        return column;
    }

    private static Icon icon(Verification found) {
        return switch (found.verdict()) {
            case VALID -> Icon.CHECK;
            case SUSPENDED, EXPIRED -> Icon.CLOCK;
            case REVOKED, ALTERED -> Icon.CROSS;
            case UNKNOWN -> Icon.QUIZ;
        };
    }
}
