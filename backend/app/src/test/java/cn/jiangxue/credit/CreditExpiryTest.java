package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Ending;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.ShelfLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credit that ends, over a real store. Days are those of Asia/Shanghai. */
class CreditExpiryTest {

    private static final LocalDate END = LocalDate.of(2026, 9, 1);

    private final LearnerId li = new LearnerId(UUID.randomUUID());
    private Ground ground;
    private CreditLedger ledger;
    private Postings postings;
    private LearningAccounts accounts;
    private CreditExpiry expiry;

    @BeforeEach
    void open() {
        ground = new Ground();
        noon(LocalDate.of(2019, 9, 1));
        ledger = new CreditLedger(ground.documents, ground.time);
        ledger.ensureIndexes(ground.database).block();
        ledger.start();
        postings = new Postings(ledger);
        LearningOutcomes outcomes = OutcomeFixture.over(ground, ground.outbox(List.of(), List.of()));
        accounts = new LearningAccounts(ledger, outcomes);
        expiry = expiry();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        ground.close();
    }

    /** Worked example 8. */
    @Test
    void a_seven_year_credit_is_redeemed_on_the_last_day_and_not_on_the_day_after() {
        LocalDate until = new ShelfLife(7).until(LocalDate.of(2019, 9, 1));
        entered(Ask.deposit(li, 6_000, until));
        Movement redemption = Ask.debit(li, 6_000);

        at("2026-08-31T16:00:00Z");
        assertThat(refused(redemption)).isEqualTo(ProblemCode.CREDIT_NOT_ENOUGH);
        at("2026-08-31T15:59:59.999Z");
        entered(redemption);

        assertThat(refused(Ask.debit(li, 6_000))).isEqualTo(ProblemCode.CREDIT_NOT_ENOUGH);
        assertThat(post(redemption))
                .isInstanceOfSatisfying(
                        Posted.Entered.class,
                        again -> assertThat(again.repeated()).isTrue());
    }

    @Test
    void what_is_left_is_taken_out_by_itself_once() {
        entered(Ask.deposit(li, 6_000, END));
        entered(Ask.deposit(li, 2_000, null));
        entered(Ask.debit(li, 1_000));
        noon(END.minusDays(1));
        assertThat(expiry.sweep().block()).isZero();

        noon(END);
        assertThat(accounts.balance(li).block().availableMilli()).isEqualTo(2_000);
        assertThat(expiry.sweep().block()).isEqualTo(1);

        assertThat(expiry.sweep().block()).isZero();
        assertThat(accounts.account(li, null).block().entries().items().getFirst())
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo(EntryKind.EXPIRE);
                    assertThat(entry.availableChangeMilli()).isEqualTo(-5_000);
                    assertThat(entry.balanceAfterMilli()).isEqualTo(2_000);
                });
    }

    @Test
    void what_comes_back_after_its_day_is_taken_out_again() {
        entered(Ask.deposit(li, 6_000, END));
        UUID held = entered(Ask.hold(li, UUID.randomUUID(), 4_000)).entry().entryId();
        noon(END);
        expiry.sweep().block();

        entered(new Movement.Reverse(li, held, Ask.REASON, Movement.Mandate.SYSTEM));
        assertThat(expiry.sweep().block()).isEqualTo(1);

        assertThat(accounts.account(li, null).block().entries().items())
                .extracting(entry -> entry.kind() + " " + entry.availableChangeMilli())
                .containsExactly("EXPIRE -4000", "REVERSE 4000", "EXPIRE -2000", "HOLD -4000", "DEPOSIT 6000");
    }

    @Test
    void a_thousand_accounts_are_swept_in_batches_by_two_nodes_and_each_lot_expires_once() {
        List<LearnerId> learners = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            learners.add(new LearnerId(UUID.randomUUID()));
        }
        Flux.fromIterable(learners)
                .flatMap(who -> postings.post(Ask.deposit(who, 1_000, END.plusDays(learners.indexOf(who) % 3))), 64)
                .blockLast(Duration.ofMinutes(1));
        noon(END.plusDays(3));

        List<Long> posted = Mono.zip(expiry.sweep(), expiry().sweep(), List::of).block(Duration.ofMinutes(1));

        assertThat(posted.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
        assertThat(posted).as("one node at a time").contains(0L);
        assertThat(Flux.fromIterable(learners)
                        .flatMap(accounts::balance, 16)
                        .filter(balance -> balance.availableMilli() != 0 || balance.seq() != 2)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void a_node_that_died_while_sweeping_is_followed_by_another_when_its_lease_runs_out() {
        entered(Ask.deposit(li, 6_000, END));
        noon(END);
        SweepLease ofTheDead = new SweepLease(ground.documents, "expiry", ground.clock);
        assertThat(ofTheDead.take(UUID.randomUUID(), Duration.ofMinutes(2)).block())
                .isTrue();

        assertThat(expiry.sweep().block()).isZero();
        ground.clock.advanceSeconds(120);

        assertThat(expiry.sweep().block()).isEqualTo(1);
    }

    @Test
    void the_holder_is_warned_180_days_ahead_and_no_earlier() {
        entered(Ask.deposit(li, 6_000, END));
        entered(Ask.deposit(li, 1_000, END.plusDays(1)));
        entered(Ask.deposit(li, 500, null));

        noon(END.minusDays(181));
        assertThat(accounts.account(li, null).block().ending()).isEmpty();
        noon(END.minusDays(180));
        assertThat(accounts.account(li, null).block().ending()).containsExactly(new Ending(END, 6_000));
        noon(END);
        assertThat(accounts.account(li, null).block().ending()).containsExactly(new Ending(END.plusDays(1), 1_000));
    }

    private CreditExpiry expiry() {
        return new CreditExpiry(ledger, new SweepLease(ground.documents, "expiry", ground.clock));
    }

    private void noon(LocalDate day) {
        at(day + "T04:00:00Z");
    }

    private void at(String instant) {
        ground.clock.set(Instant.parse(instant));
    }

    private Posted post(Movement movement) {
        return postings.post(movement).block(Duration.ofSeconds(30));
    }

    private Posted.Entered entered(Movement movement) {
        return (Posted.Entered) post(movement);
    }

    private ProblemCode refused(Movement movement) {
        return ((Posted.Refused) post(movement)).code();
    }
}
