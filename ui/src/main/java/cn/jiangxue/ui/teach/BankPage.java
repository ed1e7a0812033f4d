package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of an organisation. An edit makes a next version; papers keep theirs. */
@Route("teach/bank")
@RolesAllowed("TRAINER")
class BankPage extends Page {

    private final transient AssessmentApi assessment;
    private final transient List<Occupation> occupations;
    private final Select<HeldRole> organisation;
    private final Select<Occupation> occupation;
    private final Div list = new Div();

    BankPage(AssessmentApi assessment, CatalogApi catalog, CurrentPerson person) {
        super("teach.bank");
        this.assessment = assessment;
        this.occupations = catalog.occupations();
        this.organisation = TeachNav.organisation(TeachNav.organisations(person.get(), Role.TRAINER));
        this.occupation = CourseFields.occupation(occupations);
        occupation.setEmptySelectionAllowed(true);
        occupation.setEmptySelectionCaption(t("teach.all"));
        organisation.addValueChangeListener(e -> show());
        occupation.addValueChangeListener(e -> show());
        Button create = Buttons.primary(t("teach.question.new"), () -> edit(null));
        create.setId("new-question");
        add(
                new PageHeader(t("teach.bank")).lead(t("teach.bank.lead")).action(create),
                TeachNav.at(TeachNav.BANK, person.get()),
                new Panel(t("teach.questions"), FormDialog.row(organisation, occupation), list));
        show();
    }

    private void show() {
        list.removeAll();
        Occupation chosen = occupation.getValue();
        list.add(guarded(() -> new KeysetList<Question>(
                cursor -> assessment.questions(
                        organisation.getValue().organisationId(), chosen == null ? null : chosen.code(), cursor),
                this::row,
                () -> new EmptyState(Icon.BANK, t("teach.bank.none"), t("teach.bank.none.text")))));
    }

    private Component row(Question question) {
        Span stem = new Span(words().of(question.content().stem()));
        stem.addClassName("jx-row-title");
        Span small = new Span(
                t("teach.points", question.content().points()) + " · " + t("teach.version", question.version()));
        small.addClassName("jx-quiet");
        Div body = new Div(
                stem, small, new Badge(t("teach.question." + question.content().kind()), Badge.Tone.NEUTRAL));
        body.addClassName("jx-row-body");
        Div row = new Div(
                body,
                Buttons.icon(
                        Icon.EDIT,
                        t("teach.question.edit", words().of(question.content().stem())),
                        () -> edit(question)));
        row.addClassName("jx-row");
        return row;
    }

    private void edit(@Nullable Question question) {
        new QuestionDialog(
                        assessment,
                        occupations,
                        organisation.getValue().organisationId(),
                        occupation.getValue(),
                        question,
                        this::show)
                .open();
    }
}
