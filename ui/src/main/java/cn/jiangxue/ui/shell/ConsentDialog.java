package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What is asked, in which version; agreeing goes on, closing leaves everything as it was. */
public final class ConsentDialog extends Dialog {

    public ConsentDialog(Consent consent, Runnable agreed) {
        setHeaderTitle(Texts.t("shell.consent." + consent.kind()));
        addClassName("jx-dialog");
        ProblemNotice problem = new ProblemNotice();
        Paragraph text = new Paragraph(Words.now().of(consent.text()));
        text.addClassName("jx-consent-text");
        Paragraph version = new Paragraph(Texts.t("shell.consent.version", consent.currentVersion()));
        version.addClassName("jx-quiet");
        Div body = new Div(text, version, problem);
        body.addClassName("jx-form");
        add(body);
        getFooter().add(Buttons.quiet(Texts.t("shell.consent.notNow"), this::close));
        Button agree = Buttons.primary(Texts.t("shell.consent.agree"), () -> {
            try {
                agreed.run();
                close();
            } catch (RuntimeException refused) {
                problem.show(refused);
            }
        });
        agree.setId("consent-agree");
        getFooter().add(agree);
    }
}
