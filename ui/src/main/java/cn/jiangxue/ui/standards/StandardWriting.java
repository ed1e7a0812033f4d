package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A draft under the pen: every change is saved at once and checked, with what is still wrong beside it. */
final class StandardWriting extends Div {

    private final transient StandardsApi standards;
    private final transient Consumer<StandardVersion> told;
    private final PartForm form;
    private final Div faults = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph saved = new Paragraph();
    private transient StandardVersion version;

    /** {@code told}: hears of every version that was saved. */
    StandardWriting(
            StandardsApi standards,
            StandardVersion version,
            Function<Runnable, PartForm> form,
            Consumer<StandardVersion> told) {
        this.standards = standards;
        this.version = version;
        this.told = told;
        this.form = form.apply(this::save);
        addClassNames("jx-columns", "jx-editor");
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("jx-quiet");
        faults.addClassName("jx-form");
        Div side = new Div(new Panel(Texts.t("standards.faults"), saved, problem, faults));
        side.addClassName("jx-column");
        Div main = new Div(this.form);
        main.addClassName("jx-column");
        add(main, side);
        check();
    }

    private void save() {
        problem.clear();
        StandardSummary summary = version.summary();
        try {
            version = standards.saveStandard(
                    summary.subject(),
                    summary.version(),
                    new ContentEdit(form.on(version.content()), version.revision()));
            saved.setText(Texts.t("standards.saved"));
            check();
            told.accept(version);
        } catch (RuntimeException refused) {
            saved.setText("");
            problem.show(refused);
        }
    }

    private void check() {
        List<ContentFault> found = standards.checkStandard(version.content()).faults();
        faults.removeAll();
        if (found.isEmpty()) {
            faults.add(new Paragraph(Texts.t("standards.faults.none")));
        } else {
            faults.add(
                    new Paragraph(Texts.t("standards.faults.some", found.size())),
                    FaultList.inWords(found, version.content()));
        }
    }
}
