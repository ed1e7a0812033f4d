package cn.jiangxue.ui.recognise;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.EligibilityPaths;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One application as an officer sees it: who, what for, what was found, the evidence, and the decision. */
@Route("recognise/:caseId([0-9a-f-]{36})")
@RolesAllowed("RECOGNITION_OFFICER")
class ReviewPage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;
    private final transient MediaApi media;

    ReviewPage(PromotionApi promotion, MediaApi media) {
        super("recognise.case");
        this.promotion = promotion;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(promotion.promotionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(Case c) {
        removeAll();
        String title = c.learnerName() + " · " + words().of(c.gradeName());
        titled(title);
        Div column = new Div(facts(c));
        column.addClassName("jx-column");
        if (c.now() != null && c.now().eligible() != c.eligibility().eligible()) {
            Paragraph changed = new Paragraph(t("recognise.changed"));
            changed.addClassNames("jx-note", "jx-note-warning");
            column.add(changed);
        }
        column.add(new Panel(t("recognise.found"), new EligibilityPaths(c.now() == null ? c.eligibility() : c.now())));
        if (c.examination() != null) {
            column.add(new ExaminationPanel(c.examination()));
        }
        column.add(work(c.workRecords()));
        if (!c.qualifications().isEmpty()) {
            column.add(qualifications(c.qualifications()));
        }
        column.add(EvidencePanel.of(promotion, media, c, false, this::show));
        Div side = new Div(decision(c), new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back("/recognise", t("recognise.inbox")))
                        .lead(words().of(c.occupation()) + " · " + words().of(c.institutionName()))
                        .with(CaseBadge.of(c.state())),
                columns);
    }

    private static Component facts(Case c) {
        Facts facts = new Facts()
                .with(t("recognise.learner"), c.learnerName())
                .with(t("recognise.for"), words().of(c.occupation()) + " " + words().of(c.gradeName()))
                .with(
                        t("recognise.current"),
                        c.eligibility().current() == null
                                ? t("learn.path.noGrade")
                                : words().grade(c.eligibility().current()))
                .with(t("recognise.submittedOn"), words().dateTime(c.submittedAt()))
                .with(t("recognise.path"), c.path() == null ? t("recognise.path.none") : t("parts.path." + c.path()))
                .with(t("recognise.edition"), new Quoted(c.eligibility().edition()));
        if (c.plan() != null) {
            facts.with(
                    t("recognise.plan"),
                    words().of(c.plan().employerName())
                            + " · "
                            + t("parts.plan.versionNumber", c.plan().version()));
        }
        if (c.actBy() != null) {
            facts.with(t("recognise.actBy"), words().date(c.actBy()));
        }
        return new Panel(t("recognise.facts"), facts);
    }

    private static Component work(List<WorkRecord> records) {
        Panel panel = new Panel(t("learn.work"));
        if (records.isEmpty()) {
            panel.add(new Paragraph(t("recognise.noWork")));
            return panel;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        records.forEach(record -> rows.add(new ListItem(work(record))));
        panel.add(rows);
        return panel;
    }

    private static Component work(WorkRecord record) {
        Span title = new Span(record.employer());
        title.addClassName("jx-row-title");
        String until = record.to() == null ? t("learn.work.now") : words().date(record.to());
        Span small = new Span(words().date(record.from()) + " – " + until + " · " + record.occupationCode());
        small.addClassName("jx-quiet");
        return row(title, small, record.confirmed());
    }

    private static Component qualifications(List<Qualification> declared) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        declared.forEach(one -> {
            Span title = new Span(words().of(one.typeName()));
            title.addClassName("jx-row-title");
            Span small = new Span(one.issuer() + " · " + words().date(one.since()) + " · " + one.occupationCode());
            small.addClassName("jx-quiet");
            rows.add(new ListItem(row(title, small, one.confirmed())));
        });
        return new Panel(t("learn.qualification"), rows);
    }

    private static Component row(Span title, Span small, boolean confirmed) {
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(
                body,
                confirmed
                        ? new Badge(t("learn.work.confirmed"), Badge.Tone.GOOD)
                        : new Badge(t("recognise.declared"), Badge.Tone.NEUTRAL));
        row.addClassName("jx-row");
        return row;
    }

    private Component decision(Case c) {
        Panel panel = new Panel(t("recognise.decision"));
        if (c.possible().isEmpty()) {
            panel.add(new Paragraph(t("recognise.state." + c.state())));
            if (c.decision() != null) {
                panel.add(new Facts()
                        .with(t("recognise.officer"), c.decision().officerName())
                        .with(
                                t("recognise.decidedAt"),
                                words().dateTime(c.decision().at())));
                if (!c.decision().reason().isBlank()) {
                    Paragraph reason = new Paragraph(c.decision().reason());
                    reason.addClassName("jx-timeline-reason");
                    panel.add(reason);
                }
            }
            return panel;
        }
        Div actions = new Div();
        actions.addClassName("jx-stack");
        c.possible().forEach(kind -> actions.add(button(c, kind)));
        Paragraph text = new Paragraph(c.actOn() == null ? "" : words().of(c.actOn()));
        Paragraph then =
                new Paragraph(t("recognise.decision.text." + c.possible().getFirst()));
        then.addClassName("jx-quiet");
        panel.add(text, then, actions);
        return panel;
    }

    private Button button(Case c, DecisionKind kind) {
        String text = t("recognise.decide." + kind);
        Button button = switch (kind) {
            case ADMIT, PROPOSE, APPROVE -> Buttons.primary(text, () -> ask(c, kind));
            case ASK_FOR_MORE -> Buttons.plain(text, () -> ask(c, kind));
            case REFUSE -> Buttons.danger(text, () -> ask(c, kind));
        };
        button.setId(
                switch (kind) {
                    case ADMIT -> "admit";
                    case PROPOSE -> "propose";
                    case APPROVE -> "approve";
                    case ASK_FOR_MORE -> "ask-more";
                    case REFUSE -> "refuse";
                });
        return button;
    }

    private void ask(Case c, DecisionKind kind) {
        new DecisionDialog(
                        promotion,
                        c,
                        kind,
                        decided -> {
                            show(decided);
                            Pages.say(t("recognise.done." + kind));
                        },
                        refused -> refused(c, refused))
                .open();
    }

    /** Another officer may have been first: the case as it stands now is shown, and the refusal over it. */
    private void refused(Case c, Problem problem) {
        show(promotion.promotionCase(c.id()));
        Pages.open(problem);
    }
}
