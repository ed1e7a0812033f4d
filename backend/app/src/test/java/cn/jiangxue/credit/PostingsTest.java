package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** All kinds of entries as other features post them. */
class PostingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LearnerId li = new LearnerId(UUID.randomUUID());
    private Ground ground;
    private CreditLedger ledger;
    private Postings postings;

    @BeforeEach
    void open() {
        ground = new Ground();
        ledger = new CreditLedger(ground.documents, ground.time);
        ledger.ensureIndexes(ground.database).block();
        ledger.start();
        postings = new Postings(ledger);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        ground.close();
    }

    @Test
    void all_seven_kinds_are_posted_and_a_repeat_of_each_answers_the_same_entry() {
        UUID held = UUID.randomUUID();
        LocalDate soon = ground.time.today().plusDays(1);
        Movement.Deposit lower = Ask.deposit(li, 8_000, null);
        Posted.Entered first = entered(lower);
        Movement supersede = new Movement.Supersede(li, first.entry().entryId(), Ask.REASON, Mandate.SYSTEM);
        Movement.Deposit higher = Ask.deposit(li, 12_000, null);
        Movement ending = Ask.deposit(li, 500, soon);
        List<Movement> all = List.of(
                lower,
                supersede,
                higher,
                Ask.hold(li, held, 3_000),
                Ask.apply(li, held, 3_000),
                Ask.debit(li, 2_000),
                ending);
        all.forEach(this::entered);
        Posted.Entered spent = entered(all.get(5));
        Movement reverse = new Movement.Reverse(li, spent.entry().entryId(), Ask.REASON, Mandate.SYSTEM);
        entered(reverse);
        ground.clock.advanceSeconds(Duration.ofDays(1).toSeconds());
        entered(new Movement.Expire(li, soon));

        for (Movement again : all) {
            assertThat(entered(again).repeated()).isTrue();
        }
        assertThat(entered(reverse).repeated()).isTrue();
        assertThat(post(new Movement.Expire(li, soon))).isInstanceOf(Posted.Nothing.class);
        assertThat(ledger.store().account(li).block().available().milli()).isEqualTo(9_000);
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        EntryKind.DEPOSIT,
                        EntryKind.SUPERSEDE,
                        EntryKind.DEPOSIT,
                        EntryKind.HOLD,
                        EntryKind.APPLY,
                        EntryKind.DEBIT,
                        EntryKind.DEPOSIT,
                        EntryKind.REVERSE,
                        EntryKind.EXPIRE);
    }

    @Test
    void the_same_id_with_another_content_is_a_conflict() {
        Movement.Deposit first = Ask.deposit(li, 8_000, null);
        entered(first);
        Movement.Hold other = Ask.hold(li, first.id(), 1_000);
        Movement.Deposit more = new Movement.Deposit(
                first.id(),
                li,
                first.outcome(),
                first.target(),
                new Credits(8_001),
                first.occupationCode(),
                first.rule(),
                null,
                first.reason(),
                first.findings(),
                first.mandate());

        assertThat(refused(other)).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(refused(more)).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void fifty_identical_requests_at_once_make_one_entry_and_get_identical_answers() {
        Movement deposit = Ask.deposit(li, 6_000, null);

        List<Posted> answers = Flux.range(0, 50)
                .flatMap(i -> postings.post(deposit), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers)
                .extracting(answer -> ((Posted.Entered) answer).entry())
                .hasSize(50)
                .containsOnly(((Posted.Entered) answers.getFirst()).entry());
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void of_two_hundred_spends_on_one_balance_exactly_as_many_succeed_as_fit() {
        entered(Ask.deposit(li, 30_000, ground.time.today().plusDays(10)));
        entered(Ask.deposit(li, 20_500, null));
        CreditLedger another = new CreditLedger(ground.documents, ground.time);
        Postings elsewhere = new Postings(another);

        List<Posted> answers = Flux.range(0, 200)
                .flatMap(
                        i -> (i % 2 == 0 ? postings : elsewhere)
                                .post(i % 4 < 3 ? Ask.debit(li, 1_000) : Ask.hold(li, UUID.randomUUID(), 1_000)),
                        200)
                .collectList()
                .block(PATIENCE);

        long spent = answers.stream().filter(Posted.Entered.class::isInstance).count();
        AccountState account = ledger.store().account(li).block();
        assertThat(spent).isEqualTo(50);
        assertThat(account.available().milli()).isEqualTo(500);
        assertThat(answers)
                .filteredOn(Posted.Refused.class::isInstance)
                .extracting(answer -> ((Posted.Refused) answer).code())
                .isSubsetOf(ProblemCode.CREDIT_NOT_ENOUGH, ProblemCode.HOLDS_AT_LIMIT);
        another.close();
    }

    @Test
    void a_refusal_says_what_is_asked_what_is_there_and_by_which_clause() {
        entered(Ask.deposit(li, 1_500, null));

        Posted.Refused refused = (Posted.Refused) post(Ask.debit(li, 2_000));

        assertThat(refused)
                .isEqualTo(new Posted.Refused(ProblemCode.CREDIT_NOT_ENOUGH, List.of("2", "1.5"), "匠学学分账户规则第4条"));
    }

    @Test
    void a_clock_that_is_set_back_does_not_change_the_order() {
        entered(Ask.deposit(li, 1_000, null));
        ground.clock.advanceSeconds(-3_600);
        entered(Ask.deposit(li, 2_000, null));

        List<EntryDocument> newestFirst = newestFirst();

        assertThat(newestFirst).extracting(EntryDocument::seq).containsExactly(2L, 1L);
        assertThat(newestFirst.getFirst().balanceAfterMilli()).isEqualTo(3_000);
        assertThat(newestFirst.getFirst().postedAt())
                .isEqualTo(newestFirst.getLast().postedAt().minusSeconds(3_600));
    }

    @Test
    void nothing_is_taken_back_in_the_account_of_somebody_else() {
        UUID entry = entered(Ask.deposit(li, 1_000, null)).entry().entryId();
        LearnerId wang = new LearnerId(UUID.randomUUID());

        assertThat(refused(new Movement.Reverse(wang, entry, Ask.REASON, Mandate.SYSTEM)))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void an_entry_taken_back_by_somebody_else_before_is_said_to_be() {
        UUID entry = entered(Ask.deposit(li, 1_000, null)).entry().entryId();
        entered(new Movement.Reverse(li, entry, Ask.REASON, Mandate.SYSTEM));
        Mandate other = new Mandate(null, UUID.randomUUID());

        Posted.Refused refused = (Posted.Refused) post(new Movement.Reverse(li, entry, Ask.REASON, other));

        assertThat(refused.code()).isEqualTo(ProblemCode.CREDIT_TAKEN_BACK);
        assertThat(refused.values()).containsExactly(2L);
    }

    private List<EntryDocument> newestFirst() {
        return ledger.store().page(li, null, 100).block();
    }

    private List<EntryKind> kinds() {
        return newestFirst().stream().map(EntryDocument::kind).toList();
    }

    private Posted post(Movement movement) {
        return postings.post(movement).block(PATIENCE);
    }

    private Posted.Entered entered(Movement movement) {
        Posted posted = post(movement);
        assertThat(posted).isInstanceOf(Posted.Entered.class);
        return (Posted.Entered) posted;
    }

    private ProblemCode refused(Movement movement) {
        return ((Posted.Refused) post(movement)).code();
    }
}
