package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.promotion.rules.Facts.WorkSpan;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperienceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void the_last_day_is_worked_and_today_is_not_over() {
        assertThat(worked(span("2025-11-20", "2026-11-19"))).isEqualTo(Period.of(1, 0, 0));
        assertThat(worked(span("2025-11-20", "2026-11-18"))).isEqualTo(Period.of(0, 11, 30));
        assertThat(worked(span("2025-11-20", null))).isEqualTo(Period.of(1, 0, 0));
        assertThat(worked(span("2025-11-20", "2030-01-01"))).isEqualTo(Period.of(1, 0, 0));
    }

    @Test
    void stretches_that_overlap_or_touch_count_once() {
        assertThat(worked(span("2020-01-01", "2021-12-31"), span("2021-01-01", "2022-12-31")))
                .isEqualTo(Period.of(3, 0, 0));
        assertThat(worked(span("2020-01-01", "2020-12-31"), span("2021-01-01", "2021-12-31")))
                .isEqualTo(Period.of(2, 0, 0));
        assertThat(worked(span("2020-01-01", "2022-12-31"), span("2021-01-01", "2021-06-30")))
                .isEqualTo(Period.of(3, 0, 0));
    }

    @Test
    void gaps_do_not_count_and_odd_days_add_up() {
        assertThat(worked(span("2020-01-01", "2020-06-30"), span("2021-01-01", "2021-06-30")))
                .isEqualTo(Period.of(1, 0, 0));
        assertThat(worked(span("2020-01-01", "2020-01-15"), span("2020-03-01", "2020-03-15")))
                .isEqualTo(Period.of(0, 0, 30));
        assertThat(worked(span("2020-01-01", "2020-01-15"), span("2020-03-01", "2020-03-16")))
                .isEqualTo(Period.of(0, 1, 0));
    }

    @Test
    void work_that_has_not_begun_counts_nothing() {
        assertThat(worked(span("2027-01-01", null))).isEqualTo(Period.ZERO);
        assertThat(worked()).isEqualTo(Period.ZERO);
    }

    @Test
    void only_what_lies_after_the_given_day_counts() {
        assertThat(Experience.worked(List.of(span("2010-01-01", null)), LocalDate.of(2024, 11, 20), TODAY))
                .isEqualTo(Period.of(2, 0, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void neither_order_nor_repetition_of_stretches_matters(long seed) {
        Random random = new Random(seed);
        List<WorkSpan> spans = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LocalDate from = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(7_000));
            spans.add(new WorkSpan(from, from.plusDays(random.nextInt(900)), true));
        }
        Period once = Experience.worked(spans, LocalDate.MIN, TODAY);
        spans.addAll(List.copyOf(spans));
        Collections.shuffle(spans, random);

        assertThat(Experience.worked(spans, LocalDate.MIN, TODAY)).isEqualTo(once);
    }

    private static Period worked(WorkSpan... spans) {
        return Experience.worked(List.of(spans), LocalDate.MIN, TODAY);
    }

    private static WorkSpan span(String from, @Nullable String to) {
        return new WorkSpan(LocalDate.parse(from), to == null ? null : LocalDate.parse(to), true);
    }
}
