package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.ui.rules.ProgrammeFields.Amount;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The most that may be transferred. */
final class CapsForm extends ProgrammeForm {

    private static final int MOST = 40;

    private final Lines<ProgrammeCap> caps;

    CapsForm(ProgrammeContent content, List<NamedInstitution> institutions, Runnable changed) {
        caps = new Lines<ProgrammeCap>(
                        Texts.t("rules.prog.caps.list"),
                        Texts.t("rules.prog.caps.add"),
                        MOST,
                        CapsForm::fresh,
                        cap -> new CapLine(cap, content, institutions, changed),
                        changed)
                .with(content.caps());
        add(ProgrammeGeneralForm.panel("rules.prog.part.CAPS", new Paragraph(Texts.t("rules.prog.caps.text")), caps));
    }

    private static ProgrammeCap fresh() {
        return new ProgrammeCap(
                ProgrammeGeneralForm.freshId("cap"), CapOver.PROGRAMME, null, null, null, null, GroundsFields.EMPTY);
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        return ChangedProgramme.of(content, next -> next.caps = caps.values());
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return at(caps, place);
    }

    private record Choice(String id, String name) {}

    private static final class CapLine implements Lines.Line<ProgrammeCap> {

        private final transient ProgrammeContent content;
        private final transient List<NamedInstitution> institutions;
        private final String id;
        private final Select<CapOver> over =
                RuleFields.choice(Texts.t("rules.prog.cap.over"), "rules.prog.over.", CapOver.values());
        private final ComboBox<Choice> key = new ComboBox<>(Texts.t("rules.prog.cap.key"));
        private final Select<Amount> meant =
                RuleFields.choice(Texts.t("rules.prog.amount"), "rules.prog.amount.", Amount.values());
        private final BigDecimalField most;
        private final GroundsFields grounds;

        CapLine(ProgrammeCap cap, ProgrammeContent content, List<NamedInstitution> institutions, Runnable changed) {
            this.content = content;
            this.institutions = institutions;
            id = cap.id();
            over.setValue(cap.over());
            key.setItemLabelGenerator(Choice::name);
            key.setClearButtonVisible(true);
            key.setPlaceholder(Texts.t("rules.prog.cap.each"));
            offer(cap.over(), cap.key());
            over.addValueChangeListener(e -> offer(e.getValue(), null));
            meant.setValue(meant(cap));
            most = RuleFields.decimal(
                    Texts.t("rules.prog.cap.most"),
                    switch (meant(cap)) {
                        case CREDITS -> RuleFields.credits(cap.mostMilli());
                        case PERCENT -> cap.mostPercent();
                        case OUTCOMES -> cap.outcomes() == null ? null : BigDecimal.valueOf(cap.outcomes());
                    });
            grounds = new GroundsFields(cap.grounds(), changed);
        }

        private static Amount meant(ProgrammeCap cap) {
            if (cap.outcomes() != null) {
                return Amount.OUTCOMES;
            }
            return cap.mostPercent() == null ? Amount.CREDITS : Amount.PERCENT;
        }

        private void offer(CapOver chosen, @Nullable String now) {
            List<Choice> choices = new ArrayList<>(choices(chosen));
            if (now != null && choices.stream().noneMatch(each -> each.id().equals(now))) {
                choices.add(new Choice(now, now));
            }
            key.setItems(choices);
            key.setVisible(chosen != CapOver.SOURCE && chosen != CapOver.PROGRAMME);
            key.setValue(choices.stream()
                    .filter(each -> each.id().equals(now))
                    .findFirst()
                    .orElse(null));
        }

        private List<Choice> choices(CapOver chosen) {
            return switch (chosen) {
                case SOURCE, PROGRAMME -> List.of();
                case CATEGORY ->
                    content.categories().keySet().stream()
                            .sorted()
                            .map(each -> new Choice(each, ProgrammeFields.called(content, each)))
                            .toList();
                case YEAR -> spans(content.years());
                case TERM -> spans(content.terms());
                case INSTITUTION ->
                    institutions.stream()
                            .map(each ->
                                    new Choice(each.id().toString(), Words.now().of(each.name())))
                            .toList();
                case TYPE ->
                    Stream.of(AttainedKind.values())
                            .map(each -> new Choice(each.name(), Texts.t("rules.kind." + each)))
                            .toList();
            };
        }

        private static List<Choice> spans(List<NamedSpan> spans) {
            return spans.stream().map(span -> new Choice(span.id(), span.id())).toList();
        }

        @Override
        public List<Component> fields() {
            List<Component> all = new ArrayList<>(List.of(over, key, meant, most));
            all.addAll(grounds.fields());
            return all;
        }

        @Override
        public ProgrammeCap value() {
            return new ProgrammeCap(
                    id,
                    over.getValue(),
                    key.getValue() == null ? null : key.getValue().id(),
                    ProgrammeFields.milli(meant.getValue(), most.getValue()),
                    ProgrammeFields.percent(meant.getValue(), most.getValue()),
                    ProgrammeFields.outcomes(meant.getValue(), most.getValue()),
                    grounds.value());
        }

        @Override
        public Component at(String part) {
            return switch (part) {
                case "key" -> key.isVisible() ? key : over;
                case "most" -> most;
                case "grounds.wording", "grounds.clause" -> grounds.at(part);
                default -> over;
            };
        }
    }
}
