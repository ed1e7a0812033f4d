package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A draft under the pen: every change is saved at once and checked, with what is still wrong and what it says beside it. What was typed stays here from part to
 * part, also while it could not be saved.
 */
final class ProgrammeWriting extends Div {

    private final transient ProgrammesApi programmes;
    private final transient RuleBookApi book;
    private final Div main = new Div();
    private final Div faults = new Div();
    private final Div said = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph saved = new Paragraph();
    private transient ProgrammeDraft draft;
    private transient ProgrammeContent typed;
    private transient @Nullable ProgrammeForm form;

    ProgrammeWriting(ProgrammesApi programmes, RuleBookApi book, ProgrammeDraft draft) {
        this.programmes = programmes;
        this.book = book;
        this.draft = draft;
        this.typed = draft.content();
        addClassNames("jx-columns", "jx-editor");
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("jx-quiet");
        main.addClassName("jx-column");
        Details preview = new Details(Texts.t("rules.prog.says"), said);
        Div side = new Div(
                new Panel(Texts.t("rules.faults"), saved, problem, faults),
                new Panel(Texts.t("rules.prog.preview"), preview));
        side.addClassName("jx-column");
        add(main, side);
        tell();
    }

    boolean isOf(String programmeId, int version) {
        return draft.summary().programmeId().equals(programmeId)
                && draft.summary().version() == version;
    }

    /** The fields of that part; {@code at}: the path of a fault, to whose field the cursor goes. */
    void show(ProgrammePart part, @Nullable String at) {
        ProgrammeForm shown = form(part);
        form = shown;
        main.removeAll();
        main.add(shown);
        if (at != null) {
            shown.at(FaultPlace.of(at)).ifPresent(ProgrammeWriting::focus);
        }
    }

    private ProgrammeForm form(ProgrammePart part) {
        return switch (part) {
            case GENERAL -> new ProgrammeGeneralForm(typed, this::save);
            case TARGETS -> new TargetsForm(typed, this::save);
            case CAPS -> new CapsForm(typed, book.ruleInstitutions(), this::save);
            case FLOORS -> new FloorsForm(typed, this::save);
            case EXCLUSIONS -> new ExclusionsForm(typed, this::save);
            case CALENDAR -> new CalendarForm(typed, this::save);
        };
    }

    private static void focus(Component field) {
        field.scrollIntoView();
        if (field instanceof TwoTexts texts) {
            texts.focus();
        } else if (field instanceof Focusable<?> one) {
            one.focus();
        }
    }

    private void save() {
        if (form == null) {
            return;
        }
        typed = form.on(typed);
        problem.clear();
        try {
            draft = programmes.saveProgramme(
                    draft.summary().programmeId(),
                    draft.summary().version(),
                    new ProgrammeEdit(typed, draft.revision()));
            saved.setText(Texts.t("rules.saved"));
            tell();
        } catch (RuntimeException refused) {
            saved.setText(Texts.t("rules.prog.notSaved"));
            problem.show(refused);
        }
    }

    private void tell() {
        faults.removeAll();
        faults.add(ProgrammeRows.faults(draft));
        said.removeAll();
        said.add(ProgrammeRows.sentences(draft.sentences()));
    }
}
