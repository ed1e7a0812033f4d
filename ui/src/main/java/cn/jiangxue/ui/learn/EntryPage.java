package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.LessonEvidence;
import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.CreditApi.Withdrawn;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.FindingList;
import cn.jiangxue.ui.parts.LessonIcon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.UUID;

/** The chain behind one entry: entry ← rule ← outcome ← lessons ← seconds. */
@Route("account/entries/:seq([0-9]{1,15})")
@RolesAllowed("LEARNER")
class EntryPage extends Page implements BeforeEnterObserver {

    private final transient CreditApi credit;
    private final transient TransparencyApi logs;

    EntryPage(CreditApi credit, TransparencyApi logs) {
        super("learn.entry");
        this.credit = credit;
        this.logs = logs;
        addClassName("jx-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long seq = event.getRouteParameters().getLong("seq").orElseThrow(NotFoundException::new);
        Trace trace = credit.trace(seq);
        removeAll();
        OrderedList chain = new OrderedList(new ListItem(entry(trace.entry())));
        chain.addClassName("jx-chain");
        RuleRef rule = trace.entry().rule();
        if (rule != null) {
            chain.add(new ListItem(rule(rule, trace)));
        }
        if (trace.outcome() != null) {
            chain.add(new ListItem(outcome(trace.outcome())));
        }
        if (!trace.lessons().isEmpty()) {
            chain.add(new ListItem(lessons(trace)));
        }
        credit.myCorrections(trace.entry().entryId(), null)
                .items()
                .forEach(correction -> chain.add(new ListItem(correction(correction))));
        add(
                new PageHeader(t("learn.entry.title", Words.change(trace.entry().availableChangeMilli())))
                        .above(Links.back("/account", t("learn.account")))
                        .lead(words().of(trace.entry().reason())),
                chain,
                new Panel(t("learn.proof"), ProofDownloads.ofEntry(logs, seq)));
    }

    private static Component entry(Entry entry) {
        Facts facts = new Facts()
                .with(t("learn.entry.kind"), t("learn.entry." + entry.kind()))
                .with(t("learn.entry.meaning"), meaning(entry))
                .with(t("learn.entry.at"), words().dateTime(entry.postedAt()))
                .with(t("learn.entry.balance"), Words.credits(entry.balanceAfterMilli()))
                .with(t("learn.entry.number"), "#" + entry.seq());
        if (entry.reversesSeq() != null) {
            facts.with(
                    t("learn.entry.reverses"),
                    Links.to("/account/entries/" + entry.reversesSeq(), "#" + entry.reversesSeq()));
        }
        LocalDate until = entry.usableUntil();
        if (until != null) {
            facts.with(t("learn.entry.lastDay"), words().date(until.minusDays(1)));
        }
        Span id = new Span(entry.entryId().toString());
        id.addClassName("jx-hash");
        facts.with(t("learn.entry.id"), id);
        Span hash = new Span(entry.leafHash());
        hash.addClassName("jx-hash");
        facts.with(t("learn.entry.hash"), hash);
        return new Panel(t("learn.chain.entry"), facts);
    }

    /** What an entry of its kind did, as a sentence. */
    private static String meaning(Entry entry) {
        long moved = entry.availableChangeMilli() == 0 ? entry.heldChangeMilli() : entry.availableChangeMilli();
        return t("learn.entry.meaning." + entry.kind(), Words.credits(Math.abs(moved)));
    }

    private static Component correction(Correction correction) {
        Facts facts = new Facts()
                .with(t("learn.correction.state"), t("learn.correction." + correction.state()))
                .with(t("learn.correction.reason"), correction.reason())
                .with(
                        t("learn.correction.proposed"),
                        correction.proposedBy() + " · " + words().dateTime(correction.proposedAt()));
        if (correction.decidedAt() != null) {
            facts.with(
                    t("learn.correction.decided"),
                    correction.decidedBy() + " · " + words().dateTime(correction.decidedAt()));
        }
        if (correction.decisionReason() != null && !correction.decisionReason().isBlank()) {
            facts.with(t("learn.correction.decision"), correction.decisionReason());
        }
        if (correction.reversalSeq() != null) {
            facts.with(
                    t("learn.correction.posted"),
                    Links.to("/account/entries/" + correction.reversalSeq(), "#" + correction.reversalSeq()));
        }
        if (correction.hindrance() != null) {
            facts.with(t("learn.correction.hindrance"), words().of(correction.hindrance()));
        }
        return new Panel(t("learn.chain.correction"), facts);
    }

    private static Component rule(RuleRef rule, Trace trace) {
        return new Panel(
                t("learn.chain.rule"),
                new Facts()
                        .with(t("learn.rule.name"), words().of(rule.name()))
                        .with(t("learn.rule.version"), rule.ruleId() + " · v" + rule.version())
                        .with(t("learn.rule.clause"), new Quoted(rule.clause())),
                new FindingList(trace.calculation()));
    }

    private static Component outcome(Outcome outcome) {
        Facts facts = new Facts()
                .with(t("learn.outcome.title"), words().of(outcome.title()))
                .with(t("learn.outcome.issuer"), words().of(outcome.issuer()))
                .with(t("learn.outcome.on"), words().date(outcome.attainedOn()))
                .with(t("learn.outcome.hours"), t("parts.classHours", outcome.classHours()));
        if (outcome.scorePercent() != null) {
            facts.with(t("learn.outcome.score"), outcome.scorePercent() + " %");
        }
        Withdrawn withdrawn = outcome.withdrawn();
        if (withdrawn != null) {
            facts.with(t("learn.outcome.withdrawn.on"), words().date(withdrawn.at()))
                    .with(t("learn.outcome.withdrawn.ground"), words().of(withdrawn.ground()))
                    .with(t("learn.outcome.withdrawn.why"), new Quoted(withdrawn.reason()));
        }
        return new Panel(t("learn.chain.outcome"), facts);
    }

    private static Component lessons(Trace trace) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        trace.lessons().forEach(lesson -> rows.add(new ListItem(lesson(lesson, trace.enrolmentId()))));
        Span total = new Span(t("learn.chain.total", words().duration(trace.studySeconds())));
        total.addClassName("jx-quiet");
        return new Panel(t("learn.chain.lessons"), total, rows);
    }

    private static Component lesson(LessonEvidence lesson, @org.jspecify.annotations.Nullable UUID enrolmentId) {
        Span mark = new Span(LessonIcon.of(lesson.kind()).svg());
        mark.addClassNames("jx-lesson-mark", "jx-lesson-complete");
        Span title = new Span(words().of(lesson.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(what(lesson) + " · " + words().dateTime(lesson.completedAt()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        if (enrolmentId == null || lesson.coveredSeconds() == 0) {
            Div row = new Div(mark, body);
            row.addClassName("jx-row");
            return row;
        }
        var row = Links.to("/account/study/" + enrolmentId + "/" + lesson.lessonId(), mark, body);
        row.addClassName("jx-row");
        return row;
    }

    private static String what(LessonEvidence lesson) {
        return switch (lesson.kind()) {
            case QUIZ -> t("learn.chain.score", lesson.scorePercent() == null ? 0 : lesson.scorePercent());
            case TEXT -> t("learn.chain.read");
            case VIDEO ->
                t(
                        "learn.chain.seen",
                        words().duration(lesson.coveredSeconds()),
                        words().duration(lesson.studySeconds()));
        };
    }
}
