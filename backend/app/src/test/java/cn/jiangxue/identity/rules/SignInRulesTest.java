package cn.jiangxue.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.identity.rules.AccountBackoff.Attempts;
import cn.jiangxue.identity.rules.AddressBudget.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Set<String> PROXIES = Set.of("127.0.0.1", "10.0.0.9");

    @Test
    void five_attempts_are_free_and_then_each_costs_twice_the_wait() {
        Attempts so = Attempts.none(NOW);
        for (int i = 0; i < 5; i++) {
            so = AccountBackoff.counted(so, NOW);
            assertThat(AccountBackoff.wait(so, NOW)).isZero();
        }
        for (long seconds : new long[] {10, 20, 40, 80, 160, 320, 640, 900, 900}) {
            so = AccountBackoff.counted(so, NOW);
            assertThat(AccountBackoff.wait(so, NOW)).hasSeconds(seconds);
        }
    }

    @Test
    void a_wait_is_over_when_it_is_over() {
        Attempts so = new Attempts(6, NOW, NOW.plusSeconds(10));

        assertThat(AccountBackoff.wait(so, NOW.plusSeconds(4))).hasSeconds(6);
        assertThat(AccountBackoff.wait(so, NOW.plusSeconds(10))).isZero();
        assertThat(AccountBackoff.wait(so, NOW.plusSeconds(11))).isZero();
    }

    @Test
    void after_twelve_hours_the_count_begins_anew() {
        Attempts so = new Attempts(9, NOW, null);

        assertThat(AccountBackoff.counted(so, NOW.plus(AccountBackoff.FORGET_AFTER))
                        .count())
                .isEqualTo(10);
        assertThat(AccountBackoff.counted(
                                so, NOW.plus(AccountBackoff.FORGET_AFTER).plusMillis(1))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 2026})
    void whatever_the_history_no_wait_is_longer_than_a_quarter_of_an_hour(long seed) {
        Random random = new Random(seed);
        Attempts so = Attempts.none(NOW);
        Instant at = NOW;
        for (int i = 0; i < 500; i++) {
            at = at.plusSeconds(random.nextInt(1_000));
            so = AccountBackoff.counted(so, at);
            assertThat(AccountBackoff.wait(so, at))
                    .as("seed %d", seed)
                    .isBetween(Duration.ZERO, Duration.ofMinutes(15));
        }
    }

    @Test
    void an_address_may_fail_on_fifty_accounts_and_on_one_more_for_each_who_got_in() {
        assertThat(AddressBudget.wait(new Window(60, 49, 0), NOW)).isZero();
        assertThat(AddressBudget.wait(new Window(60, 50, 0), NOW)).isPositive();
        assertThat(AddressBudget.wait(new Window(60, 149, 100), NOW)).isZero();
        assertThat(AddressBudget.wait(new Window(60, 150, 100), NOW)).isPositive();
    }

    @Test
    void an_address_may_fail_two_hundred_times_and_three_more_for_each_who_got_in() {
        assertThat(AddressBudget.wait(new Window(199, 1, 0), NOW)).isZero();
        assertThat(AddressBudget.wait(new Window(200, 1, 0), NOW)).isPositive();
        assertThat(AddressBudget.wait(new Window(1_699, 1, 500), NOW)).isZero();
        assertThat(AddressBudget.wait(new Window(1_700, 1, 500), NOW)).isPositive();
    }

    @Test
    void an_address_waits_for_the_next_window() {
        Instant begin = Instant.ofEpochSecond(AddressBudget.windowOf(NOW) * AddressBudget.WINDOW.toSeconds());

        assertThat(AddressBudget.wait(new Window(999, 999, 0), begin.plusSeconds(60)))
                .hasMinutes(14);
        assertThat(AddressBudget.windowOf(begin.plus(AddressBudget.WINDOW)))
                .isEqualTo(AddressBudget.windowOf(begin) + 1);
        assertThat(AddressBudget.windowOf(begin.plus(AddressBudget.WINDOW).minusMillis(1)))
                .isEqualTo(AddressBudget.windowOf(begin));
    }

    @Test
    void forwarding_is_believed_as_far_as_our_own_proxies_wrote_it() {
        assertThat(ClientAddress.of("127.0.0.1", "203.0.113.7", PROXIES)).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("127.0.0.1", "1.2.3.4, 203.0.113.7", PROXIES))
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("127.0.0.1", "203.0.113.7, 10.0.0.9", PROXIES))
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("198.51.100.1", "203.0.113.7", PROXIES)).isEqualTo("198.51.100.1");
        assertThat(ClientAddress.of("127.0.0.1", null, PROXIES)).isEqualTo("127.0.0.1");
        assertThat(ClientAddress.of("127.0.0.1", "evil<script>", PROXIES)).isEqualTo("127.0.0.1");
    }

    @Test
    void a_whole_v6_network_is_one_address() {
        String one = ClientAddress.of("2001:db8:1:2:3:4:5:6", null, PROXIES);

        assertThat(ClientAddress.of("2001:db8:1:2:ffff::1%eth0", null, PROXIES)).isEqualTo(one);
        assertThat(ClientAddress.of("2001:db8:1:3::1", null, PROXIES)).isNotEqualTo(one);
        assertThat(ClientAddress.of("::ffff:203.0.113.7", null, PROXIES)).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of("1:2:3", null, PROXIES)).isEqualTo("1:2:3");
    }
}
