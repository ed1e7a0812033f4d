package cn.jiangxue.content.objects.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SigningWindowTest {

    @Test
    void an_address_is_always_good_for_five_to_ten_minutes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Instant now = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            Duration left = Duration.between(now, SigningWindow.startOf(now).plus(SigningWindow.LIFE));

            assertThat(left).as("seed %s, now %s", seed, now).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        }
    }

    @Test
    void everyone_who_asks_within_five_minutes_gets_the_same_instant() {
        Instant start = Instant.parse("2026-11-20T08:05:00Z");

        assertThat(SigningWindow.startOf(start)).isEqualTo(start);
        assertThat(SigningWindow.startOf(start.plusMillis(299_999))).isEqualTo(start);
        assertThat(SigningWindow.startOf(start.plusSeconds(300))).isEqualTo(start.plusSeconds(300));
    }
}
