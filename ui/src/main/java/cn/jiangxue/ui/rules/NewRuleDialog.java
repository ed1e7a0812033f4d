package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.SignedIn;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Begins a rule: its id, its programme, its name. All else is written on its page. */
final class NewRuleDialog {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int NAME = 200;

    private final RuleBookApi book;
    private final LocalDate today;
    private final Select<HeldRole> author;
    private final Select<ProgrammeSummary> programme = new Select<>();
    private final TextField id = new TextField(Texts.t("rules.id"));
    private final TwoTexts name =
            TwoTexts.line(Texts.t("rules.name"), EMPTY, NAME).named("new-rule-name");

    NewRuleDialog(RuleBookApi book, SignedIn person, LocalDate today) {
        this.book = book;
        this.today = today;
        author = Acting.choice(Acting.of(person));
        List<ProgrammeSummary> programmes = book.publicProgrammes();
        programme.setLabel(Texts.t("rules.programme"));
        programme.setItems(programmes);
        programme.setItemLabelGenerator(each -> Words.now().of(each.name()));
        if (!programmes.isEmpty()) {
            programme.setValue(programmes.getFirst());
        }
        id.setPattern("[a-z0-9][a-z0-9-]{1,79}");
        id.setHelperText(Texts.t("rules.id.help"));
        id.setId("new-rule-id");
    }

    void open() {
        new FormDialog(Texts.t("rules.new"), new Paragraph(Texts.t("rules.new.text")), author, programme, id, name)
                .asking(Texts.t("rules.new.make"), this::make, NewRuleDialog::edit)
                .open();
    }

    private RuleVersionView make() {
        FormDialog.demand(id);
        FormDialog.demand(programme);
        name.demand();
        return book.saveRule(
                id.getValue().strip(), 1, new RuleEdit(author.getValue().organisationId(), blank(), 0));
    }

    private static void edit(RuleVersionView made) {
        UI.getCurrent().navigate("recognise/rules/" + made.ruleId() + "/" + made.version() + "/edit");
    }

    private RuleContent blank() {
        return new RuleContent(
                name.value(),
                programme.getValue().programmeId(),
                Stream.of(
                                author.getValue().organisationId(),
                                programme.getValue().institution().id())
                        .distinct()
                        .toList(),
                today,
                null,
                List.of(),
                new CreditGiven(null, List.of()),
                new SourcesMeet(null, OverlapShort.REFUSE, null, null, null, null),
                new CreditWorth(WorthBy.TARGETS, null, List.of(), null),
                null,
                new KeepsFor(null, List.of()),
                new GradeRecorded(RecordedAs.EXEMPT, List.of()),
                ReviewedBy.PANEL,
                new RuleGrounds(EMPTY, EMPTY, TrustedAs.SAMPLE));
    }
}
