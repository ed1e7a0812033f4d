package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.TwoTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** The courses a trainer keeps, last changed first. */
@Route("teach")
@RolesAllowed("TRAINER")
class CoursesPage extends Page {

    static final int MOST_TITLE = 120;

    private final transient CatalogApi catalog;
    private final transient CurrentPerson person;

    CoursesPage(CatalogApi catalog, CurrentPerson person) {
        super("teach.courses");
        this.catalog = catalog;
        this.person = person;
        Button create = Buttons.primary(t("teach.course.new"), this::create);
        create.setId("new-course");
        add(
                new PageHeader(t("teach.courses")).lead(t("teach.courses.lead")).action(create),
                TeachNav.at(TeachNav.COURSES, person.get()),
                new Panel(
                        t("teach.courses.mine"),
                        new KeysetList<CourseForTrainer>(
                                catalog::myCourses,
                                CoursesPage::row,
                                () -> new EmptyState(
                                        Icon.TEACH, t("teach.courses.none"), t("teach.courses.none.text")))));
    }

    private static Component row(CourseForTrainer course) {
        Span title = new Span(words().of(course.draft().title()));
        title.addClassName("jx-row-title");
        int lessons = course.draft().chapters().stream()
                .mapToInt(chapter -> chapter.lessons().size())
                .sum();
        Span small = new Span(t("teach.course.holds", course.draft().chapters().size(), lessons) + " · "
                + t("teach.course.changed", words().dateTime(course.changedAt())));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small, state(course));
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/teach/courses/" + course.id(), body, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    static Div state(CourseForTrainer course) {
        Div badges = new Div();
        badges.addClassName("jx-badges");
        badges.add(
                switch (course.state()) {
                    case DRAFT -> new Badge(t("teach.state.DRAFT"), Badge.Tone.NEUTRAL);
                    case PUBLISHED -> new Badge(t("teach.state.PUBLISHED", course.publishedVersion()), Badge.Tone.GOOD);
                    case WITHDRAWN -> new Badge(t("teach.state.WITHDRAWN"), Badge.Tone.WARNING);
                });
        if (course.publishedVersion() > 0 && course.draftDiffers()) {
            badges.add(new Badge(t("teach.state.differs"), Badge.Tone.ACCENT));
        }
        return badges;
    }

    private void create() {
        UUID id = Ids.next();
        Select<HeldRole> organisation = TeachNav.organisation(TeachNav.organisations(person.get(), Role.TRAINER));
        TwoTexts title = TwoTexts.line(t("teach.course.title"), new LocalText("", ""), MOST_TITLE)
                .named("course-title");
        List<Occupation> occupations = catalog.occupations();
        Select<Occupation> occupation = CourseFields.occupation(occupations);
        occupation.setId("course-occupation");
        Select<Grade> grade = CourseFields.grade();
        grade.setValue(Grade.JUNIOR);
        new FormDialog(t("teach.course.new"), organisation, title, FormDialog.row(occupation, grade))
                .sending(
                        t("teach.create"),
                        () -> {
                            title.demand();
                            FormDialog.demand(occupation);
                            catalog.createCourse(
                                    id,
                                    new NewCourse(
                                            organisation.getValue().organisationId(),
                                            Outline.begin(
                                                    title.value(),
                                                    occupation.getValue().code(),
                                                    grade.getValue())));
                        },
                        () -> UI.getCurrent().navigate("teach/courses/" + id))
                .open();
    }
}
