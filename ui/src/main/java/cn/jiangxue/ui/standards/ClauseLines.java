package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The papers that a version leans on, each under its short name. */
final class ClauseLines {

    private static final int MOST = 50;
    private static final int NAME = 80;
    private static final int TEXT = 1_000;

    private final Lines<Named> lines;

    private record Named(String name, Clause clause) {}

    ClauseLines(Map<String, Clause> clauses, Runnable changed) {
        lines = new Lines<Named>(
                        Texts.t("standards.clauses"),
                        Texts.t("standards.clauses.add"),
                        MOST,
                        () -> new Named("", new Clause(new LocalText("", ""), TrustedAs.SAMPLE)),
                        named -> new ClauseLine(named, changed),
                        changed)
                .with(clauses.entrySet().stream()
                        .map(entry -> new Named(entry.getKey(), entry.getValue()))
                        .toList());
    }

    Panel panel() {
        return new Panel(Texts.t("standards.clauses"), new Paragraph(Texts.t("standards.clauses.text")), lines);
    }

    /** A paper without a short name is not yet one. */
    Map<String, Clause> values() {
        Map<String, Clause> named = new LinkedHashMap<>();
        lines.values().stream()
                .filter(each -> !each.name().isEmpty())
                .forEach(each -> named.put(each.name(), each.clause()));
        return named;
    }

    private static final class ClauseLine implements Lines.Line<Named> {

        private final TextField name = new TextField(Texts.t("standards.clause.name"));
        private final TwoTexts text;
        private final Select<TrustedAs> source = StandardFields.trust();

        ClauseLine(Named named, Runnable changed) {
            name.setValue(named.name());
            name.setMaxLength(NAME);
            text = TwoTexts.area(Texts.t("standards.clause"), named.clause().text(), TEXT, 2)
                    .typed(typed -> changed.run())
                    .wide();
            source.setValue(named.clause().source());
        }

        @Override
        public List<Component> fields() {
            return List.of(name, source, text);
        }

        @Override
        public Named value() {
            return new Named(name.getValue().strip(), new Clause(text.value(), source.getValue()));
        }
    }
}
