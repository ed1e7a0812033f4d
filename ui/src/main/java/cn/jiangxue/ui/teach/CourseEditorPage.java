package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.CourseState;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One course: what it is, its chapters and lessons, when it counts as passed, and its publication. Saved as one types. */
@Route("teach/courses/:courseId")
@RolesAllowed("TRAINER")
class CourseEditorPage extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;

    CourseEditorPage(CatalogApi catalog) {
        super("teach.course");
        this.catalog = catalog;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(catalog.course(Ids.of(event.getRouteParameters(), "courseId")));
    }

    private void show(CourseForTrainer course) {
        String name = words().of(course.draft().title());
        titled(name);
        removeAll();
        Draft draft = new Draft(catalog, course);
        CourseFields fields = new CourseFields(draft);
        Div column = new Div(fields.details(catalog.occupations()), new OutlinePanel(draft), fields.rules());
        column.addClassName("jx-column");
        Div side = new Div(publication(draft));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(name)
                        .above(Links.back("/teach", t("teach.courses")))
                        .with(CoursesPage.state(course), draft)
                        .action(Links.secondary("/teach/courses/" + course.id() + "/preview", t("teach.preview"))),
                columns);
    }

    private Component publication(Draft draft) {
        CourseForTrainer course = draft.course();
        ProblemNotice reasons = new ProblemNotice();
        Button publish = Buttons.primary(
                t(course.publishedVersion() == 0 ? "teach.publish" : "teach.publish.again"),
                () -> publish(draft, reasons));
        publish.setId("publish");
        Panel panel = new Panel(t("teach.publication"), new Paragraph(t("teach.publish.text")), publish, reasons);
        if (course.state() == CourseState.PUBLISHED) {
            Button withdraw = Buttons.quiet(t("teach.withdraw"), () -> withdraw(course.id()));
            withdraw.setId("withdraw");
            panel.add(Links.to("/teach/learners?course=" + course.id(), t("teach.course.learners")), withdraw);
        }
        return panel;
    }

    private void publish(Draft draft, ProblemNotice reasons) {
        reasons.clear();
        try {
            CourseForTrainer course = draft.course();
            show(catalog.publish(course.id(), new Publish(course.revision())));
            Pages.say(t("teach.published"));
        } catch (RuntimeException refused) {
            reasons.show(refused);
        }
    }

    private void withdraw(UUID course) {
        new FormDialog(t("teach.withdraw"), new Paragraph(t("teach.withdraw.text")))
                .risking(t("teach.withdraw"), () -> catalog.withdraw(course), this::show)
                .open();
    }
}
