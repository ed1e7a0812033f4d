package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.ExaminationApi.Confirmation;
import cn.jiangxue.contract.ExaminationApi.Examination;
import cn.jiangxue.contract.ExaminationApi.Mark;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** The examination inside an application: each part with what is asked and found, and every mark with who gave it and why it was corrected. */
public final class ExaminationPanel extends Composite<Panel> {

    /** Looked at only. */
    public ExaminationPanel(Examination examination) {
        this(examination, mark -> Optional.empty());
    }

    /** {@code tool}: what can be done about a mark. */
    public ExaminationPanel(Examination examination, Function<Mark, Optional<Component>> tool) {
        getContent()
                .add(new FindingList(examination.parts().stream()
                        .map(ExaminationPanel::finding)
                        .toList()));
        if (examination.marks().isEmpty()) {
            Paragraph none = new Paragraph(Texts.t("parts.exam.noMarks"));
            none.addClassName("jx-quiet");
            getContent().add(none);
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        examination.marks().forEach(mark -> rows.add(new ListItem(row(examination, mark, tool))));
        examination.confirmations().forEach(one -> rows.add(new ListItem(row(one))));
        getContent().add(rows);
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("parts.exam"));
    }

    private static Finding finding(Part part) {
        return new Finding(
                part.name(),
                part.asked(),
                part.found(),
                part.state() == PartState.PASSED,
                part.clause(),
                part.source());
    }

    private static Component row(Examination examination, Mark mark, Function<Mark, Optional<Component>> tool) {
        Words words = Words.now();
        Span title = new Span(
                Texts.t("parts.exam.mark", words.of(name(examination, mark)), mark.sitting(), points(mark.tenths())));
        title.addClassName("jx-row-title");
        Span small = new Span(new Span(mark.assessorName() + " · " + words.dateTime(mark.at())));
        if (!mark.reason().isBlank()) {
            small.add(new Span(" · " + Texts.t("parts.exam.corrected") + " "), new Quoted(mark.reason()));
        }
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        if (!mark.inForce()) {
            row.add(new Badge(Texts.t("parts.exam.replaced"), Badge.Tone.NEUTRAL));
        }
        tool.apply(mark).ifPresent(row::add);
        return row;
    }

    /** What a supervisor from outside put on record. */
    private static Component row(Confirmation one) {
        Words words = Words.now();
        Span title = new Span(Texts.t("parts.exam.supervised", words.of(one.partName()), one.sitting()));
        title.addClassName("jx-row-title");
        Span small = new Span(new Span(one.supervisorName() + " · " + words.dateTime(one.at())));
        if (!one.words().isBlank()) {
            small.add(new Span(" · "), new Quoted(one.words()));
        }
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(
                body,
                one.counts()
                        ? new Badge(Texts.t("parts.exam.confirmed"), Badge.Tone.GOOD)
                        : new Badge(Texts.t("parts.exam.void"), Badge.Tone.BAD));
        row.addClassName("jx-row");
        return row;
    }

    private static LocalText name(Examination examination, Mark mark) {
        return examination.parts().stream()
                .filter(part -> part.part() == mark.part())
                .map(Part::name)
                .findFirst()
                .orElse(new LocalText(mark.part().name(), mark.part().name()));
    }

    /** Tenths as a mark: {@code 85.5}. */
    public static String points(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }
}
