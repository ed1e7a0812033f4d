package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;

/** The outcomes a rule asks for: one line each. */
final class SourceLines {

    private static final int MOST = 8;
    private static final SourceAsked FRESH = new SourceAsked(AttainedKind.COURSE, null, null, null, null);

    private SourceLines() {}

    static Lines<SourceAsked> of(
            List<SourceAsked> sources,
            List<NamedInstitution> institutions,
            List<Standard> standards,
            Runnable changed) {
        return new Lines<SourceAsked>(
                        Texts.t("rules.sources"),
                        Texts.t("rules.sources.add"),
                        MOST,
                        () -> FRESH,
                        source -> new SourceLine(source, institutions, standards),
                        changed)
                .with(sources);
    }

    private static final class SourceLine implements Lines.Line<SourceAsked> {

        private final Select<AttainedKind> kind = RuleFields.kind();
        private final TextField code = new TextField(Texts.t("rules.code"));
        private final ComboBox<NamedInstitution> issuer;
        private final ComboBox<Standard> occupation;
        private final IntegerField level = RuleFields.number(Texts.t("rules.leastLevel"), 1, 8);

        SourceLine(SourceAsked source, List<NamedInstitution> institutions, List<Standard> standards) {
            issuer = RuleFields.institution(Texts.t("rules.issuer"), institutions);
            occupation = RuleFields.occupation(standards);
            code.setMaxLength(100);
            kind.setValue(source.kind());
            code.setValue(Objects.requireNonNullElse(source.code(), ""));
            institutions.stream()
                    .filter(each -> each.id().equals(source.issuer()))
                    .findFirst()
                    .ifPresent(issuer::setValue);
            standards.stream()
                    .filter(each -> each.occupationCode().equals(source.occupationCode()))
                    .findFirst()
                    .ifPresent(occupation::setValue);
            level.setValue(source.leastLevel());
        }

        @Override
        public List<Component> fields() {
            return List.of(kind, code, issuer, occupation, level);
        }

        @Override
        public SourceAsked value() {
            return new SourceAsked(
                    kind.getValue(),
                    code.isEmpty() ? null : code.getValue().strip(),
                    issuer.isEmpty() ? null : issuer.getValue().id(),
                    occupation.isEmpty() ? null : occupation.getValue().occupationCode(),
                    level.getValue());
        }
    }
}
