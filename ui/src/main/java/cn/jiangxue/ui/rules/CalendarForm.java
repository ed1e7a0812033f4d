package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The years and terms that caps per year and per term count by. */
final class CalendarForm extends ProgrammeForm {

    private static final int MOST = 60;
    private static final int NAME = 60;
    private static final int TERM_MONTHS = 5;

    private final Lines<NamedSpan> years;
    private final Lines<NamedSpan> terms;

    CalendarForm(ProgrammeContent content, Runnable changed) {
        years = new Lines<NamedSpan>(
                        Texts.t("rules.prog.years"),
                        Texts.t("rules.prog.years.add"),
                        MOST,
                        () -> nextYear(content.effectiveFrom()),
                        SpanLine::new,
                        changed)
                .with(content.years());
        terms = new Lines<NamedSpan>(
                        Texts.t("rules.prog.terms"),
                        Texts.t("rules.prog.terms.add"),
                        MOST,
                        () -> nextTerm(content.effectiveFrom()),
                        SpanLine::new,
                        changed)
                .with(content.terms());
        add(ProgrammeGeneralForm.panel(
                "rules.prog.part.CALENDAR", new Paragraph(Texts.t("rules.prog.calendar.text")), years, terms));
    }

    /** Follows the last one, so that it shares no day with it. */
    private NamedSpan nextYear(LocalDate otherwise) {
        List<NamedSpan> there = years.values();
        LocalDate from = there.isEmpty() ? otherwise : there.getLast().until();
        return new NamedSpan(from.getYear() + "-" + (from.getYear() + 1), from, from.plusYears(1));
    }

    private NamedSpan nextTerm(LocalDate otherwise) {
        List<NamedSpan> there = terms.values();
        LocalDate from = there.isEmpty() ? otherwise : there.getLast().until();
        return new NamedSpan("", from, from.plusMonths(TERM_MONTHS));
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        return ChangedProgramme.of(content, next -> {
            next.years = years.values();
            next.terms = terms.values();
        });
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return at(place.list().equals("terms") ? terms : years, place);
    }

    private static final class SpanLine implements Lines.Line<NamedSpan> {

        private final transient NamedSpan first;
        private final TextField name = new TextField(Texts.t("rules.prog.span.name"));
        private final DatePicker from = Dates.picker(Texts.t("rules.prog.span.from"));
        private final DatePicker until = Dates.picker(Texts.t("rules.prog.span.until"));

        SpanLine(NamedSpan span) {
            first = span;
            name.setValue(span.id());
            name.setMaxLength(NAME);
            from.setValue(span.from());
            until.setValue(span.until());
        }

        @Override
        public List<Component> fields() {
            return List.of(name, from, until);
        }

        @Override
        public NamedSpan value() {
            return new NamedSpan(
                    name.getValue().strip(),
                    Objects.requireNonNullElse(from.getValue(), first.from()),
                    Objects.requireNonNullElse(until.getValue(), first.until()));
        }

        @Override
        public Component at(String part) {
            return switch (part) {
                case "from" -> from;
                case "until" -> until;
                default -> name;
            };
        }
    }
}
