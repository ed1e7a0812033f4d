package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.Claimable;
import cn.jiangxue.contract.PriorLearningApi.ClaimableUnit;
import cn.jiangxue.contract.PriorLearningApi.UnitStatement;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claiming prior learning: the occupation, the grade, and unit by unit what one can do. The claim's id is made once, so that a second tap is the same claim. */
@Route("prior-learning/new")
@RolesAllowed("LEARNER")
class NewClaimPage extends Page implements BeforeEnterObserver {

    private final transient PriorLearningApi claims;
    private final transient FrameworkApi framework;
    private final UUID claimId = Ids.next();
    private final List<UnitField> fields = new ArrayList<>();
    private final Select<Organisation> institution = new Select<>();
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph nothing = new Paragraph(t("learn.prior.chooseUnit"));

    NewClaimPage(PriorLearningApi claims, FrameworkApi framework) {
        super("learn.prior.new");
        this.claims = claims;
        this.framework = framework;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        String occupation = asked.getSingleParameter("occupation").orElse(null);
        Grade grade = asked.getSingleParameter("grade").stream()
                .flatMap(name ->
                        Arrays.stream(Grade.values()).filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(null);
        removeAll();
        fields.clear();
        add(new PageHeader(t("learn.prior.new"))
                .above(Links.back("/prior-learning", t("learn.prior")))
                .lead(t("learn.prior.new.lead")));
        add(guarded(() -> choice(occupation, grade)));
        if (occupation != null && grade != null) {
            add(guarded(() -> form(claims.claimable(occupation, grade))));
        }
    }

    private Component choice(@Nullable String occupation, @Nullable Grade grade) {
        List<Standard> standards = framework.standards();
        Select<Occupation> trade = OccupationNames.choice(
                standards.stream()
                        .map(each -> new Occupation(each.occupationCode(), each.occupation()))
                        .toList(),
                occupation);
        trade.setId("claim-occupation");
        Select<Grade> level = new Select<>();
        level.setLabel(t("learn.prior.grade"));
        level.setItems(Grade.values());
        level.setItemLabelGenerator(words()::grade);
        level.setId("claim-grade");
        if (grade != null) {
            level.setValue(grade);
        }
        trade.addValueChangeListener(changed -> go(trade, level));
        level.addValueChangeListener(changed -> go(trade, level));
        Div form = new Div(trade, level);
        form.addClassName("jx-form-row");
        return new Panel(t("learn.prior.choose"), form);
    }

    private static void go(Select<Occupation> trade, Select<Grade> level) {
        if (trade.getValue() != null && level.getValue() != null) {
            UI.getCurrent()
                    .navigate(
                            "prior-learning/new?occupation=" + trade.getValue().code() + "&grade=" + level.getValue());
        }
    }

    private Component form(Claimable claimable) {
        if (claimable.openClaimId() != null) {
            return new Panel(
                    t("learn.prior.units"),
                    new Paragraph(t("learn.prior.isOpen")),
                    Links.primary("/prior-learning/" + claimable.openClaimId(), t("learn.prior.toClaim")));
        }
        List<Organisation> institutions = claims.institutions();
        if (institutions.isEmpty()) {
            return new EmptyState(Icon.RECOGNISE, t("learn.prior.noInstitution"), t("learn.prior.noInstitution.text"));
        }
        Panel panel = new Panel(t("learn.prior.units"), new Paragraph(t("learn.prior.units.text")));
        Span edition = new Quoted(claimable.edition());
        edition.addClassName("jx-quiet");
        panel.add(edition);
        claimable.units().forEach(unit -> panel.add(field(unit)));
        institution.setLabel(t("learn.apply.institution"));
        institution.setItems(institutions);
        institution.setItemLabelGenerator(each -> words().of(each.name()));
        institution.setId("claim-institution");
        if (institutions.size() == 1) {
            institution.setValue(institutions.getFirst());
        }
        nothing.addClassNames("jx-note", "jx-note-warning");
        nothing.setVisible(false);
        Paragraph next = new Paragraph(t("learn.prior.filesNext"));
        next.addClassName("jx-quiet");
        Button send = Buttons.primary(t("learn.prior.send"), () -> send(claimable));
        send.setId("claim-send");
        Div form = new Div(institution, next, nothing, problem, send);
        form.addClassName("jx-form");
        panel.add(form);
        return panel;
    }

    private Component field(ClaimableUnit unit) {
        if (unit.awarded()) {
            Span name = new Span(words().of(unit.name()));
            name.addClassName("jx-row-title");
            Div row = new Div(name, new Badge(t("parts.claim.awarded"), Badge.Tone.GOOD));
            row.addClassName("jx-row");
            return row;
        }
        UnitField field = new UnitField(unit);
        fields.add(field);
        return field;
    }

    private void send(Claimable claimable) {
        List<UnitStatement> units = fields.stream()
                .filter(UnitField::isChosen)
                .map(UnitField::statement)
                .toList();
        nothing.setVisible(units.isEmpty());
        boolean complete = fields.stream()
                .filter(UnitField::isChosen)
                .map(UnitField::isComplete)
                .reduce(true, Boolean::logicalAnd);
        institution.setInvalid(institution.isEmpty());
        institution.setErrorMessage(t("learn.apply.institution.needed"));
        if (units.isEmpty() || !complete || institution.isEmpty()) {
            return;
        }
        try {
            claims.claim(
                    claimId,
                    new ClaimEdit(
                            claimable.occupationCode(),
                            claimable.grade(),
                            institution.getValue().id(),
                            units));
            UI.getCurrent().navigate("prior-learning/" + claimId);
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    /** One unit to claim: chosen, it asks what the claimant can do. */
    private static final class UnitField extends Div {

        private final String unitId;
        private final Checkbox chosen;
        private final TextArea statement = new TextArea(t("learn.prior.statement"));

        UnitField(ClaimableUnit unit) {
            unitId = unit.id();
            chosen = new Checkbox(words().of(unit.name()) + " · " + t("parts.claim.weight", unit.weightPercent()));
            chosen.setId("claim-unit-" + unit.id());
            statement.setId("claim-words-" + unit.id());
            statement.setMinRows(3);
            statement.setMaxLength(PriorLearningApi.WORDS_MOST);
            statement.setHelperText(t("learn.prior.statement.help"));
            statement.setAriaLabel(t("learn.prior.statement") + " · " + words().of(unit.name()));
            statement.setVisible(false);
            chosen.addValueChangeListener(changed -> statement.setVisible(changed.getValue()));
            addClassName("jx-form");
            add(chosen, statement);
        }

        boolean isChosen() {
            return chosen.getValue();
        }

        boolean isComplete() {
            boolean complete = statement.getValue().strip().length() >= PriorLearningApi.WORDS_LEAST;
            statement.setInvalid(!complete);
            statement.setErrorMessage(t("learn.prior.statement.help"));
            return complete;
        }

        UnitStatement statement() {
            return new UnitStatement(unitId, statement.getValue().strip());
        }
    }
}
