package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.GradeHeld;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.EligibilityPaths;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the next grade: what is asked, what was found, and applying when all is met. */
@Route("path")
@RolesAllowed("LEARNER")
class PathPage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;
    private final transient EvaluationApi evaluation;
    private final transient CatalogApi catalog;

    PathPage(PromotionApi promotion, EvaluationApi evaluation, CatalogApi catalog) {
        super("learn.path");
        this.promotion = promotion;
        this.evaluation = evaluation;
        this.catalog = catalog;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String occupation = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("occupation")
                .orElse(null);
        show(occupation);
    }

    private void show(@Nullable String occupation) {
        removeAll();
        List<Occupation> occupations = catalog.occupations();
        List<Eligibility> paths = promotion.paths(occupation);
        Div column = new Div();
        column.addClassName("jx-column");
        if (paths.isEmpty()) {
            column.add(new EmptyState(Icon.PATH, t("learn.path.none"), t("learn.path.none.text")));
        }
        paths.forEach(path -> column.add(eligibility(path)));
        Declarations declarations = new Declarations(promotion, occupations, () -> show(occupation));
        Div side = new Div(
                guarded(() -> grades(occupations)),
                guarded(declarations::work),
                guarded(declarations::qualifications),
                guarded(this::cases));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(t("learn.path.title"))
                        .lead(t("learn.path.lead"))
                        .action(
                                Links.secondary("/prior-learning", t("learn.prior")),
                                Links.secondary("/standards", t("standards.nav"))),
                picker(occupations, occupation),
                columns);
    }

    private static Component picker(List<Occupation> occupations, @Nullable String chosen) {
        Select<Occupation> select = new Select<>();
        select.setLabel(t("learn.path.occupation"));
        select.setItems(occupations);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t("learn.path.mine"));
        select.setItemLabelGenerator(
                each -> each == null ? t("learn.path.mine") : words().of(each.name()) + "（" + each.code() + "）");
        occupations.stream()
                .filter(each -> each.code().equals(chosen))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                e.getValue() == null
                                        ? "path"
                                        : "path?occupation=" + e.getValue().code());
            }
        });
        select.addClassName("jx-picker");
        return select;
    }

    private Component eligibility(Eligibility eligibility) {
        Span from = new Span(
                eligibility.current() == null ? t("learn.path.noGrade") : words().grade(eligibility.current()));
        from.addClassName("jx-quiet");
        Span to = new Span(words().of(eligibility.gradeName()));
        to.addClassName("jx-next-grade");
        Div way = new Div(from, Icon.ARROW.svg(), to);
        way.addClassName("jx-way");
        Panel panel = new Panel(words().of(eligibility.occupation()), way)
                .beside(
                        eligibility.eligible()
                                ? new Badge(t("learn.path.eligible"), Badge.Tone.GOOD)
                                : new Badge(t("learn.path.notYet"), Badge.Tone.WARNING));
        panel.add(action(eligibility), new EligibilityPaths(eligibility));
        Paragraph basis = new Paragraph();
        basis.add(
                new Span(t("learn.path.basis", words().date(eligibility.asOf())) + " "),
                new Quoted(eligibility.edition()));
        basis.addClassName("jx-quiet");
        panel.add(basis);
        return panel;
    }

    private Component action(Eligibility eligibility) {
        if (eligibility.openCaseId() != null) {
            return new Div(Links.secondary("/case/" + eligibility.openCaseId(), t("learn.path.openCase")));
        }
        if (!eligibility.eligible()) {
            Paragraph hint = new Paragraph(t("learn.path.hint"));
            hint.addClassName("jx-quiet");
            Button other = Buttons.quiet(
                    t("learn.path.otherWay"), () -> new ApplyDialog(promotion, evaluation, eligibility).open());
            other.setId("other-way-" + eligibility.occupationCode() + "-" + eligibility.grade());
            return new Div(hint, other);
        }
        Button apply = Buttons.primary(
                t("learn.path.apply"), () -> new ApplyDialog(promotion, evaluation, eligibility).open());
        apply.setId("apply-" + eligibility.occupationCode() + "-" + eligibility.grade());
        return new Div(apply);
    }

    private Component grades(List<Occupation> occupations) {
        List<GradeHeld> held = promotion.grades();
        Panel panel = new Panel(t("learn.grades"));
        if (held.isEmpty()) {
            Paragraph none = new Paragraph(t("learn.grades.none"));
            none.addClassName("jx-quiet");
            panel.add(none);
            return panel;
        }
        Map<String, String> names = OccupationNames.of(occupations);
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        held.forEach(grade -> rows.add(new ListItem(grade(grade, names))));
        panel.add(rows);
        return panel;
    }

    private static Component grade(GradeHeld grade, Map<String, String> names) {
        Span title = new Span(words().grade(grade.grade()));
        title.addClassName("jx-row-title");
        Span small = new Span(names.getOrDefault(grade.occupationCode(), grade.occupationCode()) + " · "
                + words().of(grade.issuer()) + " · " + words().date(grade.since()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (grade.credentialId() != null) {
            row.add(Links.to("/credentials", t("learn.grades.credential")));
        }
        row.addClassName("jx-row");
        return row;
    }

    private Component cases() {
        return new Panel(t("learn.cases"), new KeysetList<>(promotion::myCases, PathPage::caseRow, () -> {
            Paragraph none = new Paragraph(t("learn.cases.none"));
            none.addClassName("jx-quiet");
            return none;
        }));
    }

    private static Component caseRow(CaseSummary summary) {
        Span title = new Span(words().of(summary.occupation()) + " · " + words().of(summary.gradeName()));
        title.addClassName("jx-row-title");
        Span small = new Span(words().of(summary.institutionName()) + " · " + words().date(summary.submittedAt()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/case/" + summary.id(), body, CaseBadge.of(summary.state()));
        row.addClassName("jx-row");
        return row;
    }
}
