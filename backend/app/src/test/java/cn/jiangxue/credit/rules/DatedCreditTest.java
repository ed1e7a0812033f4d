package cn.jiangxue.credit.rules;

import static cn.jiangxue.credit.rules.Sample.apply;
import static cn.jiangxue.credit.rules.Sample.debit;
import static cn.jiangxue.credit.rules.Sample.deposit;
import static cn.jiangxue.credit.rules.Sample.hold;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.ShelfLife;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credit that ends, what is set aside, and what is taken back. */
class DatedCreditTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 20);

    private final Book book = new Book();

    /** Worked example 8: a seven-year credit earned 2019-09-01. */
    @Test
    void a_seven_year_credit_is_redeemed_on_the_last_day_once_and_not_on_the_day_after() {
        LocalDate until = new ShelfLife(7).until(LocalDate.of(2019, 9, 1));
        book.today = LocalDate.of(2019, 9, 1);
        book.posted(deposit("a", "course-1", 6_000).until(until));

        book.today = LocalDate.of(2026, 9, 1);
        assertThat(book.post(debit("late", 6_000))).isEqualTo(new Decision.NotEnough(Credits.whole(6), Credits.ZERO));
        book.today = LocalDate.of(2026, 8, 31);
        book.posted(debit("d", 6_000));

        assertThat(book.post(debit("second", 6_000))).isEqualTo(new Decision.NotEnough(Credits.whole(6), Credits.ZERO));
    }

    @Test
    void what_ends_first_is_used_first() {
        book.posted(deposit("a", "course-1", 1_000));
        book.posted(deposit("b", "course-2", 2_000, "2028-01-01"));
        book.posted(deposit("c", "course-3", 3_000, "2027-01-01"));

        Entry entry = book.posted(debit("d", 4_000));

        assertThat(entry.parts())
                .extracting(Part::until)
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
        assertThat(book.account.lots().endingOn(LocalDate.of(2028, 1, 1))).isEqualTo(Credits.whole(1));
        assertThat(book.account.lots().endingOn(null)).isEqualTo(Credits.whole(1));
        assertThat(book.account.lots().firstEnd()).contains(LocalDate.of(2028, 1, 1));
    }

    @Test
    void credit_of_one_day_is_one_lot() {
        book.posted(deposit("a", "course-1", 1_000, "2027-01-01"));
        book.posted(deposit("b", "course-2", 2_000, "2027-01-01"));

        assertThat(book.account.lots().lots()).containsExactly(new Lot(LocalDate.of(2027, 1, 1), Credits.whole(3)));
    }

    @Test
    void what_is_left_expires_on_its_day_and_not_before() {
        book.posted(deposit("a", "course-1", 6_000).until(NEXT_YEAR));
        book.posted(debit("d", 4_000));
        Posting expiry = Posting.expiry(book.account, NEXT_YEAR);
        book.today = NEXT_YEAR.minusDays(1);
        assertThat(book.post(expiry)).isEqualTo(new Decision.StillUsable(NEXT_YEAR));

        book.today = NEXT_YEAR;
        Entry expired = book.posted(expiry);

        assertThat(expired.kind()).isEqualTo(EntryKind.EXPIRE);
        assertThat(expired.change()).isEqualTo(Change.ofAvailable(new Credits(-2_000)));
        assertThat(expired.balanceAfter()).isEqualTo(Credits.ZERO);
        assertThat(book.post(expiry)).isEqualTo(new Decision.AlreadyPosted(expired));
    }

    @Test
    void an_expiry_that_was_worked_out_before_somebody_spent_takes_nothing() {
        book.posted(deposit("a", "course-1", 6_000).until(NEXT_YEAR));
        Posting stale = Posting.expiry(book.account, NEXT_YEAR);
        book.posted(debit("d", 4_000));

        book.today = NEXT_YEAR;

        assertThat(book.post(stale)).isEqualTo(new Decision.NotEnough(Credits.whole(6), Credits.whole(2)));
    }

    @Test
    void a_deposit_whose_day_has_come_is_refused() {
        assertThat(book.post(deposit("a", "course-1", 1_000, "2026-11-20")))
                .isEqualTo(new Decision.Lapsed(LocalDate.of(2026, 11, 20)));
        assertThat(book.post(deposit("a", "course-1", 1_000, "2026-11-21"))).isInstanceOf(Decision.Append.class);
    }

    @Test
    void what_was_set_aside_in_time_is_used_also_afterwards_and_ends_when_it_is_released() {
        book.posted(deposit("a", "course-1", 6_000).until(NEXT_YEAR));
        Entry first = book.posted(hold("h1", 4_000));
        book.posted(hold("h2", 2_000));
        book.today = NEXT_YEAR;

        book.posted(apply("u", "h2", 2_000));
        book.posted(Posting.reversal(first, Sample.REASON));

        assertThat(book.account.available()).isEqualTo(Credits.whole(4));
        assertThat(book.account.usableOn(book.today)).isEqualTo(Credits.ZERO);
        book.posted(Posting.expiry(book.account, NEXT_YEAR));
        assertThat(book.account.available()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_hold_is_used_as_a_whole_or_released_as_a_whole_and_once() {
        book.posted(deposit("a", "course-1", 9_000));
        Entry held = book.posted(hold("h", 4_000));
        book.posted(hold("other", 4_000));

        assertThat(book.post(apply("u", "h", 3_000))).isEqualTo(new Decision.NotTheWholeHold(Credits.whole(4)));
        book.posted(apply("u", "h", 4_000));

        assertThat(book.post(apply("again", "h", 4_000))).isEqualTo(new Decision.NoSuchHold());
        assertThat(book.post(Posting.reversal(held, Sample.REASON))).isEqualTo(new Decision.NoSuchHold());
        assertThat(book.account.held()).isEqualTo(Credits.whole(4));
    }

    @Test
    void a_use_taken_back_is_set_aside_again_and_can_be_released() {
        book.posted(deposit("a", "course-1", 4_000, "2027-01-01"));
        Entry held = book.posted(hold("h", 4_000));
        Entry used = book.posted(apply("u", "h", 4_000));

        book.posted(Posting.reversal(used, Sample.REASON));

        Lot lot = new Lot(LocalDate.of(2027, 1, 1), Credits.whole(4));
        assertThat(book.account.hold("h")).contains(new OpenHold("h", "application:x", List.of(lot)));
        book.posted(Posting.reversal(held, Sample.REASON));
        assertThat(book.account.available()).isEqualTo(Credits.whole(4));
        assertThat(book.account.holds()).isEmpty();
    }

    @Test
    void a_debit_taken_back_gives_back_the_credit_it_took() {
        book.posted(deposit("a", "course-1", 4_000, "2027-01-01"));
        book.posted(deposit("b", "course-2", 4_000));
        Lots before = book.account.lots();
        Entry spent = book.posted(debit("d", 6_000));

        book.posted(Posting.reversal(spent, Sample.REASON));

        assertThat(book.account.lots()).isEqualTo(before);
    }

    /** Had the first award never been, what was spent would have come out of the second. */
    @Test
    void an_award_taken_back_after_spending_comes_out_of_its_own_day_first_and_then_out_of_the_rest() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000, "2027-01-01"));
        book.posted(deposit("b", "course-2", 6_000, "2028-01-01"));
        book.posted(debit("d", 4_000));

        Entry reversal = book.posted(Posting.reversal(wrong, Sample.REASON));

        assertThat(book.account.lots().lots()).containsExactly(new Lot(LocalDate.of(2028, 1, 1), Credits.whole(2)));
        assertThat(reversal.parts())
                .containsExactly(
                        new Part(LocalDate.of(2027, 1, 1), Credits.whole(-2), Credits.ZERO),
                        new Part(LocalDate.of(2028, 1, 1), Credits.whole(-4), Credits.ZERO));
    }

    @Test
    void an_award_that_was_spent_is_not_taken_back_and_the_answer_says_how_much_is_missing() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000, "2027-01-01"));
        book.posted(deposit("b", "course-2", 1_000));
        book.posted(debit("d", 4_000));

        assertThat(book.post(Posting.reversal(wrong, Sample.REASON))).isEqualTo(new Decision.Spent(Credits.whole(3)));
    }

    @Test
    void an_award_whose_credit_ended_does_not_take_other_credit_with_it() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000, "2027-01-01"));
        book.posted(deposit("b", "course-2", 6_000));
        book.today = LocalDate.of(2027, 1, 1);
        book.posted(Posting.expiry(book.account, book.today));

        assertThat(book.post(Posting.reversal(wrong, Sample.REASON)))
                .isEqualTo(new Decision.Lapsed(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void holds_and_days_have_limits() {
        book.posted(deposit("a", "course", 500_000));
        for (int i = 0; i < AccountState.HOLDS_LIMIT; i++) {
            book.posted(hold("h" + i, 1));
        }
        for (int i = 1; i < AccountState.DATES_LIMIT; i++) {
            book.posted(deposit("d" + i, "o" + i, 1).until(Sample.TODAY.plusDays(i)));
        }

        assertThat(book.post(hold("one more", 1))).isEqualTo(new Decision.TooManyHolds());
        assertThat(book.post(deposit("x", "x", 1).until(Sample.TODAY.plusDays(1_000))))
                .isEqualTo(new Decision.TooManyDates());
        book.posted(deposit("y", "y", 1).until(Sample.TODAY.plusDays(1)));
        book.posted(deposit("z", "z", 1));
    }
}
