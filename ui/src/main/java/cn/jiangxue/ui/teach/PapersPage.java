package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The papers of an organisation: chosen questions and the rules of an attempt. */
@Route("teach/papers")
@RolesAllowed("TRAINER")
class PapersPage extends Page {

    private final transient AssessmentApi assessment;
    private final Select<HeldRole> organisation;
    private final Div list = new Div();

    PapersPage(AssessmentApi assessment, CurrentPerson person) {
        super("teach.papers");
        this.assessment = assessment;
        this.organisation = TeachNav.organisation(TeachNav.organisations(person.get(), Role.TRAINER));
        organisation.addValueChangeListener(e -> show());
        Button create = Buttons.primary(t("teach.paper.new"), () -> edit(null));
        create.setId("new-paper");
        add(
                new PageHeader(t("teach.papers")).lead(t("teach.papers.lead")).action(create),
                TeachNav.at(TeachNav.PAPERS, person.get()),
                new Panel(t("teach.papers.all"), organisation, list));
        show();
    }

    private void show() {
        list.removeAll();
        list.add(guarded(() -> new KeysetList<Paper>(
                cursor -> assessment.papers(organisation.getValue().organisationId(), cursor),
                this::row,
                () -> new EmptyState(Icon.QUIZ, t("teach.papers.none"), t("teach.papers.none.text")))));
    }

    private Component row(Paper paper) {
        PaperContent content = paper.content();
        Span title = new Span(words().of(content.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(t(
                "teach.paper.holds",
                content.questions().size(),
                content.drawCount(),
                content.passPercent(),
                content.maxAttempts(),
                paper.version()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(
                body, Buttons.icon(Icon.EDIT, t("teach.paper.edit", words().of(content.title())), () -> edit(paper)));
        row.addClassName("jx-row");
        return row;
    }

    private void edit(@Nullable Paper paper) {
        new PaperDialog(assessment, organisation.getValue().organisationId(), paper, this::show).open();
    }
}
