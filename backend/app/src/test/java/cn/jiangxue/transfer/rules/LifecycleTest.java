package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.transfer.rules.Lifecycle.Answer;
import cn.jiangxue.transfer.rules.Lifecycle.Signer;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import cn.jiangxue.transfer.rules.Lifecycle.Standing;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    private static final UUID CENTRE = new UUID(0, 1);
    private static final UUID COLLEGE = new UUID(0, 2);
    private static final UUID STRANGER = new UUID(0, 3);
    private static final UUID WRITER = new UUID(1, 1);
    private static final String HASH = "a".repeat(64);
    private static final String REASON = "课程大纲已调整，学时不再相当。";
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 9, 1);

    @Test
    void a_draft_is_changed_by_its_author_only_and_only_as_it_was_read() {
        assertThat(Lifecycle.edit(at(Stage.DRAFT), Set.of(CENTRE), 3)).isEqualTo(new Answer.Accepted(Stage.DRAFT));
        assertThat(Lifecycle.edit(at(Stage.DRAFT), Set.of(CENTRE), 2)).isEqualTo(new Answer.ChangedMeanwhile());
        assertThat(Lifecycle.edit(at(Stage.DRAFT), Set.of(COLLEGE), 3)).isEqualTo(new Answer.NotYours());
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void what_was_sent_is_never_edited_nor_sent_again(Stage stage) {
        assertThat(Lifecycle.edit(at(stage), Set.of(CENTRE), 3)).isEqualTo(new Answer.NotOpen(stage));
        assertThat(Lifecycle.send(at(stage), Set.of(CENTRE), 3)).isEqualTo(new Answer.NotOpen(stage));
    }

    @Test
    void it_takes_effect_with_the_signature_of_the_last_party() {
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION), by(CENTRE), CENTRE, HASH))
                .isEqualTo(new Answer.Accepted(Stage.CONSULTATION));
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION, CENTRE), by(COLLEGE), COLLEGE, HASH))
                .isEqualTo(new Answer.Accepted(Stage.PUBLISHED));
    }

    @Test
    void nobody_signs_for_an_institution_that_is_not_theirs_or_not_a_party() {
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION), by(CENTRE), COLLEGE, HASH))
                .isEqualTo(new Answer.NotYours());
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION), by(STRANGER), STRANGER, HASH))
                .isEqualTo(new Answer.NotYours());
    }

    @Test
    void a_rule_of_one_party_is_signed_by_another_person_than_those_who_wrote_it() {
        Standing alone =
                new Standing(Stage.CONSULTATION, 3, CENTRE, Set.of(WRITER), Set.of(CENTRE), Set.of(), Set.of(), HASH);
        Signer writer = new Signer(WRITER, Set.of(CENTRE));

        assertThat(Lifecycle.sign(alone, writer, CENTRE, HASH)).isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(Lifecycle.acts(alone, writer)).doesNotContain(RuleAct.SIGN);
        assertThat(Lifecycle.sign(alone, by(CENTRE), CENTRE, HASH)).isEqualTo(new Answer.Accepted(Stage.PUBLISHED));
        assertThat(Lifecycle.acts(alone, by(CENTRE))).contains(RuleAct.SIGN);
    }

    @Test
    void nobody_signs_for_two_parties_nor_for_another_than_the_one_they_wrote_for() {
        Signer both = new Signer(UUID.randomUUID(), Set.of(CENTRE, COLLEGE));
        Standing half = new Standing(
                Stage.CONSULTATION,
                3,
                CENTRE,
                Set.of(WRITER),
                Set.of(CENTRE, COLLEGE),
                Set.of(CENTRE),
                Set.of(both.person()),
                HASH);
        Signer writer = new Signer(WRITER, Set.of(CENTRE, COLLEGE));

        assertThat(Lifecycle.sign(half, both, COLLEGE, HASH)).isEqualTo(new Answer.OnePersonOneParty());
        assertThat(Lifecycle.acts(half, both)).doesNotContain(RuleAct.SIGN);
        assertThat(Lifecycle.sign(half, both, CENTRE, HASH)).isEqualTo(new Answer.Repeated());
        assertThat(Lifecycle.sign(half, writer, COLLEGE, HASH)).isEqualTo(new Answer.OnePersonOneParty());
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION), writer, CENTRE, HASH))
                .as("for their own, while another signs for the other")
                .isEqualTo(new Answer.Accepted(Stage.CONSULTATION));
        assertThat(Lifecycle.sign(half, by(COLLEGE), COLLEGE, HASH)).isEqualTo(new Answer.Accepted(Stage.PUBLISHED));
    }

    @Test
    void what_was_not_read_is_not_signed() {
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION), by(CENTRE), CENTRE, "b".repeat(64)))
                .isEqualTo(new Answer.OtherContent());
    }

    @Test
    void signing_again_changes_nothing_even_after_it_was_published() {
        assertThat(Lifecycle.sign(at(Stage.CONSULTATION, CENTRE), by(CENTRE), CENTRE, HASH))
                .isEqualTo(new Answer.Repeated());
        assertThat(Lifecycle.sign(at(Stage.PUBLISHED, CENTRE, COLLEGE), by(CENTRE), CENTRE, HASH))
                .isEqualTo(new Answer.Repeated());
    }

    @Test
    void a_draft_or_a_refused_version_is_not_signed() {
        assertThat(Lifecycle.sign(at(Stage.DRAFT), by(CENTRE), CENTRE, HASH))
                .isEqualTo(new Answer.NotOpen(Stage.DRAFT));
        assertThat(Lifecycle.sign(at(Stage.DRAFT), by(COLLEGE), COLLEGE, HASH))
                .as("a draft of others is not known")
                .isEqualTo(new Answer.NotYours());
        assertThat(Lifecycle.sign(at(Stage.REFUSED), by(CENTRE), CENTRE, HASH))
                .isEqualTo(new Answer.NotOpen(Stage.REFUSED));
    }

    @Test
    void a_party_refuses_with_a_reason() {
        assertThat(Lifecycle.refuse(at(Stage.CONSULTATION), Set.of(COLLEGE), COLLEGE, REASON))
                .isEqualTo(new Answer.Accepted(Stage.REFUSED));
        assertThat(Lifecycle.refuse(at(Stage.CONSULTATION), Set.of(COLLEGE), COLLEGE, "不同意"))
                .isEqualTo(new Answer.ReasonNeeded(10, 2_000));
        assertThat(Lifecycle.refuse(at(Stage.PUBLISHED), Set.of(COLLEGE), COLLEGE, REASON))
                .isEqualTo(new Answer.NotOpen(Stage.PUBLISHED));
        assertThat(Lifecycle.refuse(at(Stage.CONSULTATION), Set.of(STRANGER), STRANGER, REASON))
                .isEqualTo(new Answer.NotYours());
    }

    @Test
    void the_author_takes_back_what_is_open_and_any_party_ends_what_is_published() {
        assertThat(Lifecycle.withdraw(at(Stage.DRAFT), Set.of(CENTRE), CENTRE, REASON))
                .isEqualTo(new Answer.Accepted(Stage.WITHDRAWN));
        assertThat(Lifecycle.withdraw(at(Stage.CONSULTATION), Set.of(CENTRE), CENTRE, REASON))
                .isEqualTo(new Answer.Accepted(Stage.WITHDRAWN));
        assertThat(Lifecycle.withdraw(at(Stage.CONSULTATION), Set.of(COLLEGE), COLLEGE, REASON))
                .isEqualTo(new Answer.NotOpen(Stage.CONSULTATION));
        assertThat(Lifecycle.withdraw(at(Stage.PUBLISHED), Set.of(COLLEGE), COLLEGE, REASON))
                .isEqualTo(new Answer.Accepted(Stage.WITHDRAWN));
        assertThat(Lifecycle.withdraw(at(Stage.WITHDRAWN), Set.of(CENTRE), CENTRE, REASON))
                .isEqualTo(new Answer.NotOpen(Stage.WITHDRAWN));
        assertThat(Lifecycle.withdraw(at(Stage.PUBLISHED), Set.of(COLLEGE), COLLEGE, " "))
                .isEqualTo(new Answer.ReasonNeeded(10, 2_000));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void only_a_version_that_is_no_longer_open_is_followed_by_another(Stage stage) {
        assertThat(Lifecycle.maySucceed(stage)).isEqualTo(stage != Stage.DRAFT && stage != Stage.CONSULTATION);
    }

    @Test
    void what_may_be_done_is_what_would_be_accepted() {
        assertThat(Lifecycle.acts(at(Stage.DRAFT), by(CENTRE)))
                .containsExactly(RuleAct.EDIT, RuleAct.SEND, RuleAct.WITHDRAW);
        assertThat(Lifecycle.acts(at(Stage.DRAFT), by(COLLEGE))).isEmpty();
        assertThat(Lifecycle.acts(at(Stage.CONSULTATION, CENTRE), by(CENTRE)))
                .containsExactly(RuleAct.REFUSE, RuleAct.WITHDRAW);
        assertThat(Lifecycle.acts(at(Stage.CONSULTATION, CENTRE), by(COLLEGE)))
                .containsExactly(RuleAct.SIGN, RuleAct.REFUSE);
        assertThat(Lifecycle.acts(at(Stage.PUBLISHED, CENTRE, COLLEGE), by(COLLEGE)))
                .containsExactly(RuleAct.NEXT_VERSION, RuleAct.WITHDRAW);
        assertThat(Lifecycle.acts(at(Stage.REFUSED), by(COLLEGE))).containsExactly(RuleAct.NEXT_VERSION);
        assertThat(Lifecycle.acts(at(Stage.WITHDRAWN), by(STRANGER))).isEmpty();
        assertThat(Lifecycle.acts(at(Stage.PUBLISHED), by(STRANGER))).isEmpty();
    }

    @Test
    void it_never_holds_before_its_last_signature() {
        assertThat(Lifecycle.heldFrom(FROM, null)).isEqualTo(FROM);
        assertThat(Lifecycle.heldFrom(FROM, FROM.minusDays(1))).isEqualTo(FROM);
        assertThat(Lifecycle.heldFrom(FROM, FROM.plusDays(1))).isEqualTo(FROM.plusDays(1));
    }

    @Test
    void the_first_day_counts_and_the_last_date_does_not() {
        assertThat(on(FROM.minusDays(1))).isEqualTo(VersionState.UPCOMING);
        assertThat(on(FROM)).isEqualTo(VersionState.IN_FORCE);
        assertThat(on(UNTIL.minusDays(1))).isEqualTo(VersionState.IN_FORCE);
        assertThat(on(UNTIL)).isEqualTo(VersionState.ENDED);
    }

    @Test
    void what_is_not_published_stands_the_same_on_every_day() {
        assertThat(Lifecycle.state(Stage.DRAFT, FROM, UNTIL, UNTIL)).isEqualTo(VersionState.DRAFT);
        assertThat(Lifecycle.state(Stage.CONSULTATION, FROM, UNTIL, UNTIL)).isEqualTo(VersionState.CONSULTATION);
        assertThat(Lifecycle.state(Stage.REFUSED, FROM, UNTIL, FROM)).isEqualTo(VersionState.REFUSED);
        assertThat(Lifecycle.state(Stage.WITHDRAWN, FROM, UNTIL, FROM)).isEqualTo(VersionState.WITHDRAWN);
    }

    private static VersionState on(LocalDate day) {
        return Lifecycle.state(Stage.PUBLISHED, FROM, UNTIL, day);
    }

    private static Standing at(Stage stage, UUID... signed) {
        return new Standing(stage, 3, CENTRE, Set.of(WRITER), Set.of(CENTRE, COLLEGE), Set.of(signed), Set.of(), HASH);
    }

    /** Somebody of that institution who did not write in it. */
    private static Signer by(UUID institution) {
        return new Signer(UUID.randomUUID(), Set.of(institution));
    }
}
