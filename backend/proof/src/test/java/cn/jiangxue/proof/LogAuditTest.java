package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.proof.LogAudit.Change;
import cn.jiangxue.proof.LogAudit.Finding;
import cn.jiangxue.proof.LogAudit.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogAuditTest {

    private final List<Hash> leaves = Reference.leaves(40);

    @Test
    void a_log_that_only_grew_shows_nothing() {
        assertThat(LogAudit.compare(leaves.subList(0, 30), leaves)).isEmpty();
        assertThat(LogAudit.compare(leaves, leaves)).isEmpty();
        assertThat(LogAudit.compare(List.of(), leaves)).isEmpty();
        assertThat(LogAudit.records(leaves, kept(leaves))).isEmpty();
        assertThat(LogAudit.covers(head(30), leaves)).isTrue();
        assertThat(LogAudit.broken(List.of(head(40), head(10), head(0)), leaves))
                .isEmpty();
    }

    @Test
    void the_first_edited_dropped_inserted_or_reordered_entry_is_named_wherever_it_is() {
        Random random = new Random(20261126);
        for (int n = 0; n < 300; n++) {
            int at = random.nextInt(leaves.size() - 1);
            int other = at + 1 + random.nextInt(leaves.size() - 1 - at);

            assertThat(LogAudit.compare(leaves, edited(at))).hasValue(new Finding(Change.EDITED, at, null));
            assertThat(LogAudit.compare(leaves, without(at))).hasValue(new Finding(Change.DROPPED, at, null));
            assertThat(LogAudit.compare(leaves, with(at))).hasValue(new Finding(Change.INSERTED, at, null));
            assertThat(LogAudit.compare(leaves, swapped(at, other)))
                    .hasValue(new Finding(Change.REORDERED, at, (long) other));
        }
        assertThat(LogAudit.compare(leaves, leaves.subList(0, 39))).hasValue(new Finding(Change.DROPPED, 39, null));
    }

    @Test
    void the_first_record_that_is_not_what_was_logged_is_named() {
        List<Optional<Hash>> gone = new ArrayList<>(kept(leaves));
        gone.set(7, Optional.empty());

        assertThat(LogAudit.records(leaves, gone)).hasValue(new Finding(Change.DROPPED, 7, null));
        assertThat(LogAudit.records(leaves, kept(leaves.subList(0, 39))))
                .hasValue(new Finding(Change.DROPPED, 39, null));
        assertThat(LogAudit.records(leaves, kept(edited(3)))).hasValue(new Finding(Change.EDITED, 3, null));
        assertThat(LogAudit.records(leaves, kept(swapped(2, 9)))).hasValue(new Finding(Change.REORDERED, 2, 9L));
    }

    @Test
    void heads_bracket_a_change_when_nothing_else_is_at_hand() {
        List<Checkpoint> heads = List.of(head(10), head(20), head(25), head(40));

        assertThat(LogAudit.broken(heads, edited(22))).hasValue(new Stretch(20, 25));
        assertThat(LogAudit.broken(heads, edited(0))).hasValue(new Stretch(0, 10));
        assertThat(LogAudit.broken(heads, without(39))).hasValue(new Stretch(25, 40));
        assertThat(LogAudit.covers(head(40), edited(22))).isFalse();
        assertThat(LogAudit.covers(head(40), without(39))).isFalse();
        assertThat(LogAudit.covers(head(20), edited(22))).isTrue();
    }

    private Checkpoint head(int size) {
        return new Checkpoint("log", size, Reference.root(leaves.subList(0, size)));
    }

    private static List<Optional<Hash>> kept(List<Hash> hashes) {
        return hashes.stream().map(Optional::of).toList();
    }

    private List<Hash> edited(int at) {
        List<Hash> changed = new ArrayList<>(leaves);
        changed.set(at, Reference.leaf(1_000));
        return changed;
    }

    private List<Hash> without(int at) {
        return IntStream.range(0, leaves.size())
                .filter(i -> i != at)
                .mapToObj(leaves::get)
                .toList();
    }

    private List<Hash> with(int at) {
        List<Hash> changed = new ArrayList<>(leaves);
        changed.add(at, Reference.leaf(1_000));
        return changed;
    }

    private List<Hash> swapped(int one, int other) {
        List<Hash> changed = new ArrayList<>(leaves);
        Collections.swap(changed, one, other);
        return changed;
    }
}
