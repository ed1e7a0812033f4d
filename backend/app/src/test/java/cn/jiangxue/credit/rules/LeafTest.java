package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {

    private static final Salt SALT = new Salt("000102030405060708090a0b0c0d0e0f");

    @Test
    void the_bytes_of_an_entry_have_one_fixed_form() {
        String form = Leaf.canonicalForm(entry(6_000, "line\nbreak \\ and \r", SALT));

        assertThat(form).isEqualTo("""
            jiangxue-ledger-entry/1
            entry=00000000-0000-0000-0000-000000000009
            learner=00000000-0000-0000-0000-000000000001
            seq=1
            kind=DEPOSIT
            cause=event-1
            leg=learner:00000000-0000-0000-0000-000000000001 available 6000
            leg=rule:course-to-credit issued -6000
            balanceAfter=6000
            award=%s/occupation:6-18-01-01
            occupation=6-18-01-01
            rule=course-to-credit@2
            rule.name.zh=修完课程
            rule.name.en=Course completed
            rule.clause.zh=第三条
            rule.clause.en=article 3
            rule.source=SAMPLE
            reason.zh=line\\nbreak \\\\ and \\r
            reason.en=x
            finding.what.zh=修完课程
            finding.what.en=Course completed
            finding.asked.zh=修完课程
            finding.asked.en=Course completed
            finding.found.zh=修完课程
            finding.found.en=Course completed
            finding.met=true
            finding.clause=第三条
            finding.source=SAMPLE
            postedAt=2026-11-20T04:00:00Z
            """.formatted(Sample.outcome("course-1").value()));
    }

    @Test
    void an_entry_that_takes_back_names_what_it_takes_back() {
        Book book = new Book();
        Entry wrong = book.posted(Sample.deposit("a", "course-1", 6_000));

        String form = Leaf.canonicalForm(book.posted(Posting.reversal(wrong, Sample.REASON)));

        assertThat(form).contains("\nundoes=1\n", "\ncause=undo:" + wrong.id() + "\n", " available -6000\n");
    }

    @Test
    void an_entry_with_terms_has_the_second_form_with_the_days_of_its_credit() {
        Book book = new Book();
        UUID institution = new UUID(3, 4);
        UUID person = new UUID(5, 6);
        book.posted(Sample.deposit("a", "course-1", 4_000, "2027-01-01").by(institution, person));
        Entry always = book.posted(Sample.deposit("b", "course-2", 2_000));
        Entry debit = book.posted(Sample.debit("d", 5_000).by(institution, person));

        String form = Leaf.canonicalForm(debit);

        assertThat(form).startsWith("jiangxue-ledger-entry/2\n").endsWith("""
            organisation=00000000-0000-0003-0000-000000000004
            by=00000000-0000-0005-0000-000000000006
            part=2027-01-01 -4000 0
            part=always -1000 0
            """);
        assertThat(Leaf.canonicalForm(book.entries.getFirst()))
                .contains("\nusableUntil=2027-01-01\n", "\npart=2027-01-01 4000 0\n");
        assertThat(Leaf.canonicalForm(always))
                .startsWith("jiangxue-ledger-entry/1\n")
                .doesNotContain("part=");
    }

    @Test
    void the_use_of_a_hold_names_the_hold_in_the_leaf() {
        Book book = new Book();
        book.posted(Sample.deposit("a", "course-1", 4_000));
        book.posted(Sample.hold("h", 4_000));

        String form = Leaf.canonicalForm(book.posted(Sample.apply("u", "h", 4_000)));

        assertThat(form).contains("\nhold=h\n", "\npart=always 0 -4000\n");
    }

    @Test
    void the_hash_never_changes_for_the_same_entry() {
        assertThat(Leaf.hash(entry(6_000, "r", SALT)))
                .isEqualTo(Leaf.hash(entry(6_000, "r", SALT)))
                .hasSize(64)
                .isEqualTo(GOLDEN);
    }

    @Test
    void the_hash_depends_on_the_salt_and_on_every_value() {
        Set<String> hashes = new HashSet<>(List.of(
                Leaf.hash(entry(6_000, "r", SALT)),
                Leaf.hash(entry(6_001, "r", SALT)),
                Leaf.hash(entry(6_000, "s", SALT)),
                Leaf.hash(entry(6_000, "r", new Salt("000102030405060708090a0b0c0d0e10")))));

        assertThat(hashes).hasSize(4);
    }

    @Test
    void a_salt_has_sixteen_bytes() {
        assertThat(Salt.of(new byte[16]).bytes()).hasSize(16);
        assertThatThrownBy(() -> Salt.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    private static Entry entry(long milli, String reason, Salt salt) {
        Posting posting = Sample.deposit("event-1", "course-1", milli);
        return new Entry(
                new UUID(0, 9),
                posting.learner(),
                1,
                posting.kind(),
                posting.cause(),
                posting.change(),
                new Credits(milli),
                posting.counter(),
                posting.award(),
                posting.occupationCode(),
                posting.rule(),
                null,
                new LocalText(reason, "x"),
                posting.findings(),
                Sample.NOON,
                salt,
                posting.terms(),
                List.of(new Part(null, new Credits(milli), Credits.ZERO)));
    }

    private static final String GOLDEN = "eebac1e1593d13b97c5a22198ea10036761d033a7f193878e3fdc66409d78a32";
}
