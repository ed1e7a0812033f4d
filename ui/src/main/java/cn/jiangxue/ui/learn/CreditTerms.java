package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.FrameworkApi.RuleView;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** By which rule a passed course becomes credit, and how long that can be used: the version of today and those to come. */
final class CreditTerms extends Composite<Panel> {

    CreditTerms(List<RuleView> rules) {
        LocalDate today = Words.now().today(Instant.now());
        List<RuleView> ordered = rules.stream()
                .sorted(Comparator.comparing(rule -> LocalDate.parse(rule.effectiveFrom())))
                .toList();
        UnorderedList terms = new UnorderedList();
        terms.addClassName("jx-list");
        for (RuleView rule : ordered) {
            LocalDate from = LocalDate.parse(rule.effectiveFrom());
            boolean past = ordered.stream()
                    .map(other -> LocalDate.parse(other.effectiveFrom()))
                    .anyMatch(other -> other.isAfter(from) && !other.isAfter(today));
            if (!past) {
                terms.add(new ListItem(term(rule, from, today)));
            }
        }
        getContent().add(new Paragraph(Texts.t("learn.terms.text")), terms);
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("learn.terms"));
    }

    private static String term(RuleView rule, LocalDate from, LocalDate today) {
        Integer years = rule.shelfLifeYears();
        String life = years == null ? Texts.t("learn.terms.noEnd") : Texts.t("learn.terms.years", years);
        String rulesText = Words.now().of(rule.text());
        return from.isAfter(today)
                ? Texts.t("learn.terms.from", Words.now().date(from), rulesText, life)
                : Texts.t("learn.terms.now", rulesText, life);
    }
}
