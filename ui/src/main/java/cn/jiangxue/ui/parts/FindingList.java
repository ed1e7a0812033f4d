package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Conditions that were looked at: met or not, what was found, what is asked, and the clause that asks. */
public final class FindingList extends UnorderedList {

    public FindingList(List<Finding> findings) {
        addClassName("jx-findings");
        Words words = Words.now();
        findings.forEach(finding -> add(line(finding, words)));
    }

    private static ListItem line(Finding finding, Words words) {
        Span mark = new Span(finding.met() ? Icon.CHECK.svg() : Icon.CROSS.svg());
        mark.addClassName("jx-finding-mark");
        Span what = new Span(words.of(finding.what()));
        what.addClassName("jx-finding-what");
        Span state = new Span(Texts.t(finding.met() ? "parts.met" : "parts.notMet"));
        state.addClassName("jx-finding-state");
        Div body = new Div(what, state, values(finding, words));
        if (!finding.clause().isBlank()) {
            Span clause = new Quoted(finding.clause());
            clause.addClassName("jx-finding-clause");
            body.add(clause);
        }
        body.addClassName("jx-finding-body");
        ListItem line = new ListItem(mark, body);
        line.addClassNames("jx-finding", finding.met() ? "jx-met" : "jx-unmet");
        return line;
    }

    private static Div values(Finding finding, Words words) {
        Div values = new Div();
        values.addClassName("jx-finding-values");
        value(values, "parts.found", words.of(finding.found()));
        value(values, "parts.asked", words.of(finding.asked()));
        return values;
    }

    private static void value(Div values, String key, String text) {
        if (!text.isBlank()) {
            Span label = new Span(Texts.t(key));
            label.addClassName("jx-quiet");
            values.add(new Span(label, new Span(" " + text)));
        }
    }
}
