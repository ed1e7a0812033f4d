package cn.jiangxue.credential.rules;

import static cn.jiangxue.contract.CredentialApi.CredentialState.ACTIVE;
import static cn.jiangxue.contract.CredentialApi.CredentialState.EXPIRED;
import static cn.jiangxue.contract.CredentialApi.CredentialState.REVOKED;
import static cn.jiangxue.contract.CredentialApi.CredentialState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.credential.rules.Lifecycle.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String REASON = "证书信息有误，予以撤销。";

    @Test
    void it_may_be_suspended_reinstated_and_revoked() {
        assertThat(change(ACTIVE, SUSPENDED)).isEqualTo(Answer.MOVES);
        assertThat(change(SUSPENDED, ACTIVE)).isEqualTo(Answer.MOVES);
        assertThat(change(ACTIVE, REVOKED)).isEqualTo(Answer.MOVES);
        assertThat(change(SUSPENDED, REVOKED)).isEqualTo(Answer.MOVES);
    }

    @Test
    void revoked_is_for_ever() {
        assertThat(change(REVOKED, ACTIVE)).isEqualTo(Answer.REVOKED_FOR_EVER);
        assertThat(change(REVOKED, SUSPENDED)).isEqualTo(Answer.REVOKED_FOR_EVER);
    }

    @Test
    void the_same_state_again_changes_nothing() {
        for (CredentialState state : new CredentialState[] {ACTIVE, SUSPENDED, REVOKED}) {
            assertThat(change(state, state)).isEqualTo(Answer.SAME);
        }
    }

    @Test
    void time_expires_a_credential_nobody_else() {
        assertThat(change(ACTIVE, EXPIRED)).isEqualTo(Answer.NOT_A_DECISION);
        assertThat(change(EXPIRED, EXPIRED)).isEqualTo(Answer.NOT_A_DECISION);
    }

    @Test
    void a_reason_has_ten_to_two_thousand_characters() {
        assertThat(Lifecycle.change(ACTIVE, REVOKED, "x".repeat(9))).isEqualTo(Answer.REASON_TOO_SHORT);
        assertThat(Lifecycle.change(ACTIVE, REVOKED, " " + "x".repeat(9) + " ")).isEqualTo(Answer.REASON_TOO_SHORT);
        assertThat(Lifecycle.change(ACTIVE, REVOKED, "x".repeat(10))).isEqualTo(Answer.MOVES);
        assertThat(Lifecycle.change(ACTIVE, REVOKED, "x".repeat(2_000))).isEqualTo(Answer.MOVES);
        assertThat(Lifecycle.change(ACTIVE, REVOKED, "x".repeat(2_001))).isEqualTo(Answer.REASON_TOO_LONG);
    }

    @Test
    void it_expires_at_the_instant_it_names_and_not_before() {
        assertThat(Lifecycle.shown(ACTIVE, NOON, NOON.minusNanos(1))).isEqualTo(ACTIVE);
        assertThat(Lifecycle.shown(ACTIVE, NOON, NOON)).isEqualTo(EXPIRED);
        assertThat(Lifecycle.shown(ACTIVE, null, NOON)).isEqualTo(ACTIVE);
        assertThat(Lifecycle.shown(REVOKED, NOON, NOON)).isEqualTo(REVOKED);
        assertThat(Lifecycle.shown(SUSPENDED, NOON, NOON)).isEqualTo(SUSPENDED);
    }

    @Test
    void every_state_has_its_verdict() {
        assertThat(Lifecycle.verdict(ACTIVE)).isEqualTo(Verdict.VALID);
        assertThat(Lifecycle.verdict(SUSPENDED)).isEqualTo(Verdict.SUSPENDED);
        assertThat(Lifecycle.verdict(REVOKED)).isEqualTo(Verdict.REVOKED);
        assertThat(Lifecycle.verdict(EXPIRED)).isEqualTo(Verdict.EXPIRED);
    }

    private static Answer change(CredentialState now, CredentialState wanted) {
        return Lifecycle.change(now, wanted, REASON);
    }
}
