package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.transparency.LeafQueue;
import cn.jiangxue.transparency.OpenedLog;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(1));
    private static final Instant JUST_NOW = Instant.now().minusSeconds(6);
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
        assertThat(stored(li)).hasSize(1);
        assertThat(account(li).available().milli()).isEqualTo(6_000);
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
        assertThat(stored(li)).hasSize(1);
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
        assertThat(stored(li))
                .extracting(EntryDocument::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(account(li).available().milli()).isEqualTo(150_000);
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

        assertThat(account(li).available().milli()).isEqualTo(5_000);
        assertThat(account(li).earned()).containsOnly(Map.entry("6-18-01-01", new Credits(5_000)));
        assertThat(stored(li))
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
        assertThat(account(li).available().isZero()).isTrue();
    }

    @Test
    void a_process_that_dies_between_the_announcement_and_the_entries_leaves_nothing_behind() {
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);
        List<EntryDocument> never = decided(posting).appended();
        ledger.store().announce(Announcement.of(ids(never), LONG_AGO)).block(PATIENCE);

        awaitNothingAnnounced();
        posted(posting);

        assertThat(stored(li)).hasSize(1);
        assertThat(leaves()).hasSize(1);
    }

    @Test
    void a_process_that_dies_between_the_entries_and_their_leaves_loses_and_doubles_nothing() {
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);
        List<EntryDocument> added = decided(posting).appended();
        ledger.store().announce(Announcement.of(ids(added), JUST_NOW)).block(PATIENCE);
        assertThat(ledger.store().append(added).block(PATIENCE)).hasSize(1);

        assertThat(ledger.post(posting).block(PATIENCE)).isInstanceOf(Decision.AlreadyPosted.class);
        awaitNothingAnnounced();

        assertThat(leaves()).containsExactly(added.getFirst().newLeaf().hash());
        assertThat(account(li).available().milli()).isEqualTo(6_000);
        assertThat(stored(li)).hasSize(1);
    }

    @Test
    void one_that_is_slow_to_add_what_it_announced_still_gets_its_leaf() {
        Posting posting = deposit(li, "event-1", UUID.randomUUID(), 6_000);
        List<EntryDocument> slow = decided(posting).appended();
        ledger.store().announce(Announcement.of(ids(slow), JUST_NOW)).block(PATIENCE);
        ledger.sweep().block(PATIENCE);
        assertThat(announced()).isEqualTo(1);

        ledger.store().append(slow).block(PATIENCE);
        awaitNothingAnnounced();

        assertThat(leaves()).hasSize(1);
    }

    @Test
    void an_entry_whose_write_was_repeated_because_its_answer_was_lost_gets_its_leaf() {
        List<EntryDocument> twice =
                decided(deposit(li, "event-1", UUID.randomUUID(), 6_000)).appended();
        Announcement announcement = Announcement.of(ids(twice), Instant.now());
        ledger.store().announce(announcement).block(PATIENCE);
        ledger.store().append(twice).block(PATIENCE);
        List<EntryDocument> secondTime = ledger.store().append(twice).block(PATIENCE);

        new LeafRelay(ledger.store(), new LeafQueue(documents, LedgerLeaves.LOG, Clock.systemUTC()), Clock.systemUTC())
                .offer(announcement, twice, secondTime);
        awaitNothingAnnounced();

        assertThat(secondTime).isEmpty();
        assertThat(leaves()).hasSize(1);
    }

    @Test
    void of_two_who_decide_on_the_same_account_one_adds_its_entry_and_the_other_none() {
        List<EntryDocument> one =
                decided(deposit(li, "event-1", UUID.randomUUID(), 500)).appended();
        List<EntryDocument> other =
                decided(deposit(li, "event-2", UUID.randomUUID(), 700)).appended();

        assertThat(ledger.store().append(one).block(PATIENCE)).isEqualTo(one);
        assertThat(ledger.store().append(other).block(PATIENCE)).isEmpty();

        assertThat(account(li).available().milli()).isEqualTo(500);
    }

    @Test
    void a_refusal_never_rests_on_an_account_that_others_moved_on() {
        CreditLedger other = opened();
        posted(deposit(li, "event-1", UUID.randomUUID(), 1_000));
        assertThat(other.post(deposit(li, "event-2", UUID.randomUUID(), 9_000)).block(PATIENCE))
                .isInstanceOf(Decision.Append.class);

        assertThat(ledger.post(debit(li, "spend-1", 8_000)).block(PATIENCE)).isInstanceOf(Decision.Append.class);
        other.close();
    }

    @Test
    void an_award_counts_once_also_where_another_process_gave_it_meanwhile() {
        CreditLedger other = opened();
        UUID outcome = UUID.randomUUID();
        posted(deposit(li, "event-0", UUID.randomUUID(), 1_000));
        other.post(deposit(li, "event-1", outcome, 6_000)).block(PATIENCE);

        assertThat(ledger.post(deposit(li, "event-2", outcome, 6_000)).block(PATIENCE))
                .isInstanceOf(Decision.AwardIsLive.class);
        assertThat(account(li).available().milli()).isEqualTo(7_000);
        other.close();
    }

    @Test
    void four_hundred_postings_to_one_account_at_once_are_all_written() {
        List<Decision> answers = Flux.range(0, 400)
                .flatMap(i -> ledger.post(deposit(li, "event-" + i, UUID.randomUUID(), 500)), 400)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(400).allMatch(Decision.Append.class::isInstance);
        awaitKept(li, 400);
        assertThat(account(li).available().milli()).isEqualTo(200_000);
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
            assertThat(account(who).available().milli()).isEqualTo(500);
            assertThat(stored(who)).hasSize(1);
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

    private AccountState account(LearnerId who) {
        return ledger.store().account(who).block(PATIENCE);
    }

    /** Oldest first. */
    private List<EntryDocument> stored(LearnerId who) {
        return new ArrayList<>(ledger.store().page(who, null, 1_000).block(PATIENCE)).reversed();
    }

    /** On the account as it is now, without a word to anybody. */
    private PostingBatch decided(Posting posting) {
        PostingBatch batch = new PostingBatch(
                Map.of(posting.learner().value(), account(posting.learner())),
                Map.of(),
                List.of(),
                true,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                TODAY);
        assertThat(batch.decide(posting)).isInstanceOf(Decision.Append.class);
        return batch;
    }

    private static List<UUID> ids(List<EntryDocument> entries) {
        return entries.stream().map(EntryDocument::id).toList();
    }

    private Collection<Hash> leaves() {
        return OpenedLog.leaves(documents, LedgerLeaves.LOG).block(PATIENCE).values();
    }

    private long announced() {
        return Mono.from(client.getDatabase("ledger_test")
                        .getCollection(LedgerStore.ANNOUNCEMENTS)
                        .countDocuments())
                .block(PATIENCE);
    }

    private void awaitNothingAnnounced() {
        Awaitility.await().atMost(PATIENCE).until(() -> announced() == 0);
    }

    private void awaitKept(LearnerId who, int count) {
        awaitNothingAnnounced();
        assertThat(stored(who)).hasSize(count);
        assertThat(leaves()).hasSize(count);
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
