package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.EntryRow;
import cn.jiangxue.contract.RuleBookApi.ImportReport;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.ui.files.SmallFile;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Bringing in programmes and rules from a file: tried first, entry by entry, and written only on a second word. */
final class RuleImportDialog extends Dialog {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_ROWS_SHOWN = 100;

    private final transient RuleBookApi book;
    private final transient Runnable brought;
    private final Select<HeldRole> institution;
    private final Div result = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Button run;
    private String file = "";

    RuleImportDialog(RuleBookApi book, List<HeldRole> acting, Runnable brought) {
        this.book = book;
        this.brought = brought;
        institution = Acting.choice(acting);
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("rules.import"));
        result.addClassName("jx-form");
        run = Buttons.primary(Texts.t("rules.import.run"), () -> send(false));
        run.setVisible(false);
        Div body = new Div(
                new Paragraph(Texts.t("rules.import.text")),
                institution,
                new SmallFile(
                        Texts.t("rules.import.choose"), MOST_BYTES, List.of(".yaml", ".yml", ".json"), this::tryOut),
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
        try {
            show(book.importRules(new RuleUpload(institution.getValue().organisationId(), file, dryRun)));
        } catch (RuntimeException refused) {
            run.setVisible(false);
            problem.show(refused);
        }
    }

    private void show(ImportReport told) {
        Paragraph summary = new Paragraph(Texts.t(
                told.dryRun() ? "rules.import.would" : "rules.import.did", told.added(), told.same(), told.refused()));
        summary.getElement().setAttribute("role", "status");
        Paragraph mend = new Paragraph(Texts.t("rules.import.mend"));
        mend.setVisible(told.refused() > 0);
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        told.rows().stream()
                .sorted(Comparator.comparing((EntryRow row) -> row.result() != EntryResult.REFUSED))
                .limit(MOST_ROWS_SHOWN)
                .forEach(row -> rows.add(new ListItem(row(row, told.dryRun()))));
        result.add(summary, mend, rows);
        run.setVisible(told.dryRun() && told.added() > 0);
        if (!told.dryRun()) {
            brought.run();
        }
    }

    /** Once a programme is a draft, its name leads to where it is handed over. */
    private static Component title(EntryRow row, boolean dryRun) {
        String name = row.id().isEmpty() ? row.place() : row.id() + "@" + row.version();
        boolean drafted = row.result() == EntryResult.ADDED || row.result() == EntryResult.FILLED;
        return !dryRun && drafted && row.place().startsWith("/programmes")
                ? Links.to("/recognise/programmes/" + row.id() + "/" + row.version(), name)
                : new Span(name);
    }

    private static Div row(EntryRow row, boolean dryRun) {
        Component id = title(row, dryRun);
        id.addClassName("jx-row-title");
        Span small = new Span(row.problem() == null ? row.place() : Words.now().of(row.problem()));
        small.addClassName("jx-quiet");
        Div body = new Div(id, small);
        body.addClassName("jx-row-body");
        Div line = new Div(
                body,
                new Badge(
                        Texts.t("rules.import." + row.result()),
                        switch (row.result()) {
                            case ADDED, FILLED -> Badge.Tone.GOOD;
                            case SAME -> Badge.Tone.NEUTRAL;
                            case REFUSED -> Badge.Tone.BAD;
                        }));
        line.addClassName("jx-row");
        return line;
    }
}
