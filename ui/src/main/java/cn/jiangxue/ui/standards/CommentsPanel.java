package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.CommentEdit;
import cn.jiangxue.contract.StandardsApi.StandardComment;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;

/** What people said about a version, and a field for one's own word while it is asked for. */
final class CommentsPanel extends Div {

    private static final int MOST = 2_000;

    private final transient StandardsApi standards;
    private final transient StandardSummary version;
    private final boolean open;

    CommentsPanel(StandardsApi standards, StandardSummary version, boolean open) {
        this.standards = standards;
        this.version = version;
        this.open = open;
        show();
    }

    private void show() {
        removeAll();
        Panel panel = new Panel(Texts.t("standards.comments"));
        if (open) {
            panel.add(form());
        }
        panel.add(new KeysetList<>(
                cursor -> standards.standardComments(version.subject(), version.version(), cursor),
                CommentsPanel::row,
                () -> new EmptyState(
                        Icon.TEXT,
                        Texts.t("standards.comments.none"),
                        Texts.t(open ? "standards.comments.none.open" : "standards.comments.none.closed"))));
        add(panel);
    }

    private Component form() {
        TextArea text = new TextArea(Texts.t("standards.comment"));
        text.setMaxLength(MOST);
        text.setMinRows(3);
        text.setHelperText(Texts.t("standards.comment.help"));
        text.setId("standard-comment");
        ProblemNotice problem = new ProblemNotice();
        Button send = Buttons.plain(Texts.t("standards.comment.send"), () -> {
            problem.clear();
            if (text.isEmpty()) {
                text.setErrorMessage(Texts.t("shell.required"));
                text.setInvalid(true);
                return;
            }
            try {
                standards.commentOnStandard(version.subject(), version.version(), new CommentEdit(text.getValue()));
            } catch (RuntimeException refused) {
                problem.show(refused);
                return;
            }
            show();
            Pages.say(Texts.t("standards.comment.sent"));
        });
        send.setId("comment-send");
        Div form = new Div(text, problem, FormDialog.row(send));
        form.addClassName("jx-form");
        return form;
    }

    private static Component row(StandardComment comment) {
        Words words = Words.now();
        String who = comment.by();
        if (who == null) {
            who = Texts.t(comment.own() ? "standards.comment.own" : "standards.comment.someone");
        }
        Span head = new Span(who + " · " + words.dateTime(comment.at()));
        head.addClassName("jx-quiet");
        Paragraph text = new Paragraph(comment.text());
        text.addClassName("jx-consent-text");
        Div body = new Div(head, text);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }
}
