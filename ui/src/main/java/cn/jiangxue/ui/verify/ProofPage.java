package cn.jiangxue.ui.verify;

import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Whether a record stands in the tamper-evident log: by its proof, or by a learner's statement. For anyone; the browser does the checking. */
@Route(value = "proof", layout = PublicFrame.class)
@AnonymousAllowed
class ProofPage extends Page {

    private static final String KEYS = "/api/public/logs";

    ProofPage() {
        super("verify.proof.title");
        addClassName("jx-narrow");
        Anchor keys = new Anchor(KEYS, KEYS);
        keys.setTarget("_blank");
        add(
                new PageHeader(t("verify.proof.title")).lead(t("verify.proof.lead")),
                new Panel(t("verify.proof.panel"), new ProofBox()),
                new Panel(
                        t("verify.proof.about"),
                        new Paragraph(t("verify.proof.about.text")),
                        new Paragraph(t("verify.proof.about.key")),
                        keys));
    }
}
