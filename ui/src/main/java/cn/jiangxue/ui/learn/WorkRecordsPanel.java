package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** Work in an occupation as the learner declares it; years of it are a condition of most grades. */
final class WorkRecordsPanel extends Composite<Div> {

    private final transient PromotionApi promotion;
    private final transient List<Occupation> occupations;
    private final transient Runnable changed;

    WorkRecordsPanel(PromotionApi promotion, List<Occupation> occupations, Runnable changed) {
        this.promotion = promotion;
        this.occupations = occupations;
        this.changed = changed;
        Panel panel = new Panel(Texts.t("learn.work"));
        List<WorkRecord> records = promotion.workRecords();
        if (records.isEmpty()) {
            Paragraph none = new Paragraph(Texts.t("learn.work.none"));
            none.addClassName("jx-quiet");
            panel.add(none);
        } else {
            Map<String, String> names = OccupationNames.of(occupations);
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            records.forEach(record -> rows.add(new ListItem(row(record, names))));
            panel.add(rows);
        }
        var add = Buttons.plain(
                Texts.t("learn.work.add"),
                () -> new WorkRecordDialog(promotion, occupations, Ids.next(), null, changed).open());
        add.setIcon(Icon.PLUS.svg());
        add.setId("add-work");
        panel.add(add);
        getContent().add(panel);
    }

    private Component row(WorkRecord record, Map<String, String> names) {
        Words words = Words.now();
        Span title = new Span(record.employer());
        title.addClassName("jx-row-title");
        String until = record.to() == null ? Texts.t("learn.work.now") : words.date(record.to());
        Span small = new Span(names.getOrDefault(record.occupationCode(), record.occupationCode()) + " · "
                + words.date(record.from()) + " – " + until);
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        if (record.confirmed()) {
            body.add(new Badge(Texts.t("learn.work.confirmed"), Badge.Tone.GOOD));
        }
        Div row = new Div(body);
        if (!record.confirmed()) {
            row.add(Buttons.icon(
                    Icon.EDIT,
                    Texts.t("learn.work.edit", record.employer()),
                    () -> new WorkRecordDialog(promotion, occupations, record.id(), record, changed).open()));
            row.add(Buttons.icon(Icon.TRASH, Texts.t("learn.work.remove", record.employer()), () -> {
                promotion.removeWorkRecord(record.id());
                changed.run();
            }));
        }
        row.addClassName("jx-row");
        return row;
    }
}
