package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.vocabulary.Credits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every sequence of postings; the seed of a failure is in its name. */
class LedgerLawsTest {

    private static final int POSTINGS = 400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120, 77, 4_711, 99_999, 31_337})
    void the_balance_is_the_sum_of_the_postings_and_every_entry_sums_to_zero(long seed) {
        Book book = played(randomPostings(new Random(seed)));

        Credits available = Credits.ZERO;
        Credits held = Credits.ZERO;
        for (int i = 0; i < book.entries.size(); i++) {
            Entry entry = book.entries.get(i);
            available = available.plus(entry.change().available());
            held = held.plus(entry.change().held());
            assertThat(entry.seq()).isEqualTo(i + 1L);
            assertThat(entry.legs().stream().map(Leg::amount).reduce(Credits.ZERO, Credits::plus))
                    .isEqualTo(Credits.ZERO);
            assertThat(entry.balanceAfter()).isEqualTo(available);
            assertThat(available.milli()).isNotNegative();
            assertThat(held.milli()).isNotNegative();
        }
        assertThat(book.entries).isNotEmpty();
        assertThat(book.account.available()).isEqualTo(available);
        assertThat(book.account.held()).isEqualTo(held);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void a_replay_changes_nothing(long seed) {
        List<Posting> postings = randomPostings(new Random(seed));
        Book book = played(postings);
        AccountState before = book.account;
        List<Entry> entries = List.copyOf(book.entries);

        postings.stream().filter(posting -> isPosted(entries, posting)).forEach(book::post);

        assertThat(book.account).isEqualTo(before);
        assertThat(book.entries).isEqualTo(entries);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120, 5, 6})
    void the_order_of_distinct_causes_does_not_change_the_balance(long seed) {
        Random random = new Random(seed);
        List<Posting> deposits = new ArrayList<>();
        for (int i = 0; i < POSTINGS; i++) {
            deposits.add(Sample.deposit("cause-" + i, "outcome-" + i, 500L * (1 + random.nextInt(12))));
        }
        Book book = played(deposits);

        Collections.shuffle(deposits, random);
        Book other = played(deposits);

        assertThat(other.account).isEqualTo(book.account);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void at_most_one_award_is_live_per_outcome_and_target(long seed) {
        Book book = played(randomPostings(new Random(seed)));

        book.entries.stream()
                .map(Entry::award)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(award -> {
                    int live = 0;
                    for (Entry entry : book.entries.stream()
                            .filter(e -> award.equals(e.award()))
                            .toList()) {
                        live += entry.kind() == EntryKind.DEPOSIT ? 1 : -1;
                        assertThat(live).isBetween(0, 1);
                    }
                });
    }

    private static boolean isPosted(List<Entry> entries, Posting posting) {
        return entries.stream().anyMatch(entry -> entry.cause().equals(posting.cause()));
    }

    private static Book played(List<Posting> postings) {
        Book book = new Book();
        postings.forEach(book::post);
        return book;
    }

    /** Deposits of few outcomes so that they meet again, spending of any size, and reversals of what is there by then. */
    private static List<Posting> randomPostings(Random random) {
        Book trial = new Book();
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < POSTINGS; i++) {
            Posting posting = random(random, i, trial.entries);
            postings.add(posting);
            trial.post(posting);
        }
        return postings;
    }

    private static Posting random(Random random, int i, List<Entry> entries) {
        String cause = "cause-" + random.nextInt(POSTINGS * 2);
        long milli = 1L + random.nextInt(9_000);
        return switch (random.nextInt(6)) {
            case 0, 1 -> Sample.deposit(cause, "outcome-" + random.nextInt(60), milli);
            case 2 -> Sample.hold(cause, milli);
            case 3 -> Sample.apply(cause, milli);
            case 4 -> Sample.debit(cause, milli);
            default ->
                entries.isEmpty()
                        ? Sample.deposit("first-" + i, "first-" + i, milli)
                        : Posting.reversal(entries.get(random.nextInt(entries.size())), Sample.REASON);
        };
    }
}
