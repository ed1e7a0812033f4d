package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** What a learner declares and conditions of the grades rest on: to be changed and removed until an institution has confirmed it. */
final class Declarations {

    private final PromotionApi promotion;
    private final List<Occupation> occupations;
    private final Map<String, String> names;
    private final Runnable changed;

    Declarations(PromotionApi promotion, List<Occupation> occupations, Runnable changed) {
        this.promotion = promotion;
        this.occupations = occupations;
        this.names = OccupationNames.of(occupations);
        this.changed = changed;
    }

    /** Work in an occupation. */
    Panel work() {
        Button add = Buttons.plain(
                Texts.t("learn.work.add"),
                () -> new WorkRecordDialog(promotion, occupations, Ids.next(), null, changed).open());
        add.setId("add-work");
        List<Declared> declared =
                promotion.workRecords().stream().map(this::declared).toList();
        return panel(Texts.t("learn.work"), Texts.t("learn.work.none"), declared, add);
    }

    /** Titles, diplomas and appointments. */
    Panel qualifications() {
        Button add = Buttons.plain(
                Texts.t("learn.qualification.add"),
                () -> new QualificationDialog(promotion, occupations, Ids.next(), null, changed).open());
        add.setId("add-qualification");
        List<Declared> declared =
                promotion.qualifications().stream().map(this::declared).toList();
        return panel(Texts.t("learn.qualification"), Texts.t("learn.qualification.none"), declared, add);
    }

    private record Declared(String title, String about, boolean confirmed, Runnable edit, Runnable remove) {}

    private Declared declared(WorkRecord record) {
        Words words = Words.now();
        String until = record.to() == null ? Texts.t("learn.work.now") : words.date(record.to());
        return new Declared(
                record.employer(),
                occupation(record.occupationCode()) + " · " + words.date(record.from()) + " – " + until,
                record.confirmed(),
                () -> new WorkRecordDialog(promotion, occupations, record.id(), record, changed).open(),
                () -> promotion.removeWorkRecord(record.id()));
    }

    private Declared declared(Qualification one) {
        Words words = Words.now();
        return new Declared(
                words.of(one.typeName()),
                occupation(one.occupationCode()) + " · " + one.issuer() + " · " + words.date(one.since()),
                one.confirmed(),
                () -> new QualificationDialog(promotion, occupations, one.id(), one, changed).open(),
                () -> promotion.removeQualification(one.id()));
    }

    private String occupation(String code) {
        return names.getOrDefault(code, code);
    }

    private Panel panel(String title, String none, List<Declared> declared, Button add) {
        Panel panel = new Panel(title);
        if (declared.isEmpty()) {
            Paragraph nothing = new Paragraph(none);
            nothing.addClassName("jx-quiet");
            panel.add(nothing);
        } else {
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            declared.forEach(one -> rows.add(new ListItem(row(one))));
            panel.add(rows);
        }
        add.setIcon(Icon.PLUS.svg());
        panel.add(add);
        return panel;
    }

    private Component row(Declared one) {
        Span title = new Span(one.title());
        title.addClassName("jx-row-title");
        Span about = new Span(one.about());
        about.addClassName("jx-quiet");
        Div body = new Div(title, about);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        if (one.confirmed()) {
            body.add(new Badge(Texts.t("learn.work.confirmed"), Badge.Tone.GOOD));
            return row;
        }
        row.add(
                Buttons.icon(Icon.EDIT, Texts.t("learn.work.edit", one.title()), one.edit()),
                Buttons.icon(Icon.TRASH, Texts.t("learn.work.remove", one.title()), () -> {
                    one.remove().run();
                    changed.run();
                }));
        return row;
    }
}
