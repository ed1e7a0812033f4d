package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReading;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** A draft under the pen: every change is saved at once and read back in plain words, with what is still wrong. */
final class RuleWriting extends Div {

    private final transient RuleBookApi book;
    private final RuleForm form;
    private final Div said = new Div();
    private final Div faults = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph saved = new Paragraph();
    private transient RuleVersionView rule;

    RuleWriting(RuleVersionView rule, ProgrammeContent programme, RuleBookApi book, FrameworkApi framework) {
        this.book = book;
        this.rule = rule;
        addClassName("jx-column");
        form = new RuleForm(rule.content(), programme, book, framework, this::save);
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("jx-quiet");
        Div side = new Div(
                new Panel(Texts.t("rules.said"), said).beside(saved),
                new Panel(Texts.t("rules.faults"), faults),
                problem);
        side.addClassName("jx-column");
        Div columns = new Div(form, side);
        columns.addClassNames("jx-columns", "jx-editor");
        add(
                columns,
                new TrialPanel(
                        book,
                        framework,
                        () -> new TrialPanel.Tried(rule.content().programme(), form.value(), rule.ruleId(), null)));
        read();
    }

    private void save() {
        problem.clear();
        try {
            rule = book.saveRule(
                    rule.ruleId(), rule.version(), new RuleEdit(rule.author().id(), form.value(), rule.revision()));
            saved.setText(Texts.t("rules.saved"));
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
            faults.add(new Paragraph(Texts.t("rules.faults.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("jx-bullets");
        reading.faults().forEach(fault -> list.add(new ListItem(Words.now().of(fault.message()))));
        faults.add(new Paragraph(Texts.t("rules.faults.some", reading.faults().size())), list);
    }
}
