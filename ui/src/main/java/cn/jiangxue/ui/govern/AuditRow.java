package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.AuditApi.AuditRecord;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A record of the audit in words: what was done, by whom, when, to what. Each part leads to the records that share it. */
final class AuditRow {

    private static final int SHORT_ID = 12;

    private AuditRow() {}

    static Component of(AuditRecord record, AuditQuery query) {
        Words words = Words.now();
        Anchor action = Links.to(query.withAction(record.action()).addressPath(), words.of(record.actionName()));
        action.addClassName("jx-row-title");
        UUID actorId = record.actorId();
        Component actor = actorId == null
                ? new Span(record.actorName())
                : Links.to(query.withActor(actorId).addressPath(), record.actorName());
        Span when = new Span(Texts.t("govern.audit.record", record.seq(), words.dateTime(record.at())));
        when.addClassNames("jx-quiet", "jx-number");
        Div line = new Div(action, actor, when);
        line.addClassName("jx-audit-line");
        Div body = new Div(line, about(record, query));
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    /** The subject and what explains the record, each with its name before it. */
    private static Component about(AuditRecord record, AuditQuery query) {
        String kind = record.subject().substring(0, Math.max(0, record.subject().indexOf(':')));
        Anchor subject = Links.to(
                query.withSubject(record.subject()).addressPath(),
                pair(Texts.known("govern.audit.kind." + kind, kind), shortened(record.subject())));
        subject.setTitle(record.subject());
        Div about = new Div(subject);
        about.addClassName("jx-audit-facts");
        record.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> new Span(pair(
                        Texts.known("govern.audit.fact." + fact.getKey(), fact.getKey()),
                        value(fact.getKey(), fact.getValue()))))
                .forEach(about::add);
        return about;
    }

    private static String pair(String name, String value) {
        return Texts.t("govern.audit.pair", name, value);
    }

    /** The end of an id tells it from others; its beginning is the time. */
    private static String shortened(String id) {
        return id.length() <= SHORT_ID ? id : "…" + id.substring(id.length() - SHORT_ID);
    }

    /** Values that name something known, in words. */
    private static String value(String fact, String value) {
        return switch (fact) {
            case "role" -> Texts.known("parts.role." + value, value);
            case "grade" -> Texts.known("parts.grade." + value, value);
            case "state" -> Texts.known("parts.credential." + value, value);
            case "kind" -> Texts.known("shell.consent." + value, value);
            case "decision" -> Texts.known("govern.audit.decision." + value, value);
            case "disclosed" -> disclosed(value);
            case "course", "case", "file", "learner", "session" -> shortened(value);
            default -> value;
        };
    }

    /** A set as it prints itself. */
    private static String disclosed(String set) {
        String names = Arrays.stream(set.replaceAll("[\\[\\] ]", "").split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> Texts.known("learn.disclosure." + each, each))
                .collect(Collectors.joining(" · "));
        return names.isEmpty() ? Texts.t("govern.none") : names;
    }
}
