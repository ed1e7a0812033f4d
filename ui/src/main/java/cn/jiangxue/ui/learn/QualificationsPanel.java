package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Qualification;
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

/** Titles, diplomas and appointments as the learner declares them; several ways to the higher grades rest on them. */
final class QualificationsPanel extends Composite<Div> {

    private final transient PromotionApi promotion;
    private final transient List<Occupation> occupations;
    private final transient Runnable changed;

    QualificationsPanel(PromotionApi promotion, List<Occupation> occupations, Runnable changed) {
        this.promotion = promotion;
        this.occupations = occupations;
        this.changed = changed;
        Panel panel = new Panel(Texts.t("learn.qualification"));
        List<Qualification> declared = promotion.qualifications();
        if (declared.isEmpty()) {
            Paragraph none = new Paragraph(Texts.t("learn.qualification.none"));
            none.addClassName("jx-quiet");
            panel.add(none);
        } else {
            Map<String, String> names = OccupationNames.of(occupations);
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            declared.forEach(one -> rows.add(new ListItem(row(one, names))));
            panel.add(rows);
        }
        var add = Buttons.plain(
                Texts.t("learn.qualification.add"),
                () -> new QualificationDialog(promotion, occupations, Ids.next(), null, changed).open());
        add.setIcon(Icon.PLUS.svg());
        add.setId("add-qualification");
        panel.add(add);
        getContent().add(panel);
    }

    private Component row(Qualification one, Map<String, String> names) {
        Words words = Words.now();
        String name = words.of(one.typeName());
        Span title = new Span(name);
        title.addClassName("jx-row-title");
        Span small = new Span(names.getOrDefault(one.occupationCode(), one.occupationCode()) + " · " + one.issuer()
                + " · " + words.date(one.since()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        if (one.confirmed()) {
            body.add(new Badge(Texts.t("learn.work.confirmed"), Badge.Tone.GOOD));
        }
        Div row = new Div(body);
        if (!one.confirmed()) {
            row.add(Buttons.icon(
                    Icon.EDIT,
                    Texts.t("learn.work.edit", name),
                    () -> new QualificationDialog(promotion, occupations, one.id(), one, changed).open()));
            row.add(Buttons.icon(Icon.TRASH, Texts.t("learn.work.remove", name), () -> {
                promotion.removeQualification(one.id());
                changed.run();
            }));
        }
        row.addClassName("jx-row");
        return row;
    }
}
