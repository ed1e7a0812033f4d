package cn.jiangxue.credit.rules;

import static cn.jiangxue.credit.rules.Sample.apply;
import static cn.jiangxue.credit.rules.Sample.debit;
import static cn.jiangxue.credit.rules.Sample.deposit;
import static cn.jiangxue.credit.rules.Sample.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.vocabulary.Credits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Book book = new Book();

    @Test
    void a_deposit_is_the_next_entry_and_raises_the_balance() {
        Entry first = book.posted(deposit("a", "course-1", 6_000));
        Entry second = book.posted(deposit("b", "course-2", 500));

        assertThat(first.seq()).isEqualTo(1);
        assertThat(second.seq()).isEqualTo(2);
        assertThat(first.balanceAfter()).isEqualTo(Credits.whole(6));
        assertThat(second.balanceAfter()).isEqualTo(new Credits(6_500));
        assertThat(book.account.available()).isEqualTo(new Credits(6_500));
        assertThat(book.account.earned()).isEqualTo(Map.of(Sample.TURNER, new Credits(6_500)));
    }

    @Test
    void the_same_cause_is_posted_once_and_answers_its_entry() {
        Entry first = book.posted(deposit("a", "course-1", 6_000));

        Decision again = book.post(deposit("a", "course-1", 6_000));

        assertThat(again).isEqualTo(new Decision.AlreadyPosted(first));
        assertThat(book.entries).hasSize(1);
    }

    @Test
    void the_same_cause_with_another_content_is_a_conflict() {
        Entry first = book.posted(deposit("a", "course-1", 6_000));

        for (Posting other : List.of(
                deposit("a", "course-1", 6_001),
                deposit("a", "course-2", 6_000),
                deposit("a", "course-1", 6_000, "2030-01-01"),
                deposit("a", "course-1", 6_000).by(new java.util.UUID(1, 1), null),
                with(deposit("a", "course-1", 6_000), List.of()),
                debit("a", 6_000))) {
            assertThat(book.post(other)).isEqualTo(new Decision.Conflict(first));
        }
        assertThat(book.entries).hasSize(1);
    }

    @Test
    void the_same_outcome_is_never_credited_twice() {
        Entry live = book.posted(deposit("a", "course-1", 6_000));

        Decision again = book.post(deposit("told-again", "course-1", 6_000));

        assertThat(again).isEqualTo(new Decision.AwardIsLive(live));
        assertThat(book.account.available()).isEqualTo(Credits.whole(6));
    }

    @Test
    void a_reversal_takes_the_award_back_and_frees_it() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000));

        Entry reversal = book.posted(Posting.reversal(wrong, Sample.REASON));
        Entry anew = book.posted(deposit("b", "course-1", 5_000));

        assertThat(reversal.undoes()).isEqualTo(wrong.seq());
        assertThat(reversal.change()).isEqualTo(wrong.change().negated());
        assertThat(reversal.balanceAfter()).isEqualTo(Credits.ZERO);
        assertThat(anew.balanceAfter()).isEqualTo(Credits.whole(5));
        assertThat(book.account.earned()).containsEntry(Sample.TURNER, Credits.whole(5));
    }

    @Test
    void an_entry_is_taken_back_once() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000));
        Entry reversal = book.posted(Posting.reversal(wrong, Sample.REASON));

        assertThat(book.post(Posting.reversal(wrong, Sample.REASON))).isEqualTo(new Decision.AlreadyPosted(reversal));
    }

    @Test
    void an_award_that_was_undone_cannot_be_superseded() {
        Entry wrong = book.posted(deposit("a", "course-1", 6_000));
        book.posted(Posting.reversal(wrong, Sample.REASON));
        Posting late = new Posting(
                Sample.LI,
                EntryKind.SUPERSEDE,
                "another cause",
                wrong.change().negated(),
                wrong.counter(),
                wrong.award(),
                wrong.occupationCode(),
                wrong.rule(),
                wrong.seq(),
                Sample.REASON,
                List.of(),
                Terms.NONE,
                List.of());

        assertThat(book.post(late)).isEqualTo(new Decision.NothingToUndo());
    }

    /** Worked example 3: 四级 = 8, later 三级 = 12: balance 12, never 20. */
    @Test
    void a_higher_grade_takes_the_place_of_the_lower_one() {
        Entry fourth = book.posted(deposit("grade-4", "grade-4", 8_000));

        book.posted(Posting.supersession(fourth, Sample.REASON));
        book.posted(deposit("grade-3", "grade-3", 12_000));

        assertThat(book.entries)
                .extracting(Entry::kind)
                .containsExactly(EntryKind.DEPOSIT, EntryKind.SUPERSEDE, EntryKind.DEPOSIT);
        assertThat(book.account.available()).isEqualTo(Credits.whole(12));
        assertThat(book.account.earned()).containsEntry(Sample.TURNER, Credits.whole(12));
    }

    @Test
    void what_is_held_is_no_longer_available_and_is_used_from_there() {
        book.posted(deposit("a", "course-1", 6_000));

        Entry held = book.posted(hold("h", 4_000));
        assertThat(book.account.available()).isEqualTo(Credits.whole(2));
        assertThat(book.account.held()).isEqualTo(Credits.whole(4));
        book.posted(apply("u", "h", 4_000));
        assertThat(book.account.held()).isEqualTo(Credits.ZERO);
        book.posted(debit("d", 2_000));

        assertThat(book.account.available()).isEqualTo(Credits.ZERO);
        assertThat(held.legs()).extracting(Leg::bucket).containsExactly("available", "held");
        assertThat(book.account.earned()).containsEntry(Sample.TURNER, Credits.whole(6));
    }

    @Test
    void no_bucket_falls_below_zero() {
        book.posted(deposit("a", "course-1", 6_000));

        assertThat(book.post(debit("d", 6_001)))
                .isEqualTo(new Decision.NotEnough(new Credits(6_001), Credits.whole(6)));
        assertThat(book.post(hold("h", 6_001))).isInstanceOf(Decision.NotEnough.class);
        assertThat(book.post(apply("u", "h", 1))).isInstanceOf(Decision.NoSuchHold.class);
        assertThat(book.post(debit("e", 6_000))).isInstanceOf(Decision.Append.class);
    }

    @Test
    void credit_that_was_used_cannot_be_reversed_away() {
        Entry earned = book.posted(deposit("a", "course-1", 6_000));
        book.posted(debit("d", 1));

        assertThat(book.post(Posting.reversal(earned, Sample.REASON))).isEqualTo(new Decision.Spent(new Credits(1)));
    }

    @Test
    void a_posting_whose_change_does_not_fit_its_kind_cannot_be_built() {
        assertThatThrownBy(() -> deposit("a", "o", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deposit("a", "o", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold("a", -5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> apply("a", "h", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> debit("a", -5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> debit("a", 0)).isInstanceOf(IllegalArgumentException.class);
        Change both = new Change(new Credits(1), new Credits(1));
        for (EntryKind kind : List.of(EntryKind.DEPOSIT, EntryKind.HOLD, EntryKind.APPLY, EntryKind.DEBIT)) {
            assertThatThrownBy(() -> posting(kind, both, null, Terms.NONE.ofHold("h")))
                    .hasMessageContaining("cannot make the change");
        }
    }

    @Test
    void a_posting_names_the_hold_it_uses_and_the_day_it_takes_out() {
        Change used = Change.ofHeld(new Credits(-1));
        Change expired = Change.ofAvailable(new Credits(-1));

        assertThatThrownBy(() -> posting(EntryKind.APPLY, used, null, Terms.NONE))
                .hasMessageContaining("names the hold");
        assertThatThrownBy(() -> posting(EntryKind.EXPIRE, expired, null, Terms.NONE))
                .hasMessageContaining("names the day");
    }

    @Test
    void a_posting_names_what_it_takes_back_exactly_when_it_takes_something_back() {
        Change change = Change.ofAvailable(new Credits(-1));

        assertThatThrownBy(() -> posting(EntryKind.REVERSE, change, null, Terms.NONE))
                .hasMessageContaining("take back");
        assertThatThrownBy(() -> posting(EntryKind.DEBIT, change, 1L, Terms.NONE))
                .hasMessageContaining("take back");
        assertThatThrownBy(() -> posting(EntryKind.REVERSE, Change.NONE, 1L, Terms.NONE))
                .hasMessageContaining("cannot make the change");
    }

    @Test
    void a_cause_has_a_bound() {
        assertThat(debit("x".repeat(Posting.CAUSE_LIMIT), 1).cause()).hasSize(200);
        assertThatThrownBy(() -> debit("x".repeat(Posting.CAUSE_LIMIT + 1), 1)).hasMessageContaining("200");
        assertThatThrownBy(() -> debit(" ", 1)).hasMessageContaining("characters");
    }

    @Test
    void findings_have_a_bound() {
        Posting one = deposit("a", "o", 1);
        var many = java.util.Collections.nCopies(
                Posting.FINDINGS_LIMIT, one.findings().getFirst());
        var tooMany = java.util.Collections.nCopies(
                Posting.FINDINGS_LIMIT + 1, one.findings().getFirst());

        assertThat(with(one, many).findings()).hasSize(50);
        assertThatThrownBy(() -> with(one, tooMany)).hasMessageContaining("50");
    }

    @Test
    void an_account_is_built_from_its_entries_in_order_and_never_below_zero() {
        Entry first = book.posted(deposit("a", "course-1", 6_000));

        assertThatThrownBy(() -> book.account.after(first)).hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> Lots.of(null, new Credits(-1))).hasMessageContaining("below zero");
    }

    private static Posting posting(EntryKind kind, Change change, @Nullable Long undoes, Terms terms) {
        return new Posting(
                Sample.LI,
                kind,
                "a",
                change,
                "x",
                null,
                null,
                null,
                undoes,
                Sample.REASON,
                List.of(),
                terms,
                List.of());
    }

    private static Posting with(Posting posting, List<cn.jiangxue.contract.CreditApi.Finding> findings) {
        return new Posting(
                posting.learner(),
                posting.kind(),
                posting.cause(),
                posting.change(),
                posting.counter(),
                posting.award(),
                posting.occupationCode(),
                posting.rule(),
                posting.undoes(),
                posting.reason(),
                findings,
                posting.terms(),
                posting.takesBack());
    }
}
