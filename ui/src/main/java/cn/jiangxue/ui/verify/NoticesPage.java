package cn.jiangxue.ui.verify;

import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.PublicNotice;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.PublicFrame;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is meant to be recognised (公示), for anyone to see; whoever is signed in may object. */
@Route(value = "notices", layout = PublicFrame.class)
@AnonymousAllowed
class NoticesPage extends Page {

    private static final int MOST_WORDS = 2_000;

    private final transient RecognitionApi recognition;
    private final transient CurrentPerson person;

    NoticesPage(RecognitionApi recognition, CurrentPerson person) {
        super("verify.notices");
        this.recognition = recognition;
        this.person = person;
        show();
    }

    private void show() {
        removeAll();
        PageHeader header = new PageHeader(t("verify.notices")).lead(t("verify.notices.lead"));
        if (person.signedIn().isEmpty()) {
            header.action(Links.secondary("/login?to=/notices", t("verify.notices.signIn")));
        }
        add(
                header,
                new Panel(
                        t("verify.notices.open"),
                        guarded(() -> new KeysetList<>(
                                recognition::notices,
                                this::row,
                                () -> new EmptyState(
                                        Icon.SHIELD, t("verify.notices.none"), t("verify.notices.none.text"))))));
    }

    private Component row(PublicNotice notice) {
        Words words = words();
        Span title = new Span(notice.by() + " · " + words.of(notice.programme()));
        title.addClassName("jx-row-title");
        Span outcomes = new Span(notice.outcomes().stream().map(words::of).collect(Collectors.joining(" · ")));
        Span small = new Span(words.of(notice.institution()) + " · "
                + t("parts.credits", Words.credits(notice.grantedMilli())) + " · "
                + t("verify.notices.until", words.date(notice.until())) + " · "
                + t("verify.notices.objections", notice.objections()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, outcomes, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (person.signedIn().isPresent()) {
            Button object = Buttons.plain(t("verify.notices.object"), () -> object(notice));
            object.setAriaLabel(t("verify.notices.object") + " · " + notice.by());
            object.addClassName("jx-object");
            row.add(object);
        }
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    /** The id is made once: a second tap is the same objection. */
    private void object(PublicNotice notice) {
        UUID id = Ids.next();
        TextArea reason = new TextArea(t("verify.notices.reason"));
        reason.setMinRows(4);
        reason.setMaxLength(MOST_WORDS);
        reason.setHelperText(t("verify.notices.reason.help"));
        reason.setId("objection-reason");
        new FormDialog(
                        t("verify.notices.object"),
                        new Paragraph(t("verify.notices.object.text", notice.by(), words().of(notice.programme()))),
                        reason)
                .asking(
                        t("verify.notices.send"),
                        () -> {
                            FormDialog.demand(reason);
                            return recognition.object(
                                    notice.caseId(),
                                    id,
                                    new TextEdit(reason.getValue().strip()));
                        },
                        heard -> {
                            show();
                            Pages.say(t("verify.notices.heard"));
                        })
                .open();
    }
}
