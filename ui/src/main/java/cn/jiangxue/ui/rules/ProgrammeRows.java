package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftSummary;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines and lists about drafts of programmes. */
final class ProgrammeRows {

    private static final int FAULTS_SHOWN = 50;

    private ProgrammeRows() {}

    static String address(String programmeId, int version) {
        return "/recognise/programmes/" + programmeId + "/" + version;
    }

    static String address(ProgrammeDraftSummary draft) {
        return address(draft.programmeId(), draft.version());
    }

    /** What it is called; its id while it has no name. */
    static String name(ProgrammeDraftSummary draft) {
        LocalText name = draft.name();
        return name.zh().isBlank() && name.en().isBlank()
                ? draft.programmeId()
                : Words.now().of(name);
    }

    static Component draft(ProgrammeDraftSummary draft) {
        Words words = Words.now();
        Span title = new Quoted(name(draft));
        title.addClassName("jx-row-title");
        Span small = new Span(words.of(draft.institution().name()) + " · "
                + Texts.t("rules.version", draft.version()) + " · "
                + Texts.t("rules.prog.changedAt", words.dateTime(draft.changedAt())));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div end = new Div(state(draft.state()));
        end.addClassName("jx-row-end");
        Anchor row = Links.to(address(draft), body, end, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    static Badge state(ProgrammeDraftState state) {
        return new Badge(
                Texts.t("rules.prog.state." + state),
                switch (state) {
                    case DRAFT, ABANDONED -> Badge.Tone.NEUTRAL;
                    case REVIEW -> Badge.Tone.ACCENT;
                    case PUBLISHED -> Badge.Tone.GOOD;
                    case OVERTAKEN -> Badge.Tone.WARNING;
                });
    }

    /** One thing it says a line, part by part. */
    static Component sentences(List<ProgrammeSentence> sentences) {
        Div all = new Div();
        all.addClassName("jx-form");
        for (ProgrammePart part : ProgrammePart.values()) {
            List<ProgrammeSentence> said =
                    sentences.stream().filter(each -> each.part() == part).toList();
            all.add(new H3(Texts.t("rules.prog.part." + part)));
            if (said.isEmpty()) {
                all.add(new Paragraph(Texts.t("rules.prog.says.nothing." + part)));
                continue;
            }
            Facts facts = new Facts();
            facts.addClassName("jx-sentences");
            said.forEach(each -> facts.with(
                    Words.now().of(each.place()), new Quoted(Words.now().of(each.text()))));
            all.add(facts);
        }
        return all;
    }

    /** What is wrong, each a link to the field where it is put right. */
    static Component faults(ProgrammeDraft draft) {
        if (draft.faults().isEmpty()) {
            return new Paragraph(Texts.t("rules.prog.faults.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("jx-bullets");
        draft.faults().stream().limit(FAULTS_SHOWN).forEach(fault -> list.add(new ListItem(fault(draft, fault))));
        Div all = new Div(
                new Paragraph(Texts.t("rules.prog.faults.some", draft.faults().size())), list);
        all.addClassName("jx-form");
        return all;
    }

    private static Anchor fault(ProgrammeDraft draft, RuleFault fault) {
        FaultPlace place = FaultPlace.of(fault.path());
        String address = "%s/edit?part=%s&at=%s"
                .formatted(
                        address(draft.summary()),
                        place.part(),
                        URLEncoder.encode(fault.path(), StandardCharsets.UTF_8));
        return Links.to(
                address,
                Texts.t(
                        "rules.prog.fault",
                        place.inWords(draft.content()),
                        Words.now().of(fault.message())));
    }
}
