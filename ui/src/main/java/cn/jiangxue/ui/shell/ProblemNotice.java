package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** A problem inside a page: what happened, why, what to do, and the clause that says so. Read out at once by screen readers. */
public final class ProblemNotice extends Div {

    public ProblemNotice() {
        addClassName("jx-problem");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public ProblemNotice(Problem problem) {
        this();
        show(problem);
    }

    /** Shows it in place of what was shown before. */
    public void show(Problem problem) {
        removeAll();
        Div words = new Div();
        words.addClassName("jx-problem-words");
        words.add(line("jx-problem-title", problem.title()));
        if (!problem.detail().isBlank()) {
            words.add(line("jx-problem-detail", problem.detail()));
        }
        if (!problem.errors().isEmpty()) {
            UnorderedList fields = new UnorderedList();
            problem.errors().forEach(error -> fields.add(new ListItem(error.message())));
            words.add(fields);
        }
        if (!problem.next().isBlank()) {
            words.add(line("jx-problem-next", problem.next()));
        }
        String clause = problem.clause();
        if (clause != null && !clause.isBlank()) {
            words.add(line("jx-problem-small", Texts.t("shell.problem.clause", clause)));
        }
        String trace = problem.traceId();
        if (trace != null && problem.status() >= 500) {
            words.add(line("jx-problem-small", Texts.t("shell.problem.trace", trace)));
        }
        add(Icon.ALERT.svg(), words);
        setVisible(true);
    }

    /** With the way to try the whole page again, which helps where a service did not answer. */
    ProblemNotice withRetry() {
        Button again = Problems.again();
        again.addClassName("jx-problem-again");
        add(again);
        return this;
    }

    public void show(Throwable error) {
        Pages.showOrSignIn(error, this::show);
    }

    public void clear() {
        removeAll();
        setVisible(false);
    }

    private static Paragraph line(String className, String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName(className);
        return line;
    }
}
