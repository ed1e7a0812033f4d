package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What an application says of its applicant: who, what for, the work and the qualifications declared. */
final class CaseRecords {

    private CaseRecords() {}

    static Panel facts(Case c) {
        Words words = Words.now();
        Facts facts = new Facts()
                .with(Texts.t("recognise.learner"), c.learnerName())
                .with(Texts.t("recognise.for"), words.of(c.occupation()) + " " + words.of(c.gradeName()))
                .with(
                        Texts.t("recognise.current"),
                        c.eligibility().current() == null
                                ? Texts.t("learn.path.noGrade")
                                : words.grade(c.eligibility().current()))
                .with(Texts.t("recognise.submittedOn"), words.dateTime(c.submittedAt()))
                .with(
                        Texts.t("recognise.path"),
                        c.path() == null ? Texts.t("recognise.path.none") : Texts.t("parts.path." + c.path()))
                .with(Texts.t("recognise.edition"), new Quoted(c.eligibility().edition()));
        if (c.plan() != null) {
            facts.with(
                    Texts.t("recognise.plan"),
                    words.of(c.plan().employerName())
                            + " · "
                            + Texts.t("parts.plan.versionNumber", c.plan().version()));
        }
        if (c.actBy() != null) {
            facts.with(Texts.t("recognise.actBy"), words.date(c.actBy()));
        }
        return new Panel(Texts.t("recognise.facts"), facts);
    }

    static Panel work(List<WorkRecord> records) {
        Panel panel = new Panel(Texts.t("learn.work"));
        if (records.isEmpty()) {
            panel.add(new Paragraph(Texts.t("recognise.noWork")));
            return panel;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        records.forEach(record -> rows.add(new ListItem(work(record))));
        panel.add(rows);
        return panel;
    }

    private static Div work(WorkRecord record) {
        Words words = Words.now();
        Span title = new Span(record.employer());
        title.addClassName("jx-row-title");
        String until = record.to() == null ? Texts.t("learn.work.now") : words.date(record.to());
        Span small = new Span(words.date(record.from()) + " – " + until + " · " + record.occupationCode());
        small.addClassName("jx-quiet");
        return row(title, small, record.confirmed());
    }

    static Panel qualifications(List<Qualification> declared) {
        Words words = Words.now();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        declared.forEach(one -> {
            Span title = new Span(words.of(one.typeName()));
            title.addClassName("jx-row-title");
            Span small = new Span(one.issuer() + " · " + words.date(one.since()) + " · " + one.occupationCode());
            small.addClassName("jx-quiet");
            rows.add(new ListItem(row(title, small, one.confirmed())));
        });
        return new Panel(Texts.t("learn.qualification"), rows);
    }

    private static Div row(Span title, Span small, boolean confirmed) {
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(
                body,
                confirmed
                        ? new Badge(Texts.t("learn.work.confirmed"), Badge.Tone.GOOD)
                        : new Badge(Texts.t("recognise.declared"), Badge.Tone.NEUTRAL));
        row.addClassName("jx-row");
        return row;
    }
}
