package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.EvaluationApi.GradePart;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.EvaluationApi.Version;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** An enterprise's plan as everybody who has to do with it reads it. */
public final class PlanDossier {

    private PlanDossier() {}

    /** One line of a list. */
    public static Anchor line(String path, String title, PlanSummary summary) {
        Span name = new Span(title);
        name.addClassName("jx-row-title");
        Span small = new Span(Texts.t("parts.plan.versionNumber", summary.version()) + " · " + grades(summary.grades())
                + " · " + days(summary.from(), summary.until()));
        small.addClassName("jx-quiet");
        Div body = new Div(name, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to(path, body);
        if (summary.pending()) {
            row.add(new Badge(Texts.t("parts.plan.pending"), Badge.Tone.ACCENT));
        }
        if (!summary.pending() || summary.inForce()) {
            row.add(PlanBadge.of(summary.state()));
        }
        row.add(Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    /** Who, where, and what is awaited. */
    public static Panel standing(Plan plan) {
        Words words = Words.now();
        Facts facts = new Facts()
                .with(Texts.t("parts.plan.employer"), words.of(plan.employerName()))
                .with(Texts.t("parts.plan.institution"), words.of(plan.institutionName()))
                .with(
                        Texts.t("parts.plan.holds"),
                        plan.approvedVersion() == null
                                ? Texts.t("parts.plan.holds.none")
                                : Texts.t("parts.plan.versionNumber", plan.approvedVersion())
                                        + " · "
                                        + Texts.t(plan.inForce() ? "parts.plan.inForce" : "parts.plan.notInForce"))
                .with(
                        Texts.t("parts.plan.supervisors"),
                        plan.supervisors().isEmpty()
                                ? Texts.t("parts.plan.supervisors.none")
                                : names(plan.supervisors()));
        Panel panel = new Panel(Texts.t("parts.plan.standing"), facts);
        if (plan.actOn() != null) {
            panel.add(new Paragraph(words.of(plan.actOn())));
        }
        return panel;
    }

    /** Everything that one version says. */
    public static Panel version(Version version) {
        Words words = Words.now();
        Facts facts = new Facts()
                .with(Texts.t("parts.plan.edition"), new Quoted(version.edition()))
                .with(
                        Texts.t("parts.plan.days"),
                        days(version.content().from(), version.content().until()))
                .with(
                        Texts.t("parts.plan.places"),
                        new Quoted(String.join(
                                Texts.t("parts.plan.comma"), version.content().places())))
                .with(Texts.t("parts.plan.assessors"), names(version.assessors()))
                .with(Texts.t("parts.plan.filed"), version.filedBy() + " · " + words.dateTime(version.filedAt()));
        UnorderedList parts = new UnorderedList();
        parts.addClassName("jx-rows");
        version.parts().forEach(part -> parts.add(new ListItem(part(part))));
        Panel panel = new Panel(Texts.t("parts.plan.versionNumber", version.version()), facts, parts)
                .beside(PlanBadge.of(version.state()));
        if (version.reason() != null) {
            Paragraph reason = new Paragraph(new Quoted(version.reason()));
            reason.addClassName("jx-timeline-reason");
            panel.add(reason);
        }
        return panel;
    }

    private static Component part(GradePart part) {
        Words words = Words.now();
        Span title = new Span(words.of(part.gradeName()) + " · " + words.of(part.name()));
        title.addClassName("jx-row-title");
        Span small = new Span(words.of(part.asked()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    private static String names(List<PersonName> people) {
        return people.stream().map(PersonName::name).collect(Collectors.joining(Texts.t("parts.plan.comma")));
    }

    private static String grades(List<Grade> grades) {
        return grades.stream()
                .sorted()
                .map(Words.now()::grade)
                .collect(Collectors.joining(Texts.t("parts.plan.comma")));
    }

    /** The last day is shown, not the one after it. */
    private static String days(LocalDate from, LocalDate until) {
        Words words = Words.now();
        return Texts.t("parts.plan.fromTo", words.date(from), words.date(until.minusDays(1)));
    }
}
