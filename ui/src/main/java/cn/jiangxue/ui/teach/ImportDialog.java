package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LearningApi.ImportResult;
import cn.jiangxue.contract.LearningApi.ImportRow;
import cn.jiangxue.contract.LearningApi.RowOutcome;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.files.SmallFile;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Enrolling from a list: the file is tried first, row by row, and enrols people only on a second word. */
final class ImportDialog extends Dialog {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_ROWS_SHOWN = 100;

    private final transient LearningApi learning;
    private final transient CourseCard course;
    private final transient HeldRole organisation;
    private final transient Runnable enrolled;
    /** One id for the real run, so that a second tap answers the same result. */
    private final UUID runId = Ids.next();

    private final DatePicker due = Dates.picker(Texts.t("teach.import.due"));
    private final Div result = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Button run;
    private String file = "";
    private ImportFormat format = ImportFormat.CSV;

    ImportDialog(LearningApi learning, CourseCard course, HeldRole organisation, Runnable enrolled) {
        this.learning = learning;
        this.course = course;
        this.organisation = organisation;
        this.enrolled = enrolled;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("teach.import"));
        result.addClassName("jx-form");
        run = Buttons.primary(Texts.t("teach.import.run"), this::run);
        run.setVisible(false);
        Div body = new Div(
                new Paragraph(Texts.t(
                        "teach.import.text",
                        Words.now().of(course.title()),
                        Words.now().of(organisation.organisationName()))),
                due,
                new SmallFile(Texts.t("teach.import.choose"), MOST_BYTES, List.of(".csv", ".xlsx"), this::tryOut),
                problem,
                result);
        body.addClassName("jx-form");
        add(body);
        getFooter().add(Buttons.quiet(Texts.t("shell.close"), this::close), run);
    }

    private void tryOut(String name, byte[] bytes) {
        file = Base64.getEncoder().encodeToString(bytes);
        format = name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? ImportFormat.XLSX : ImportFormat.CSV;
        send(Ids.next(), true);
    }

    private void run() {
        send(runId, false);
    }

    private void send(UUID id, boolean dryRun) {
        problem.clear();
        result.removeAll();
        try {
            show(learning.importEnrolments(
                    id,
                    new EnrolmentImport(
                            organisation.organisationId(), course.courseId(), due.getValue(), format, file, dryRun)));
        } catch (RuntimeException refused) {
            run.setVisible(false);
            problem.show(refused);
        }
    }

    private void show(ImportResult told) {
        long will = told.rows().stream()
                .filter(row -> row.outcome() == RowOutcome.WILL_ENROL)
                .count();
        Paragraph summary = new Paragraph(
                told.dryRun()
                        ? Texts.t("teach.import.would", will, told.already(), told.refused())
                        : Texts.t("teach.import.did", told.enrolled(), told.already(), told.refused()));
        summary.getElement().setAttribute("role", "status");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        told.rows().stream()
                .sorted(java.util.Comparator.comparing((ImportRow row) -> row.outcome() != RowOutcome.REFUSED))
                .limit(MOST_ROWS_SHOWN)
                .forEach(row -> rows.add(new ListItem(row(row))));
        result.add(summary, rows);
        run.setVisible(told.dryRun() && will > 0);
        if (!told.dryRun()) {
            Pages.say(Texts.t("teach.import.done", told.enrolled()));
            enrolled.run();
        }
    }

    private static Div row(ImportRow row) {
        Span login = new Span(row.login());
        login.addClassName("jx-row-title");
        LocalText why = row.why();
        Span small = new Span(Texts.t("teach.import.line", row.line())
                + (why == null ? "" : " · " + Words.now().of(why)));
        small.addClassName("jx-quiet");
        Div body = new Div(login, small);
        body.addClassName("jx-row-body");
        Div line = new Div(
                body,
                new Badge(
                        Texts.t("teach.import." + row.outcome()),
                        switch (row.outcome()) {
                            case WILL_ENROL, ENROLLED -> Badge.Tone.GOOD;
                            case ALREADY_ENROLLED -> Badge.Tone.NEUTRAL;
                            case REFUSED -> Badge.Tone.BAD;
                        }));
        line.addClassName("jx-row");
        return line;
    }
}
