package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.proof.StatementCheck.Fault;
import cn.jiangxue.proof.StatementCheck.Finding;
import cn.jiangxue.proof.StatementCheck.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementCheckTest {

    private static final String LI = "00000000-0000-0000-0000-000000000001";
    private static final List<Long> AMOUNTS = List.of(6_000L, -1_000L, 500L, 200L);

    private final List<StatedRecord> entries = proven(IntStream.rangeClosed(1, 4)
            .mapToObj(seq -> form(LI, seq, AMOUNTS.get(seq - 1)))
            .toList());

    @Test
    void a_statement_that_is_as_it_was_made_holds() {
        assertThat(check(stated(4, 5_700, entries, List.of()))).isEmpty();
        assertThat(check(stated(0, 0, List.of(), List.of()))).isEmpty();
    }

    @Test
    void an_entry_that_was_edited_is_named() {
        List<StatedRecord> changed = new ArrayList<>(entries);
        StatedRecord third = entries.get(2);
        changed.set(
                2,
                new StatedRecord(
                        third.index(),
                        third.salt(),
                        third.canonical().replace(" 500", " 900").replace("=5500", "=5900"),
                        third.path()));

        assertThat(check(stated(4, 6_100, changed, List.of())))
                .contains(new Finding(Fault.NOT_UNDER_HEAD, 3))
                .doesNotContain(new Finding(Fault.NOT_UNDER_HEAD, 2));
    }

    @Test
    void an_entry_that_was_left_out_or_moved_is_named() {
        List<StatedRecord> without = List.of(entries.get(0), entries.get(2), entries.get(3));
        List<StatedRecord> moved = List.of(entries.get(0), entries.get(2), entries.get(1), entries.get(3));

        assertThat(check(stated(4, 5_700, without, List.of()))).contains(new Finding(Fault.OUT_OF_SEQUENCE, 2));
        assertThat(check(stated(4, 5_700, moved, List.of()))).contains(new Finding(Fault.OUT_OF_SEQUENCE, 2));
        assertThat(check(stated(4, 5_700, entries.subList(0, 3), List.of())))
                .containsExactly(new Finding(Fault.OUT_OF_SEQUENCE, 4));
    }

    @Test
    void amounts_that_are_not_the_sum_are_found() {
        assertThat(check(stated(4, 5_701, entries, List.of()))).containsExactly(new Finding(Fault.SUM_DIFFERS, 4));
        List<StatedRecord> wrongBalance =
                proven(List.of(form(LI, 1, 6_000).replace("balanceAfter=6000", "balanceAfter=1")));
        assertThat(StatementCheck.check(headOf(wrongBalance), stated(1, 6_000, wrongBalance, List.of())))
                .containsExactly(new Finding(Fault.BALANCE_DIFFERS, 1));
    }

    @Test
    void entries_too_new_for_the_head_leave_the_sum_open_but_not_the_sequence() {
        assertThat(check(stated(6, 999, entries, List.of(5L, 6L)))).isEmpty();
        assertThat(check(stated(7, 999, entries, List.of(5L, 6L)))).hasSize(1);
    }

    @Test
    void an_entry_of_another_account_and_something_that_is_no_entry_are_found() {
        List<StatedRecord> strange = proven(List.of(form("someone", 1, 6_000), "note/1\nseq=2\n"));

        assertThat(StatementCheck.check(headOf(strange), stated(2, 6_000, strange, List.of())))
                .contains(new Finding(Fault.OF_ANOTHER_ACCOUNT, 1), new Finding(Fault.NOT_AN_ENTRY, 2));
    }

    @Test
    void entries_with_terms_are_checked_as_those_without() {
        List<StatedRecord> mixed = proven(List.of(
                form(LI, 1, 6_000),
                form(LI, 2, -1_000).replace("entry/1", "entry/2") + "by=officer\npart=2027-01-01 -1000 0\n"));

        assertThat(StatementCheck.check(headOf(mixed), stated(2, 5_000, mixed, List.of())))
                .isEmpty();
        assertThat(StatementCheck.check(headOf(mixed), stated(2, 6_000, mixed, List.of())))
                .containsExactly(new Finding(Fault.SUM_DIFFERS, 2));
    }

    private List<Finding> check(Stated stated) {
        return StatementCheck.check(headOf(entries), stated);
    }

    private static Stated stated(long seq, long available, List<StatedRecord> entries, List<Long> waiting) {
        return new Stated(LI, seq, available, 0, entries, waiting);
    }

    private static String form(String learner, long seq, long amount) {
        long balance = AMOUNTS.stream().limit(seq).mapToLong(one -> one).sum();
        CanonicalForm form = new CanonicalForm("jiangxue-ledger-entry/1");
        form.line("learner", learner);
        form.line("seq", seq);
        form.line("leg", "learner:" + learner + " available " + amount);
        form.line("leg", "rule:x issued " + -amount);
        form.line("balanceAfter", balance);
        return form.text();
    }

    private static List<StatedRecord> proven(List<String> forms) {
        List<Hash> leaves = forms.stream().map(form -> unproven(0, form).leaf()).toList();
        return IntStream.range(0, forms.size())
                .mapToObj(i ->
                        new StatedRecord(i, unproven(i, forms.get(i)).salt(), forms.get(i), Reference.path(i, leaves)))
                .toList();
    }

    private static StatedRecord unproven(long index, String form) {
        return new StatedRecord(index, "000102030405060708090a0b0c0d0e0f", form, List.of());
    }

    private static Checkpoint headOf(List<StatedRecord> records) {
        List<Hash> leaves = records.stream().map(StatedRecord::leaf).toList();
        return new Checkpoint("log", records.size(), Reference.root(leaves));
    }
}
