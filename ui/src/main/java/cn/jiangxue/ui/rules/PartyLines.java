package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.UUID;

/** The institutions that sign: one line each. */
final class PartyLines {

    private static final int MOST = 4;

    /** A line where nobody is chosen yet. */
    static final UUID NOBODY = new UUID(0, 0);

    private PartyLines() {}

    static Lines<UUID> of(List<UUID> parties, List<NamedInstitution> institutions, Runnable changed) {
        return new Lines<UUID>(
                        Texts.t("rules.parties"),
                        Texts.t("rules.parties.add"),
                        MOST,
                        () -> NOBODY,
                        party -> new PartyLine(party, institutions),
                        changed)
                .with(parties);
    }

    private static final class PartyLine implements Lines.Line<UUID> {

        private final ComboBox<NamedInstitution> institution;

        PartyLine(UUID party, List<NamedInstitution> institutions) {
            institution = RuleFields.institution(Texts.t("rules.institution"), institutions);
            institutions.stream()
                    .filter(each -> each.id().equals(party))
                    .findFirst()
                    .ifPresent(institution::setValue);
        }

        @Override
        public List<Component> fields() {
            return List.of(institution);
        }

        @Override
        public UUID value() {
            return institution.isEmpty() ? NOBODY : institution.getValue().id();
        }
    }
}
