package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.Problems;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.UUID;
import java.util.function.Consumer;

/** The last word on an application. Its id is made once: a second tap is the same decision. */
final class DecisionDialog extends Dialog {

    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 2_000;
    private static final int CONFLICT = 409;

    private final transient PromotionApi promotion;
    private final transient Consumer<Case> decided;
    private final transient Consumer<Problem> overtaken;
    private final UUID caseId;
    private final int revision;
    private final DecisionKind kind;
    private final boolean onEvidence;
    private final UUID decisionId = Ids.next();
    private final TextArea reason = new TextArea(Texts.t("recognise.reason"));
    private final ProblemNotice problem = new ProblemNotice();

    /** {@code overtaken} hears when the case moved on meanwhile, such as by another officer's decision. */
    DecisionDialog(
            PromotionApi promotion, Case c, DecisionKind kind, Consumer<Case> decided, Consumer<Problem> overtaken) {
        this.promotion = promotion;
        this.decided = decided;
        this.overtaken = overtaken;
        this.caseId = c.id();
        this.revision = c.revision();
        this.kind = kind;
        this.onEvidence =
                c.path() != null && c.path() != PromotionPath.EXAMINATION && c.path() != PromotionPath.ENTERPRISE;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("recognise.ask." + kind));
        reason.setMinRows(4);
        reason.setMaxLength(MOST_REASON);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setHelperText(Texts.t(needsReason() ? "recognise.reason.needed" : "recognise.reason.optional"));
        reason.setId("decision-reason");
        Div form = new Div(
                new Paragraph(Texts.t(
                        "recognise.ask." + kind + ".text",
                        c.learnerName(),
                        Words.now().of(c.gradeName()))),
                reason,
                problem);
        form.addClassName("jx-form");
        add(form);
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        Button send = kind == DecisionKind.REFUSE
                ? Buttons.danger(Texts.t("recognise.confirm." + kind), this::decide)
                : Buttons.primary(Texts.t("recognise.confirm." + kind), this::decide);
        send.setId("decision-send");
        getFooter().add(send);
    }

    /** Marks speak for themselves; whoever decides on anything else says why. */
    private boolean needsReason() {
        return onEvidence || kind == DecisionKind.ASK_FOR_MORE || kind == DecisionKind.REFUSE;
    }

    private void decide() {
        String words = reason.getValue().strip();
        if (needsReason() && words.length() < LEAST_REASON) {
            reason.setInvalid(true);
            reason.setErrorMessage(Texts.t("recognise.reason.needed"));
            reason.focus();
            return;
        }
        try {
            Case now = promotion.decide(caseId, decisionId, new DecisionEdit(kind, words, revision));
            close();
            decided.accept(now);
        } catch (RuntimeException refused) {
            Problem found = Problems.of(refused, Languages.current());
            if (found.status() == CONFLICT) {
                close();
                overtaken.accept(found);
            } else {
                problem.show(refused);
            }
        }
    }
}
