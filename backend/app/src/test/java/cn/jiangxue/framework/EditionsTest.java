package cn.jiangxue.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EditionsTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private final Editions<Integer> editions = new Editions<>();

    @Test
    void of_a_thousand_editions_the_one_whose_time_it_is_holds() {
        for (int i = 0; i < 1_000; i++) {
            editions.put("turner", "edition " + i, FIRST.plusDays(10L * i), i);
        }
        editions.put("welder", "first", FIRST, -1);

        assertThat(editions.on("turner", FIRST.minusDays(1))).isEmpty();
        assertThat(editions.on("turner", FIRST)).contains(0);
        assertThat(editions.on("turner", FIRST.plusDays(5_009))).contains(500);
        assertThat(editions.on("turner", FIRST.plusDays(5_010))).contains(501);
        assertThat(editions.on("turner", LocalDate.MAX)).contains(999);
        assertThat(editions.named("turner", "edition 7")).contains(7);
        assertThat(editions.named("turner", "first")).isEmpty();
        assertThat(editions.newest("turner")).contains(999);
        assertThat(editions.allOn(FIRST.plusDays(25))).containsExactly(2, -1);
    }

    @Test
    void the_same_again_changes_nothing() {
        editions.put("turner", "first", FIRST, 1);
        editions.put("turner", "first", FIRST, 1);

        assertThat(editions.allOn(LocalDate.MAX)).containsExactly(1);
        assertThat(editions.on("nobody", LocalDate.MAX)).isEmpty();
    }
}
