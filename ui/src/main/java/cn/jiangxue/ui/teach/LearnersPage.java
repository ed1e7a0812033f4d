package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.LearnerStanding;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of an organisation stands where in a course, and enrolling more of them from a list. */
@Route("teach/learners")
@RolesAllowed({"TRAINER", "ADMINISTRATOR"})
class LearnersPage extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;
    private final transient LearningApi learning;
    private final transient CurrentPerson person;

    LearnersPage(CatalogApi catalog, LearningApi learning, CurrentPerson person) {
        super("teach.learners");
        this.catalog = catalog;
        this.learning = learning;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        removeAll();
        PageHeader header = new PageHeader(t("teach.learners")).lead(t("teach.learners.lead"));
        add(header, TeachNav.at(TeachNav.LEARNERS, person.get()));
        List<CourseCard> courses =
                catalog.catalogue(null, null, null, null, null).items();
        if (courses.isEmpty()) {
            add(new EmptyState(Icon.COURSES, t("teach.learners.noCourse"), t("teach.learners.noCourse.text")));
            return;
        }
        List<HeldRole> organisations = TeachNav.organisations(person.get(), Role.TRAINER, Role.ADMINISTRATOR);
        HeldRole organisation = chosen(organisations, query);
        CourseCard course = course(courses, query);
        Button enrol = Buttons.primary(
                t("teach.import"),
                () -> new ImportDialog(learning, course, organisation, () -> go(course, organisation)).open());
        enrol.setId("import");
        header.action(enrol);
        add(panel(courses, course, organisations, organisation));
    }

    private static HeldRole chosen(List<HeldRole> organisations, QueryParameters query) {
        UUID wanted = id(query, "org");
        return organisations.stream()
                .filter(each -> each.organisationId().equals(wanted))
                .findFirst()
                .orElse(organisations.getFirst());
    }

    private static CourseCard course(List<CourseCard> courses, QueryParameters query) {
        UUID wanted = id(query, "course");
        return courses.stream()
                .filter(each -> each.courseId().equals(wanted))
                .findFirst()
                .orElse(courses.getFirst());
    }

    private static @Nullable UUID id(QueryParameters query, String name) {
        return query.getSingleParameter(name).map(Ids::parse).orElse(null);
    }

    private Component panel(
            List<CourseCard> courses, CourseCard course, List<HeldRole> organisations, HeldRole organisation) {
        Select<CourseCard> courseField = new Select<>();
        courseField.setLabel(t("teach.course"));
        courseField.setItems(courses);
        courseField.setItemLabelGenerator(each -> words().of(each.title()));
        courseField.setValue(course);
        courseField.addValueChangeListener(e -> go(e.getValue(), organisation));
        Select<HeldRole> organisationField = TeachNav.organisation(organisations);
        organisationField.setValue(organisation);
        organisationField.addValueChangeListener(e -> go(course, e.getValue()));
        return new Panel(
                t("teach.standing"),
                FormDialog.row(courseField, organisationField),
                guarded(() -> new KeysetList<LearnerStanding>(
                        cursor -> learning.learners(course.courseId(), organisation.organisationId(), cursor),
                        LearnersPage::row,
                        () -> new EmptyState(Icon.LEARNERS, t("teach.learners.none"), t("teach.learners.none.text")))));
    }

    private static Component row(LearnerStanding standing) {
        Span name = new Span(standing.displayName());
        name.addClassName("jx-row-title");
        Span small = new Span(standing.userName() + " · "
                + t("teach.studied", words().duration(standing.studySeconds()))
                + (standing.lastStudiedAt() == null
                        ? ""
                        : " · " + t("teach.lastStudied", words().dateTime(standing.lastStudiedAt()))));
        small.addClassName("jx-quiet");
        Div body = new Div(name, small, new Meter(t("teach.progressOf", standing.displayName()), standing.percent()));
        body.addClassName("jx-row-body");
        Div end = new Div(new Badge(
                standing.completedAt() == null ? standing.percent() + "%" : t("teach.completed"),
                standing.completedAt() == null ? Badge.Tone.NEUTRAL : Badge.Tone.GOOD));
        if (standing.overdue()) {
            end.add(new Badge(t("teach.overdue"), Badge.Tone.BAD));
        } else if (standing.dueOn() != null) {
            end.add(new Span(t("teach.due", words().date(standing.dueOn()))));
        }
        end.addClassName("jx-row-end");
        Div row = new Div(body, end);
        row.addClassName("jx-row");
        return row;
    }

    private static void go(CourseCard course, HeldRole organisation) {
        UI.getCurrent()
                .navigate("teach/learners?course=" + course.courseId() + "&org=" + organisation.organisationId());
    }
}
