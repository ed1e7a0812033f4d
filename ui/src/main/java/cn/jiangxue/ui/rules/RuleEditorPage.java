package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReading;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Writing a rule: fields on one side, what they say in plain words on the other, a trial below. Every change is saved at once. */
@Route("recognise/rules/:ruleId/:version([0-9]{1,5})/edit")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class RuleEditorPage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;
    private final transient FrameworkApi framework;
    private final Div said = new Div();
    private final Div faults = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph saved = new Paragraph();
    private transient RuleVersionView rule;
    private transient RuleForm form;

    RuleEditorPage(RuleBookApi book, FrameworkApi framework) {
        super("rules.edit");
        this.book = book;
        this.framework = framework;
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("jx-quiet");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String ruleId = event.getRouteParameters().get("ruleId").orElseThrow();
        int version = event.getRouteParameters().getInteger("version").orElseThrow();
        rule = book.rule(ruleId, version);
        String back = "/recognise/rules/" + ruleId + "/" + version;
        removeAll();
        add(new PageHeader(t("rules.edit"))
                .above(Links.back(back, t("rules.desk")))
                .lead(t("rules.edit.lead", ruleId, version)));
        if (!rule.acts().contains(RuleAct.EDIT)) {
            add(new EmptyState(
                    Icon.LOCK, t("rules.closed"), t("rules.closed.text"), Links.secondary(back, t("rules.desk"))));
            return;
        }
        programme()
                .ifPresentOrElse(
                        this::show,
                        () -> add(new EmptyState(
                                Icon.COURSES, t("rules.programme.gone"), t("rules.programme.gone.text"))));
    }

    private Optional<ProgrammeContent> programme() {
        return book.publicProgrammes().stream()
                .filter(each -> each.programmeId().equals(rule.content().programme()))
                .findFirst()
                .map((ProgrammeSummary found) -> book.publicProgramme(found.programmeId(), found.version())
                        .content());
    }

    private void show(ProgrammeContent programme) {
        form = new RuleForm(rule.content(), programme, book, framework, this::save);
        Div side =
                new Div(new Panel(t("rules.said"), said).beside(saved), new Panel(t("rules.faults"), faults), problem);
        side.addClassName("jx-column");
        Div columns = new Div(form, side);
        columns.addClassNames("jx-columns", "jx-editor");
        add(
                columns,
                new TrialPanel(
                        book,
                        framework,
                        () -> new TrialPanel.Tried(rule.content().programme(), form.value(), rule.ruleId())));
        read();
    }

    private void save() {
        problem.clear();
        try {
            rule = book.saveRule(
                    rule.ruleId(), rule.version(), new RuleEdit(rule.author().id(), form.value(), rule.revision()));
            saved.setText(t("rules.saved"));
            read();
        } catch (RuntimeException refused) {
            saved.setText("");
            problem.show(refused);
        }
    }

    private void read() {
        RuleReading reading = book.readRule(rule.content());
        said.removeAll();
        said.add(RuleParts.sentences(reading.sentences()));
        faults.removeAll();
        if (reading.faults().isEmpty()) {
            faults.add(new Paragraph(t("rules.faults.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        reading.faults().forEach(fault -> list.add(new ListItem(words().of(fault.message()))));
        faults.add(new Paragraph(t("rules.faults.some", reading.faults().size())), list);
    }
}
