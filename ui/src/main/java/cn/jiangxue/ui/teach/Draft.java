package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.DraftEdit;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.Problems;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.UnaryOperator;

/**
 * A draft that is saved as one types. Each change is made from the revision last seen; when somebody else changed the draft meanwhile nothing is written
 * over, and the newest can be loaded. What a failed saving left behind goes with the next one.
 */
final class Draft extends Div {

    private final transient CatalogApi catalog;
    private final ProblemNotice problem = new ProblemNotice();
    private final Span state = new Span();
    private transient CourseForTrainer course;
    private transient CourseContent content;

    Draft(CatalogApi catalog, CourseForTrainer course) {
        this.catalog = catalog;
        this.course = course;
        this.content = course.draft();
        addClassName("jx-draft");
        state.addClassName("jx-quiet");
        state.getElement().setAttribute("role", "status");
        state.setText(Texts.t("teach.draft.auto"));
        add(state, problem);
    }

    CourseForTrainer course() {
        return course;
    }

    CourseContent content() {
        return content;
    }

    /** Keeps and saves the change; whether the service took it. */
    boolean change(UnaryOperator<CourseContent> change) {
        content = change.apply(content);
        try {
            course = catalog.saveDraft(course.id(), new DraftEdit(course.revision(), content));
        } catch (RuntimeException refused) {
            refused(refused);
            return false;
        }
        problem.clear();
        state.setText(Texts.t("teach.draft.saved"));
        return true;
    }

    void refused(RuntimeException refused) {
        problem.show(refused);
        state.setText(Texts.t("teach.draft.unsaved"));
        Problem known = Problems.of(refused, Languages.current());
        if (Problems.is(known, ProblemCode.CHANGED_MEANWHILE)) {
            problem.add(Buttons.plain(
                    Texts.t("teach.draft.newest"),
                    () -> UI.getCurrent().getPage().reload()));
        }
    }
}
