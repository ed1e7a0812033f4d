package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.LedgerStore.Changed;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CreditLedgerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalText TEXT = new LocalText("修完课程", "Course completed");
    private static final RulePin RULE = new RulePin("course-to-credit", 2, TEXT, TEXT, "SAMPLE");

    private DocumentStore store;
    private MongoClient client;
    private DocumentsFactory documents;
    private CreditLedger ledger;
    private final LearnerId li = new LearnerId(UUID.randomUUID());

    @BeforeEach
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        documents = new DocumentsFactory(client.getDatabase("ledger_test"));
        ledger = opened();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        client.close();
        store.close();
    }

    @Test
    void fifty_identical_events_at_once_make_one_entry() {
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);

        List<Decision> answers = Flux.range(0, 50)
                .flatMap(i -> ledger.post(posting), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).filteredOn(Decision.Append.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Decision.AlreadyPosted.class::isInstance).hasSize(49);
        assertThat(entries(li)).hasSize(1);
        assertThat(account(li).availableMilli()).isEqualTo(6_000);
    }

    @Test
    void fifty_identical_events_in_two_processes_make_one_entry() {
        CreditLedger other = opened();
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);

        List<Decision> answers = Flux.range(0, 50)
                .flatMap(i -> (i % 2 == 0 ? ledger : other).post(posting), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).filteredOn(Decision.Append.class::isInstance).hasSize(1);
        assertThat(entries(li)).hasSize(1);
        other.close();
    }

    @Test
    void fifty_clients_in_three_processes_lose_and_double_nothing() {
        List<CreditLedger> processes = List.of(ledger, opened(), opened());

        List<Decision> answers = Flux.range(0, 50)
                .flatMap(
                        c -> Flux.range(0, 6)
                                .concatMap(i -> processes
                                        .get(c % 3)
                                        .post(deposit(li, "event-" + c + "-" + i, UUID.randomUUID(), 500))),
                        50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(300).allMatch(Decision.Append.class::isInstance);
        assertThat(entries(li))
                .extracting(EntryDocument::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(account(li).availableMilli()).isEqualTo(150_000);
        assertThat(account(li).seq()).isEqualTo(300);
        processes.stream().skip(1).forEach(CreditLedger::close);
    }

    @Test
    void two_events_about_one_outcome_make_one_award() {
        UUID outcome = UUID.randomUUID();

        List<Decision> answers = Flux.range(0, 20)
                .flatMap(i -> ledger.post(deposit(li, "event-" + i, outcome, 6_000)), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).filteredOn(Decision.Append.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Decision.AwardIsLive.class::isInstance).hasSize(19);
    }

    @Test
    void a_reversal_frees_the_award_also_when_all_entries_are_kept() {
        UUID outcome = UUID.randomUUID();
        Entry wrong = posted(deposit(li, "event-1", outcome, 6_000));
        awaitKept(li, 1);

        assertThat(ledger.post(deposit(li, "event-2", outcome, 6_000)).block(PATIENCE))
                .isInstanceOf(Decision.AwardIsLive.class);
        posted(Posting.reversal(wrong, TEXT));
        awaitKept(li, 2);
        posted(deposit(li, "event-3", outcome, 5_000));

        assertThat(account(li).availableMilli()).isEqualTo(5_000);
        assertThat(account(li).earned()).containsExactly(new AccountDocument.Earned("6-18-01-01", 5_000));
        assertThat(entries(li))
                .extracting(EntryDocument::kind)
                .containsExactly(EntryKind.DEPOSIT, EntryKind.REVERSE, EntryKind.DEPOSIT);
    }

    @Test
    void fifty_clients_cannot_spend_more_than_there_is() {
        posted(deposit(li, "event-1", UUID.randomUUID(), 10_000));

        List<Decision> answers = Flux.range(0, 50)
                .flatMap(i -> ledger.post(debit(li, "spend-" + i, 1_000)), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).filteredOn(Decision.Append.class::isInstance).hasSize(10);
        assertThat(answers).filteredOn(Decision.NotEnough.class::isInstance).hasSize(40);
        assertThat(account(li).availableMilli()).isZero();
    }

    @Test
    void a_process_that_dies_between_the_account_and_the_entries_loses_nothing() {
        LedgerStore ofTheDead = new LedgerStore(documents);
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);
        Instant then = Instant.now().minusSeconds(60);
        PostingBatch batch = new PostingBatch(List.of(), List.of(), then, TODAY);
        batch.decide(posting);
        List<Changed> changes = batch.changes();
        assertThat(ofTheDead.compareAndSet(changes).block(PATIENCE)).isEmpty();

        assertThat(stored(li)).isEmpty();
        assertThat(ledger.post(posting).block(PATIENCE)).isInstanceOf(Decision.AlreadyPosted.class);
        awaitKept(li, 1);

        assertThat(account(li).pending()).isEmpty();
        assertThat(account(li).pendingAt()).isNull();
        assertThat(ledger.post(posting).block(PATIENCE)).isInstanceOf(Decision.AlreadyPosted.class);
        assertThat(account(li).availableMilli()).isEqualTo(6_000);
    }

    @Test
    void a_process_that_dies_between_the_entries_and_the_clearing_doubles_nothing() {
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);
        PostingBatch batch =
                new PostingBatch(List.of(), List.of(), Instant.now().minusSeconds(60), TODAY);
        batch.decide(posting);
        ledger.store().compareAndSet(batch.changes()).block(PATIENCE);
        ledger.store()
                .addEntries(batch.changes().getFirst().account().pending())
                .block(PATIENCE);

        posted(deposit(li, "event-2", UUID.randomUUID(), 500));

        assertThat(account(li).pending()).extracting(EntryDocument::seq).doesNotContain(1L);
        awaitKept(li, 2);
        assertThat(stored(li)).extracting(EntryDocument::seq).containsExactly(1L, 2L);
    }

    @Test
    void more_postings_at_once_than_an_account_may_hold_are_all_written() {
        List<Decision> answers = Flux.range(0, 400)
                .flatMap(i -> ledger.post(deposit(li, "event-" + i, UUID.randomUUID(), 500)), 400)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(400).allMatch(Decision.Append.class::isInstance);
        awaitKept(li, 400);
        assertThat(account(li).availableMilli()).isEqualTo(200_000);
    }

    @Test
    void an_entry_comes_back_as_it_was_and_its_hash_still_holds() {
        Entry written = posted(deposit(li, "event-1", UUID.randomUUID(), 6_000));
        awaitKept(li, 1);

        EntryDocument read = stored(li).getFirst();

        assertThat(read.entry()).isEqualTo(written);
        assertThat(read.leafHash()).isEqualTo(Leaf.hash(written));
        assertThat(read.legs()).extracting(EntryDocument.StoredLeg::milli).containsExactly(6_000L, -6_000L);
    }

    @Test
    void postings_to_many_accounts_are_all_there() {
        List<LearnerId> learners = IntStream.range(0, 200)
                .mapToObj(i -> new LearnerId(UUID.randomUUID()))
                .toList();

        Flux.fromIterable(learners)
                .flatMap(who -> ledger.post(deposit(who, "event-1", UUID.randomUUID(), 500)), 100)
                .blockLast(PATIENCE);

        for (LearnerId who : learners) {
            assertThat(account(who).availableMilli()).isEqualTo(500);
            assertThat(entries(who)).hasSize(1);
        }
    }

    private CreditLedger opened() {
        CreditLedger opened = new CreditLedger(documents, Clock.systemUTC());
        opened.ensureIndexes(client.getDatabase("ledger_test")).block(PATIENCE);
        opened.start();
        return opened;
    }

    private Entry posted(Posting posting) {
        Decision decision = ledger.post(posting).block(PATIENCE);
        assertThat(decision).isInstanceOf(Decision.Append.class);
        return ((Decision.Append) decision).entry();
    }

    private AccountDocument account(LearnerId who) {
        return ledger.store().account(who).block(PATIENCE);
    }

    private List<EntryDocument> stored(LearnerId who) {
        return new ArrayList<>(ledger.store().page(who, null, 1_000).block(PATIENCE)).reversed();
    }

    /** Pending and kept together, each once, oldest first. */
    private List<EntryDocument> entries(LearnerId who) {
        return Mono.zip(ledger.store().account(who), ledger.store().page(who, null, 1_000), (account, kept) -> {
                    List<EntryDocument> all = new ArrayList<>(kept);
                    account.pending().stream()
                            .filter(entry -> kept.stream().noneMatch(k -> k.id().equals(entry.id())))
                            .forEach(all::add);
                    all.sort(java.util.Comparator.comparing(EntryDocument::seq));
                    return all;
                })
                .block(PATIENCE);
    }

    private void awaitKept(LearnerId who, int count) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(stored(who)).hasSize(count);
            assertThat(account(who).pending()).isEmpty();
        });
    }

    private static Posting deposit(LearnerId who, String cause, UUID outcome, long milli) {
        return Posting.deposit(
                who,
                cause,
                new Award(new OutcomeId(outcome), "occupation:6-18-01-01"),
                new Credits(milli),
                "6-18-01-01",
                RULE,
                TEXT,
                List.of(new Finding(TEXT, TEXT, TEXT, true, "第三条", "SAMPLE")));
    }

    private static Posting debit(LearnerId who, String cause, long milli) {
        return Posting.debit(who, cause, new Credits(milli), "application:x", TEXT);
    }
}
