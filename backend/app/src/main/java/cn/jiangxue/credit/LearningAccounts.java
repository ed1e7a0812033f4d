package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Balance;
import cn.jiangxue.contract.CreditApi.Ending;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Hold;
import cn.jiangxue.contract.CreditApi.LessonEvidence;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.learning.StudyEvidence;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.LearningOutcomes.Attained;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What learners see of the ledger: the balance, every entry, and under each entry what it rests on. */
@Component
public class LearningAccounts {

    /** Entries on one page: what a phone shows without much scrolling, and as many as a short account has. */
    static final int PAGE = 10;

    /** How long ahead the holder is warned of credit that ends. */
    private static final int WARNED_DAYS = 180;

    private final LedgerStore store;
    private final LearningOutcomes outcomes;
    private final CivilTime time;

    LearningAccounts(CreditLedger ledger, LearningOutcomes outcomes) {
        this.store = ledger.store();
        this.outcomes = outcomes;
        this.time = ledger.time();
    }

    /** Credit earned by live awards, by occupation code. */
    public Mono<Map<String, Credits>> earned(LearnerId learner) {
        return store.account(learner).map(account -> new TreeMap<>(account.earned()));
    }

    /** What live awards for these outcomes, each toward its target, add up to, by outcome; at most 200 at once. */
    public Mono<Map<UUID, Credits>> standing(LearnerId learner, Map<OutcomeId, String> targets) {
        List<String> awards = targets.entrySet().stream()
                .map(each -> EntryDocument.awardKey(learner, new Award(each.getKey(), each.getValue())))
                .toList();
        return store.entriesByAward(awards)
                .map(entries -> entries.stream()
                        .filter(entry -> entry.outcomeId() != null)
                        .collect(Collectors.toMap(
                                entry -> Objects.requireNonNull(entry.outcomeId()),
                                entry -> new Credits(entry.availableChangeMilli()),
                                Credits::plus)));
    }

    /** What can be used and what is set aside. */
    public Mono<Balance> balance(LearnerId learner) {
        return store.account(learner).map(this::balance);
    }

    /** Balance and 10 entries, newest first. One read of an index range, however long the account is; on later pages one more of the newest entry. */
    Mono<Account> account(LearnerId learner, @Nullable String cursor) {
        Long before = seq(cursor);
        Mono<List<EntryDocument>> kept = store.page(learner, before, PAGE);
        return before == null
                ? kept.map(newestFirst -> account(
                        LedgerStore.account(learner, newestFirst.stream().findFirst()), newestFirst))
                : Mono.zip(store.account(learner), kept, this::account);
    }

    private Account account(AccountState account, List<EntryDocument> kept) {
        return new Account(account.learner().value(), balance(account), page(kept), ending(account), holds(account));
    }

    /** 10 entries, newest first; of one kind, or of all. */
    Mono<Page<Entry>> entries(LearnerId learner, @Nullable EntryKind kind, @Nullable String cursor) {
        Long before = seq(cursor);
        return kind == null
                ? store.page(learner, before, PAGE).map(LearningAccounts::page)
                : store.page(learner, kind, before, PAGE + 1)
                        .map(found -> page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE));
    }

    private static @Nullable Long seq(@Nullable String cursor) {
        return cursor == null ? null : (Long) Cursors.decode(cursor, Long.class).getFirst();
    }

    private List<Ending> ending(AccountState account) {
        LocalDate today = time.today();
        return account.lots().lots().stream()
                .filter(lot -> lot.until() != null
                        && today.isBefore(lot.until())
                        && !lot.until().isAfter(today.plusDays(WARNED_DAYS)))
                .map(lot -> new Ending(
                        Objects.requireNonNull(lot.until()), lot.amount().milli()))
                .toList();
    }

    /** What is set aside for applications; the sum that earlier accounts had set aside is for none. */
    static List<Hold> holds(AccountState account) {
        return account.holds().stream()
                .filter(hold -> hold.key().startsWith("id:"))
                .map(hold -> new Hold(
                        UUID.fromString(hold.key().substring("id:".length())),
                        UUID.fromString(hold.counter().substring("application:".length())),
                        hold.amount().milli()))
                .toList();
    }

    /** From an entry back to the seconds; NOT_FOUND when the learner has no such entry. */
    Mono<Trace> trace(LearnerId learner, long seq) {
        return store.entry(learner, seq)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(entry -> attained(learner, entry).map(attained -> trace(entry, attained)));
    }

    private Mono<Optional<Attained>> attained(LearnerId learner, EntryDocument entry) {
        UUID outcome = entry.outcomeId();
        return outcome == null
                ? Mono.just(Optional.empty())
                : outcomes.find(learner, new OutcomeId(outcome))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    /** Numbers begin at 1 and have no gap, so the oldest on a page tells whether there are more. */
    private static Page<Entry> page(List<EntryDocument> shown) {
        return page(shown, !shown.isEmpty() && shown.getLast().seq() > 1);
    }

    private static Page<Entry> page(List<EntryDocument> shown, boolean more) {
        return new Page<>(
                shown.stream().map(EntryDocument::view).toList(),
                more ? Cursors.encode(shown.getLast().seq()) : null);
    }

    private Balance balance(AccountState account) {
        return new Balance(
                account.usableOn(time.today()).milli(), account.held().milli(), account.seq());
    }

    private static Trace trace(EntryDocument entry, Optional<Attained> attained) {
        StudyEvidence study = attained.map(Attained::study).orElse(null);
        return new Trace(
                entry.view(),
                attained.map(Attained::outcome).orElse(null),
                entry.findings(),
                study == null ? null : study.enrolmentId(),
                study == null ? null : study.courseId(),
                study == null ? 0 : study.courseVersion(),
                study == null ? 0 : study.studySeconds(),
                study == null
                        ? List.of()
                        : study.lessons().stream().map(LearningAccounts::lesson).toList());
    }

    private static LessonEvidence lesson(cn.jiangxue.learning.LessonEvidence lesson) {
        return new LessonEvidence(
                lesson.lessonId(),
                lesson.title(),
                lesson.kind(),
                lesson.coveredSeconds(),
                lesson.studySeconds(),
                lesson.scorePercent(),
                lesson.completedAt());
    }
}
