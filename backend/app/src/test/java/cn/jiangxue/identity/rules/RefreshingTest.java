package cn.jiangxue.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.identity.rules.Refreshing.Outcome;
import cn.jiangxue.identity.rules.Refreshing.Presented;
import cn.jiangxue.identity.rules.Refreshing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshingTest {

    private static final Instant BEGUN = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant ROTATED = BEGUN.plus(Duration.ofDays(1));
    private static final SignedIn OPEN = new SignedIn(BEGUN, ROTATED, null, false);

    @Test
    void the_current_token_is_exchanged_for_the_next() {
        assertThat(Refreshing.decide(OPEN, Presented.CURRENT, ROTATED)).isEqualTo(new Outcome.Rotate());
    }

    @Test
    void the_token_before_is_honoured_for_half_a_minute() {
        Instant last = ROTATED.plus(Refreshing.GRACE);

        assertThat(Refreshing.decide(OPEN, Presented.PREVIOUS, last)).isEqualTo(new Outcome.Repeat());
        assertThat(Refreshing.decide(OPEN, Presented.PREVIOUS, last.plusMillis(1)))
                .isEqualTo(new Outcome.EndFamily());
    }

    @Test
    void an_older_token_ends_the_sign_in_and_a_forged_one_does_not() {
        assertThat(Refreshing.decide(OPEN, Presented.OLDER, ROTATED)).isEqualTo(new Outcome.EndFamily());
        assertThat(Refreshing.decide(OPEN, Presented.FORGED, ROTATED)).isEqualTo(new Outcome.Refuse());
    }

    @Test
    void a_sign_in_that_ended_gives_nothing_to_anybody() {
        var ended = new SignedIn(BEGUN, ROTATED, ROTATED, false);
        var everywhere = new SignedIn(BEGUN, ROTATED, null, true);
        for (Presented presented : Presented.values()) {
            assertThat(Refreshing.decide(ended, presented, ROTATED)).isEqualTo(new Outcome.Refuse());
            assertThat(Refreshing.decide(everywhere, presented, ROTATED)).isEqualTo(new Outcome.Refuse());
        }
    }

    @Test
    void a_sign_in_ends_after_seven_idle_days_and_after_thirty_in_any_case() {
        Instant idle = ROTATED.plus(Refreshing.IDLE_LIFE);
        Instant whole = BEGUN.plus(Refreshing.WHOLE_LIFE);
        var used = new SignedIn(BEGUN, whole.minusSeconds(60), null, false);

        assertThat(Refreshing.endsAt(OPEN)).isEqualTo(idle);
        assertThat(Refreshing.endsAt(used)).isEqualTo(whole);
        assertThat(Refreshing.decide(OPEN, Presented.CURRENT, idle.minusMillis(1)))
                .isEqualTo(new Outcome.Rotate());
        assertThat(Refreshing.decide(OPEN, Presented.CURRENT, idle)).isEqualTo(new Outcome.Refuse());
        assertThat(Refreshing.decide(used, Presented.CURRENT, whole)).isEqualTo(new Outcome.Refuse());
    }
}
