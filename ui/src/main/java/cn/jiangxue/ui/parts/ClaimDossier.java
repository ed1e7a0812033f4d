package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.PriorLearningApi.Appointment;
import cn.jiangxue.contract.PriorLearningApi.Assessment;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFile;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of a claim of prior learning that claimants, assessors and officers see alike. */
public final class ClaimDossier {

    private ClaimDossier() {}

    /** Where it is, who must act, by when, and what came of it. */
    public static Panel standing(Claim claim) {
        Words words = Words.now();
        Panel panel = new Panel(Texts.t("parts.dossier.now"));
        if (claim.actOn() != null) {
            Div note = new Div(Icon.INFO.svg(), new Paragraph(words.of(claim.actOn())));
            note.addClassName("jx-note");
            panel.add(note);
        }
        Facts facts = new Facts();
        if (claim.actBy() != null) {
            facts.with(Texts.t("parts.dossier.by"), words.date(claim.actBy()));
        }
        facts.with(Texts.t("parts.claim.for"), words.of(claim.occupation()) + " " + words.of(claim.gradeName()))
                .with(Texts.t("parts.claim.edition"), new Quoted(claim.edition()));
        if (claim.state() == ClaimState.DECIDED) {
            long awarded = claim.units().stream()
                    .filter(unit -> unit.result() != null && unit.result().awarded())
                    .count();
            facts.with(
                    Texts.t("parts.claim.result"),
                    Texts.t("parts.claim.awardedOf", awarded, claim.units().size(), claim.awardedPercent()));
        }
        newest(claim, Method.INTERVIEW).ifPresent(one -> facts.with(method(one.method()), when(one)));
        newest(claim, Method.PRACTICAL).ifPresent(one -> facts.with(method(one.method()), when(one)));
        panel.add(facts);
        return panel;
    }

    private static Optional<Appointment> newest(Claim claim, Method method) {
        return claim.appointments().stream()
                .filter(one -> one.method() == method)
                .reduce((before, after) -> after);
    }

    private static String when(Appointment appointment) {
        return Texts.t(
                "parts.claim.appointment",
                Words.now().dateTime(appointment.at()),
                appointment.place(),
                appointment.assessor());
    }

    /** One unit: what is claimed, which files speak for it, what an award asks, and what was recorded. {@code acts}: what the reader may do about it. */
    public static Panel unit(Claim claim, ClaimedUnit unit, Component... acts) {
        Words words = Words.now();
        Panel panel = new Panel(words.of(unit.name()));
        Div marks = new Div(badge(unit), weight(unit));
        marks.addClassName("jx-row-end");
        Paragraph statement = new Paragraph(unit.statement());
        statement.addClassName("jx-timeline-reason");
        panel.add(marks, statement);
        String files = claim.files().stream()
                .filter(file -> file.unitIds().contains(unit.id()))
                .map(PortfolioFile::file)
                .map(file -> words.of(file.caption()))
                .collect(Collectors.joining(Texts.t("parts.claim.comma")));
        Paragraph proof =
                new Paragraph(files.isEmpty() ? Texts.t("parts.claim.noFiles") : Texts.t("parts.claim.files", files));
        proof.addClassName("jx-quiet");
        panel.add(proof, new FindingList(unit.findings()));
        if (!unit.assessments().isEmpty()) {
            panel.add(rows(unit.assessments(), ClaimDossier::assessment));
        }
        if (unit.result() != null && !unit.result().reason().isBlank()) {
            Paragraph reason = new Paragraph(unit.result().reason());
            reason.addClassName("jx-timeline-reason");
            panel.add(reason);
        }
        if (acts.length > 0) {
            Div row = new Div(acts);
            row.addClassName("jx-actions");
            panel.add(row);
        }
        return panel;
    }

    private static Badge badge(ClaimedUnit unit) {
        if (unit.result() != null) {
            return unit.result().awarded()
                    ? new Badge(Texts.t("parts.claim.awarded"), Badge.Tone.GOOD)
                    : new Badge(Texts.t("parts.claim.notAwarded"), Badge.Tone.BAD);
        }
        return unit.supported()
                ? new Badge(Texts.t("parts.claim.supported"), Badge.Tone.GOOD)
                : new Badge(Texts.t("parts.claim.unsupported"), Badge.Tone.NEUTRAL);
    }

    private static Span weight(ClaimedUnit unit) {
        Span weight = new Span(Texts.t("parts.claim.weight", unit.weightPercent()));
        weight.addClassName("jx-quiet");
        return weight;
    }

    private static Component assessment(Assessment made) {
        Words words = Words.now();
        Span what = new Span(method(made.method()) + " · " + found(made));
        what.addClassName("jx-row-title");
        Span who = new Span(made.assessor() + " · " + words.date(made.heldOn())
                + (made.stands() ? "" : " · " + Texts.t("parts.claim.superseded")));
        who.addClassName("jx-quiet");
        Paragraph said = new Paragraph(made.words());
        said.addClassName("jx-timeline-reason");
        Div body = new Div(what, who, said);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    private static String found(Assessment made) {
        return switch (made.method()) {
            case PORTFOLIO ->
                made.criteria().isEmpty()
                        ? Texts.t("parts.claim.noCriterion")
                        : made.criteria().stream()
                                .map(each -> Texts.t("parts.claim.criterion." + each))
                                .collect(Collectors.joining(Texts.t("parts.claim.comma")));
            case INTERVIEW -> Texts.t(Boolean.TRUE.equals(made.met()) ? "parts.claim.shown" : "parts.claim.notShown");
            case PRACTICAL -> Texts.t("parts.claim.points", String.valueOf(made.mark()));
        };
    }

    public static String method(Method method) {
        return Texts.t("parts.claim.method." + method);
    }

    private static <T> UnorderedList rows(List<T> items, Function<T, Component> row) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        items.forEach(item -> rows.add(new ListItem(row.apply(item))));
        return rows;
    }

    /** One line of a list. {@code name}: whose claim, or what of. */
    public static Anchor line(String path, String name, ClaimSummary summary) {
        Words words = Words.now();
        Span title = new Span(name);
        title.addClassName("jx-row-title");
        String progress = summary.state() == ClaimState.DECIDED
                ? Texts.t("parts.claim.line.awarded", summary.awarded(), summary.units())
                : Texts.t("parts.claim.line.supported", summary.supported(), summary.units());
        String due = summary.actBy() == null ? "" : " · " + Texts.t("parts.dossier.until", words.date(summary.actBy()));
        Span small = new Span(words.of(summary.institutionName()) + " · " + progress + due
                + Lateness.of(summary.institutionName(), summary.actBy(), summary.escalatedOn(), summary.actOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to(path, body, ClaimBadge.of(summary.state()), Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
