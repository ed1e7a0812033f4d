package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.BulkDecision;
import cn.jiangxue.contract.RecognitionApi.BulkItem;
import cn.jiangxue.contract.RecognitionApi.BulkResult;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cases whose outcomes prove themselves, granted together: chosen, tried, then done; nothing is done that was not tried as it stands. Each has its own answer, and an id
 * made once, so that a second tap decides nothing twice.
 */
@Route("recognise/bulk")
@RolesAllowed("RECOGNITION_OFFICER")
class BulkDecisionPage extends cn.jiangxue.ui.shell.Page implements BeforeEnterObserver {

    private static final int PAGES_MOST = 10;

    private final transient RecognitionApi recognition;
    private final transient Map<UUID, RecognitionSummary> waiting = new LinkedHashMap<>();
    private final transient Map<UUID, UUID> decisionIds = new LinkedHashMap<>();
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final Div results = new Div();
    private final ProblemNotice problem = new ProblemNotice();
    private @Nullable Button grant;

    BulkDecisionPage(RecognitionApi recognition) {
        super("recognise.bulk");
        this.recognition = recognition;
        results.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
        removeAll();
        add(new PageHeader(t("recognise.bulk"))
                .above(Links.back(RecognitionInboxPage.PATH, t("recognise.cases")))
                .lead(t("recognise.bulk.lead")));
        if (waiting.isEmpty()) {
            add(new EmptyState(Icon.INBOX, t("recognise.bulk.none"), t("recognise.bulk.none.text")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        waiting.values().forEach(summary -> rows.add(new ListItem(row(summary))));
        Button dry = Buttons.plain(t("recognise.bulk.try"), () -> run(true));
        dry.setId("bulk-try");
        Button decide = new Button(t("recognise.bulk.grant"), click -> run(false));
        decide.setId("bulk-grant");
        decide.setEnabled(false);
        grant = decide;
        Div actions = new Div(dry, decide);
        actions.addClassName("jx-actions");
        add(new Panel(t("recognise.bulk.waiting"), rows, problem, actions), results);
    }

    /** As many as one decision may hold. */
    private void load() {
        waiting.clear();
        chosen.clear();
        String cursor = null;
        for (int page = 0; page < PAGES_MOST && waiting.size() < RecognitionApi.BULK_MOST; page++) {
            Page<RecognitionSummary> found = recognition.inbox(Stage.DECIDING, false, false, cursor);
            found.items().stream()
                    .filter(RecognitionSummary::automatic)
                    .limit(RecognitionApi.BULK_MOST - waiting.size())
                    .forEach(summary -> waiting.put(summary.id(), summary));
            cursor = found.next();
            if (cursor == null) {
                break;
            }
        }
        chosen.addAll(waiting.keySet());
    }

    private Div row(RecognitionSummary summary) {
        Checkbox use = new Checkbox(summary.learnerName() + " · " + words().of(summary.programme()), true);
        use.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.add(summary.id());
            } else {
                chosen.remove(summary.id());
            }
            if (grant != null) {
                grant.setEnabled(false);
            }
        });
        Span small = new Span(t("parts.credits", Words.credits(summary.grantedMilli())));
        small.addClassName("jx-quiet");
        Div body = new Div(use, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body, Links.to(RecognitionInboxPage.PATH + "/" + summary.id(), t("recognise.bulk.open")));
        row.addClassName("jx-row");
        return row;
    }

    private void run(boolean dryRun) {
        if (chosen.isEmpty()) {
            return;
        }
        List<BulkItem> items = new ArrayList<>();
        waiting.values().stream()
                .filter(summary -> chosen.contains(summary.id()))
                .forEach(summary -> items.add(new BulkItem(
                        summary.id(),
                        decisionIds.computeIfAbsent(summary.id(), key -> Ids.next()),
                        summary.revision())));
        try {
            show(recognition.decideMany(new BulkDecision(items, true, "", dryRun)), dryRun);
            if (grant != null) {
                grant.setEnabled(dryRun);
            }
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void show(List<BulkResult> answers, boolean dryRun) {
        Map<UUID, BulkResult> byCase =
                answers.stream().collect(Collectors.toMap(BulkResult::caseId, Function.identity()));
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        waiting.values().forEach(summary -> {
            BulkResult answer = byCase.get(summary.id());
            if (answer != null) {
                rows.add(new ListItem(result(summary, answer, dryRun)));
            }
        });
        long done = answers.stream().filter(BulkResult::done).count();
        results.removeAll();
        results.add(new Panel(t(dryRun ? "recognise.bulk.tried" : "recognise.bulk.done", done, answers.size()), rows));
    }

    private Div result(RecognitionSummary summary, BulkResult answer, boolean dryRun) {
        Span name = new Span(summary.learnerName() + " · " + words().of(summary.programme()));
        name.addClassName("jx-row-title");
        Div body = new Div(name);
        if (answer.problem() != null) {
            Span why = new Span(words().of(answer.problem()));
            why.addClassName("jx-quiet");
            body.add(why);
        }
        body.addClassName("jx-row-body");
        String good = t(dryRun ? "recognise.bulk.would" : "recognise.bulk.granted");
        Div row = new Div(
                body,
                answer.done()
                        ? new Badge(good, Badge.Tone.GOOD)
                        : new Badge(t("recognise.bulk.not"), Badge.Tone.WARNING));
        row.addClassName("jx-row");
        return row;
    }
}
