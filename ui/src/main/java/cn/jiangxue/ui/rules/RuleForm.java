package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Everything a rule says, as fields. It hears of each change and says what the rule is then. */
final class RuleForm extends Div {

    private static final int NAME = 200;
    private static final int WORDING = 1_000;
    private static final int YEARS = 100;

    private final transient RuleContent first;
    private final TwoTexts name;
    private final Lines<UUID> parties;
    private final DatePicker from = Dates.picker(Texts.t("rules.effectiveFrom"));
    private final DatePicker until = Dates.picker(Texts.t("rules.effectiveUntil"));
    private final Lines<SourceAsked> sources;
    private final GivesFields gives;
    private final AskFields asks;
    private final WorthFields worth;
    private final IntegerField years = RuleFields.number(Texts.t("rules.years"), 1, YEARS);
    private final Lines<DecayStep> decay;
    private final Select<RecordedAs> records =
            RuleFields.choice(Texts.t("rules.records"), "rules.records.", RecordedAs.values());
    private final Lines<MarkBand> bands;
    private final Select<ReviewedBy> review =
            RuleFields.choice(Texts.t("rules.review"), "rules.review.", ReviewedBy.values());
    private final TwoTexts wording;
    private final TwoTexts clause;
    private final Select<TrustedAs> trust =
            RuleFields.choice(Texts.t("rules.trust"), "rules.trust.", TrustedAs.values());

    RuleForm(RuleContent rule, ProgrammeContent programme, RuleBookApi book, FrameworkApi framework, Runnable changed) {
        first = rule;
        List<NamedInstitution> institutions = book.ruleInstitutions();
        addClassName("jx-column");
        name = TwoTexts.line(Texts.t("rules.name"), rule.name(), NAME)
                .named("rule-name")
                .typed(text -> changed.run());
        wording = TwoTexts.area(Texts.t("rules.wording"), rule.grounds().wording(), WORDING, 2)
                .typed(text -> changed.run());
        clause = TwoTexts.area(Texts.t("rules.clause"), rule.grounds().clause(), WORDING, 2)
                .typed(text -> changed.run());
        parties = PartyLines.of(rule.parties(), institutions, changed);
        sources = SourceLines.of(rule.sources(), institutions, framework.standards(), changed);
        gives = new GivesFields(programme, rule.gives(), changed);
        asks = new AskFields(rule.asks(), changed);
        worth = new WorthFields(rule, book.creditUnits(), changed);
        decay = PairLines.decay(rule.keeps().decay(), changed);
        bands = PairLines.marks(rule.records().bands(), changed);
        fill(rule);
        List.<Component>of(from, until, years, records, review, trust).forEach(field -> Lines.heard(field, changed));
        lay();
    }

    private void fill(RuleContent rule) {
        from.setValue(rule.effectiveFrom());
        until.setValue(rule.effectiveUntil());
        until.setClearButtonVisible(true);
        years.setValue(rule.keeps().years());
        records.setValue(rule.records().as());
        records.addValueChangeListener(e -> bands.setVisible(e.getValue() == RecordedAs.CONVERTED));
        bands.setVisible(rule.records().as() == RecordedAs.CONVERTED);
        review.setValue(rule.review());
        trust.setValue(rule.grounds().source());
    }

    private void lay() {
        add(
                panel("rules.form.about", name, FormDialog.row(from, until), parties),
                panel("rules.form.sources", sources),
                panel("rules.form.gives", gives, worth),
                panel("rules.form.asks", asks),
                panel("rules.form.keeps", FormDialog.row(years), decay),
                panel("rules.form.records", FormDialog.row(records, review), bands),
                panel("rules.form.grounds", wording, clause, FormDialog.row(trust)));
    }

    private static Panel panel(String title, Component... fields) {
        Div form = new Div(fields);
        form.addClassName("jx-form");
        return new Panel(Texts.t(title), form);
    }

    RuleContent value() {
        return new RuleContent(
                name.value(),
                first.programme(),
                parties.values().stream()
                        .filter(party -> !party.equals(PartyLines.NOBODY))
                        .distinct()
                        .toList(),
                Objects.requireNonNullElse(from.getValue(), first.effectiveFrom()),
                until.getValue(),
                sources.values(),
                gives.value(),
                asks.value(),
                worth.value(),
                worth.most(),
                new KeepsFor(years.getValue(), decay.values()),
                new GradeRecorded(records.getValue(), bands.isVisible() ? bands.values() : List.of()),
                review.getValue(),
                new RuleGrounds(wording.value(), clause.value(), trust.getValue()));
    }
}
