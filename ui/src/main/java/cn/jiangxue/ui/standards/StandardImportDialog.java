package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.StandardImport;
import cn.jiangxue.contract.StandardsApi.StandardUpload;
import cn.jiangxue.ui.files.SmallFile;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A standard or framework from a file: checked first, made a draft only on a second word. */
final class StandardImportDialog extends Dialog {

    private static final int MOST_BYTES = 1024 * 1024;

    private final transient StandardsApi standards;
    private final transient Runnable brought;
    private final Div result = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Button run;
    private String file = "";

    StandardImportDialog(StandardsApi standards, Runnable brought) {
        this.standards = standards;
        this.brought = brought;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("standards.import"));
        result.addClassName("jx-form");
        run = Buttons.primary(Texts.t("standards.import.run"), () -> send(false));
        run.setId("import-run");
        run.setVisible(false);
        Div body = new Div(
                new Paragraph(Texts.t("standards.import.text")),
                new SmallFile(
                        Texts.t("standards.import.choose"),
                        MOST_BYTES,
                        List.of(".json", ".yaml", ".yml"),
                        this::tryOut),
                problem,
                result);
        body.addClassName("jx-form");
        add(body);
        getFooter().add(Buttons.quiet(Texts.t("shell.close"), this::close), run);
    }

    void tryOut(String name, byte[] bytes) {
        file = new String(bytes, StandardCharsets.UTF_8);
        send(true);
    }

    private void send(boolean dryRun) {
        problem.clear();
        result.removeAll();
        run.setVisible(false);
        try {
            show(standards.importStandard(new StandardUpload(file, dryRun)));
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void show(StandardImport told) {
        Paragraph summary = new Paragraph(said(told));
        summary.getElement().setAttribute("role", "status");
        result.add(summary);
        if (!told.faults().isEmpty()) {
            result.add(FaultList.byPlace(told.faults()));
        } else if (!told.same() && told.dryRun()) {
            run.setVisible(true);
        } else if (!told.same()) {
            close();
            brought.run();
            UI.getCurrent().navigate("standards/" + told.subject() + "/" + told.version());
        }
    }

    private static String said(StandardImport told) {
        if (!told.faults().isEmpty()) {
            return Texts.t("standards.import.faults", told.faults().size());
        }
        String name = Words.now().of(Objects.requireNonNull(told.name()));
        return Texts.t(told.same() ? "standards.import.same" : "standards.import.would", name, told.version());
    }
}
