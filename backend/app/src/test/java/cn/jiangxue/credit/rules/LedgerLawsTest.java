package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    /** The days on which credit ends are part of the law: every kind moves it between days it knows. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_126, 8, 4_242})
    void the_lots_are_the_sums_of_the_parts_over_all_kinds(long seed) {
        Book book = played(randomPostings(new Random(seed)));

        Map<String, Long> sums = new TreeMap<>();
        for (Entry entry : book.entries) {
            assertThat(entry.parts().stream().map(Part::available).reduce(Credits.ZERO, Credits::plus))
                    .isEqualTo(entry.change().available());
            assertThat(entry.parts().stream().map(Part::held).reduce(Credits.ZERO, Credits::plus))
                    .isEqualTo(entry.change().held());
            entry.parts()
                    .forEach(part -> sums.merge(
                            String.valueOf(part.until()), part.available().milli(), Long::sum));
        }
        sums.values().removeIf(sum -> sum == 0);
        Map<String, Long> lots = new TreeMap<>();
        book.account
                .lots()
                .lots()
                .forEach(lot ->
                        lots.put(String.valueOf(lot.until()), lot.amount().milli()));
        assertThat(lots).isEqualTo(sums);
        assertThat(EnumSet.allOf(EntryKind.class))
                .allMatch(kind -> book.entries.stream().anyMatch(entry -> entry.kind() == kind));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_126})
    void setting_aside_using_and_releasing_never_create_credit(long seed) {
        Book book = played(randomPostings(new Random(seed)));

        Credits all = Credits.ZERO;
        for (Entry entry : book.entries) {
            Credits change = entry.change().total();
            switch (entry.kind()) {
                case HOLD -> assertThat(change).isEqualTo(Credits.ZERO);
                case APPLY, DEBIT, EXPIRE, SUPERSEDE ->
                    assertThat(change.isNegative()).isTrue();
                case DEPOSIT -> assertThat(change.isPositive()).isTrue();
                case REVERSE -> {
                    Entry undone = book.entries.get((int) (entry.undoes() - 1));
                    assertThat(change).isEqualTo(undone.change().total().negated());
                }
            }
            all = all.plus(change);
        }
        assertThat(book.account.available().plus(book.account.held())).isEqualTo(all);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_126})
    void the_order_of_dated_deposits_does_not_change_what_ends_when(long seed) {
        Random random = new Random(seed);
        List<Posting> deposits = new ArrayList<>();
        for (int i = 0; i < POSTINGS; i++) {
            deposits.add(Sample.deposit("cause-" + i, "outcome-" + i, 1L + random.nextInt(9_000))
                    .until(random.nextInt(6) == 0 ? null : Sample.TODAY.plusDays(200 + random.nextInt(40))));
        }
        Book book = played(deposits);

        Collections.shuffle(deposits, random);

        assertThat(played(deposits).account).isEqualTo(book.account);
    }

    /** Null, or one of few days so that they meet. */
    private static @Nullable LocalDate day(Random random) {
        int days = random.nextInt(6);
        return days == 0 ? null : Sample.TODAY.plusDays(30L * days);
    }

    private static boolean isPosted(List<Entry> entries, Posting posting) {
        return entries.stream().anyMatch(entry -> entry.isAskedBy(posting));
    }

    /** With every third posting a day goes by, so that credit ends between. */
    private static Book played(List<Posting> postings) {
        Book book = new Book();
        for (int i = 0; i < postings.size(); i++) {
            book.today = Sample.TODAY.plusDays(i / 3);
            book.post(postings.get(i));
        }
        return book;
    }

    /** Deposits of few outcomes so that they meet again, spending of any size, and reversals of what is there by then. */
    private static List<Posting> randomPostings(Random random) {
        Book trial = new Book();
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < POSTINGS; i++) {
            trial.today = Sample.TODAY.plusDays(i / 3);
            Posting posting = random(random, i, trial);
            postings.add(posting);
            trial.post(posting);
        }
        return postings;
    }

    private static Posting random(Random random, int i, Book trial) {
        String cause = "cause-" + random.nextInt(POSTINGS * 2);
        long milli = 1L + random.nextInt(9_000);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                Sample.deposit(cause, "outcome-" + random.nextInt(60), milli).until(day(random));
            case 3, 4 -> Sample.hold(cause, milli / 4 + 1);
            case 5 -> use(random, cause, trial.account);
            case 6 -> Sample.debit(cause, milli / 4 + 1);
            case 7 -> expiry(trial, cause);
            case 8 -> superseding(random, trial.entries, cause);
            default ->
                trial.entries.isEmpty()
                        ? Sample.deposit("first-" + i, "first-" + i, milli)
                        : Posting.reversal(trial.entries.get(random.nextInt(trial.entries.size())), Sample.REASON);
        };
    }

    private static Posting use(Random random, String cause, AccountState account) {
        if (account.holds().isEmpty()) {
            return Sample.apply(cause, "nothing", 1);
        }
        OpenHold hold = account.holds().get(random.nextInt(account.holds().size()));
        return Sample.apply(cause, hold.key(), hold.amount().milli());
    }

    private static Posting expiry(Book trial, String cause) {
        return trial.account
                .lots()
                .firstEnd()
                .map(until -> Posting.expiry(trial.account, until))
                .orElseGet(() -> Sample.debit(cause, 1));
    }

    private static Posting superseding(Random random, List<Entry> entries, String cause) {
        List<Entry> deposits = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.DEPOSIT)
                .toList();
        return deposits.isEmpty()
                ? Sample.debit(cause, 1)
                : Posting.supersession(deposits.get(random.nextInt(deposits.size())), Sample.REASON);
    }
}
