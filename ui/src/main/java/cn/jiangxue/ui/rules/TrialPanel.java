package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.TrialEdit;
import cn.jiangxue.contract.RuleBookApi.TriedOutcome;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trying a rule, or a whole programme, on a sample learner or on outcomes entered here: the real engine answers, nothing is written. */
final class TrialPanel extends Composite<Panel> {

    private static final int MOST = 40;

    /** What is tried: a draft of a rule, or of the programme; with neither what is in force in the programme. */
    record Tried(
            String programme,
            @Nullable RuleContent rule,
            @Nullable String ruleId,
            @Nullable ProgrammeContent content) {

        static Tried ofRule(RuleContent rule, String ruleId) {
            return new Tried(rule.programme(), rule, ruleId, null);
        }
    }

    private final transient RuleBookApi book;
    private final transient FrameworkApi framework;
    private final transient Supplier<Tried> tried;
    private final List<TriedOutcome> outcomes = new ArrayList<>();
    private final UnorderedList rows = new UnorderedList();
    private final Checkbox others = new Checkbox(Texts.t("rules.trial.others"));
    private final Div result = new Div();
    private final ProblemNotice problem = new ProblemNotice();

    TrialPanel(RuleBookApi book, FrameworkApi framework, Supplier<Tried> tried) {
        this.book = book;
        this.framework = framework;
        this.tried = tried;
        rows.addClassName("jx-rows");
        Button run = Buttons.plain(Texts.t("rules.trial.run"), this::run);
        run.setId("trial-run");
        Button add = Buttons.quiet(Texts.t("rules.trial.add"), this::enter);
        add.setIcon(Icon.PLUS.svg());
        add.setId("trial-add");
        Div actions = new Div(run, add);
        actions.addClassName("jx-actions");
        Div form =
                new Div(new Paragraph(Texts.t("rules.trial.text")), learners(), rows, others, actions, problem, result);
        form.addClassName("jx-form");
        getContent().add(form);
        show();
    }

    static TrialPanel ofProgramme(RuleBookApi book, FrameworkApi framework, String programme) {
        return whole(book, framework, new Tried(programme, null, null, null));
    }

    /** As if the draft were in force, with the rules that are. */
    static TrialPanel ofDraft(RuleBookApi book, FrameworkApi framework, ProgrammeDraft draft) {
        return whole(book, framework, new Tried(draft.summary().programmeId(), null, null, draft.content()));
    }

    private static TrialPanel whole(RuleBookApi book, FrameworkApi framework, Tried programme) {
        TrialPanel panel = new TrialPanel(book, framework, () -> programme);
        panel.others.setVisible(false);
        return panel;
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("rules.trial"));
    }

    private Select<SampleLearner> learners() {
        List<SampleLearner> all = book.sampleLearners();
        Select<SampleLearner> learner = new Select<>();
        learner.setLabel(Texts.t("rules.trial.learner"));
        learner.setItems(all);
        learner.setItemLabelGenerator(
                each -> Words.now().of(each.name()) + " · " + Words.now().of(each.about()));
        learner.setId("trial-learner");
        learner.addValueChangeListener(e -> {
            outcomes.clear();
            outcomes.addAll(e.getValue().outcomes());
            show();
        });
        if (!all.isEmpty()) {
            learner.setValue(all.getFirst());
        }
        return learner;
    }

    private void show() {
        rows.removeAll();
        result.removeAll();
        outcomes.forEach(outcome -> rows.add(new ListItem(row(outcome))));
    }

    private Component row(TriedOutcome outcome) {
        Words words = Words.now();
        String title = words.of(outcome.title());
        Span name = new Span(title);
        name.addClassName("jx-row-title");
        StringBuilder more = new StringBuilder(Texts.t("rules.kind." + outcome.kind()))
                .append(" · ")
                .append(words.date(outcome.attainedOn()));
        if (outcome.scorePercent() != null) {
            more.append(" · ")
                    .append(Texts.t("rules.score", outcome.scorePercent().toPlainString()));
        }
        if (outcome.level() != null) {
            more.append(" · ").append(Texts.t("rules.levelIs", outcome.level()));
        }
        Span small = new Span(more.toString());
        small.addClassName("jx-quiet");
        Div body = new Div(name, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body, Buttons.icon(Icon.TRASH, Texts.t("rules.trial.remove", title), () -> {
            outcomes.remove(outcome);
            show();
        }));
        row.addClassName("jx-row");
        return row;
    }

    private void enter() {
        if (outcomes.size() < MOST) {
            new OutcomeDialog(book, framework, outcome -> {
                        outcomes.add(outcome);
                        show();
                    })
                    .open();
        }
    }

    private void run() {
        problem.clear();
        result.removeAll();
        Tried what = tried.get();
        try {
            result.add(new Reading(book.tryRule(new TrialEdit(
                    what.programme(),
                    what.rule(),
                    what.ruleId(),
                    what.content(),
                    others.getValue(),
                    List.copyOf(outcomes),
                    null))));
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }
}
