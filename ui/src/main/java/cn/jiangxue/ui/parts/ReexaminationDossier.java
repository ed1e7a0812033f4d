package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.ReexaminationApi.ReviewFinding;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A re-examination as everybody who may see it reads it: where it stands, and what was said so far. */
public final class ReexaminationDossier {

    private ReexaminationDossier() {}

    /** Where it is, who must act, by when, and what came of it; each reason in full. */
    public static Panel standing(Reexamination r) {
        Words words = Words.now();
        Panel panel = new Panel(Texts.t("parts.reexam"));
        panel.beside(ReexaminationBadge.of(r.state()));
        if (r.overdue()) {
            panel.beside(ReexaminationBadge.overdue());
        }
        if (r.actOn() != null) {
            Div note = new Div(Icon.INFO.svg(), new Paragraph(words.of(r.actOn())));
            note.addClassName("jx-note");
            panel.add(note);
        }
        panel.add(facts(r, words));
        ReviewFinding finding = r.finding();
        if (finding != null) {
            said(panel, Texts.t("parts.reexam.finding." + finding.kind()), finding.byName(), finding.reason());
        }
        if (r.statement() != null) {
            said(
                    panel,
                    Texts.t("parts.reexam.statement"),
                    r.learnerName(),
                    r.statement().words());
        }
        if (r.ruling() != null) {
            String what = Texts.t("parts.reexam.ruling." + r.ruling().kind());
            said(panel, what, r.ruling().byName(), r.ruling().reason());
        }
        Paragraph clause = new Paragraph(Texts.t("parts.reexam.clause"));
        clause.addClassName("jx-quiet");
        panel.add(clause);
        return panel;
    }

    private static Facts facts(Reexamination r, Words words) {
        Facts facts = new Facts();
        if (r.actBy() != null) {
            facts.with(Texts.t("parts.dossier.by"), words.date(r.actBy()));
        }
        facts.with(Texts.t("parts.reexam.drawnOn"), words.dateTime(r.drawnAt()))
                .with(Texts.t("parts.reexam.period"), r.period());
        if (r.reviewerName() != null) {
            facts.with(Texts.t("parts.reexam.reviewer"), r.reviewerName());
        }
        facts.with(Texts.t("parts.reexam.approvedBy"), joined(r.approvedBy()));
        if (!r.markedBy().isEmpty()) {
            facts.with(Texts.t("parts.reexam.markedBy"), joined(r.markedBy()));
        }
        if (r.overturnFrom() != null) {
            facts.with(Texts.t("parts.reexam.overturnFrom"), words.date(r.overturnFrom()));
        }
        return facts;
    }

    private static String joined(List<String> names) {
        return String.join(Texts.t("parts.claim.comma"), names);
    }

    private static void said(Panel panel, String what, String by, String reason) {
        Span title = new Span(what);
        title.addClassName("jx-row-title");
        Span who = new Span(by);
        who.addClassName("jx-quiet");
        Paragraph words = new Paragraph(new Quoted(reason));
        words.addClassName("jx-timeline-reason");
        Div body = new Div(title, who, words);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        panel.add(row);
    }

    /** One line of a list. */
    public static Anchor line(String path, ReexaminationSummary summary) {
        Words words = Words.now();
        Span title = new Span(
                summary.learnerName() + " · " + words.of(summary.occupation()) + " · " + words.of(summary.gradeName()));
        title.addClassName("jx-row-title");
        String due = summary.actBy() == null ? "" : " · " + Texts.t("parts.dossier.until", words.date(summary.actBy()));
        String reviewer = summary.reviewerName() == null
                ? ""
                : " · " + Texts.t("parts.reexam.reviewedBy", summary.reviewerName());
        Span small = new Span(words.of(summary.institutionName()) + " · "
                + Texts.t("parts.reexam.drawn", words.dateTime(summary.drawnAt())) + reviewer + due
                + Lateness.of(summary.institutionName(), summary.actBy(), summary.escalatedOn(), summary.actOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div badges = new Div(ReexaminationBadge.of(summary.state()));
        badges.addClassName("jx-row-end");
        if (summary.overdue()) {
            badges.add(ReexaminationBadge.overdue());
        }
        Anchor row = Links.to(path, body, badges, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
