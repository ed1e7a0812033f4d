package cn.jiangxue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tiny sizes: the figures mean nothing, but nothing has rotted. */
class EveryBenchmarkRunsTest {

    @Test
    void every_benchmark_runs_and_compares_two_finite_figures() throws Exception {
        var printed = new ByteArrayOutputStream();

        var results = BenchMain.run(
                new Options(Set.copyOf(Options.ALL), Size.TINY, false),
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(results.verdicts()).hasSize(7).allSatisfy(verdict -> {
            assertThat(verdict.ratio().median()).isFinite().isPositive();
            assertThat(verdict.oursMicros().getTotalCount()).isPositive();
            assertThat(verdict.baseMicros().getTotalCount()).isPositive();
        });
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "goal 0.50",
                        "goal 0.70",
                        "goal 0.71",
                        "goal 0.80",
                        "goal 1.10 at most",
                        "goal 5 ms",
                        "SKIPPED",
                        "rows/s",
                        "Done in");
        assertThat(results.measured()).hasSize(3);
    }

    @Test
    void what_is_not_a_benchmark_is_answered_by_the_usage() {
        assertThatThrownBy(() -> Options.of("everything")).hasMessage(Options.USAGE);
        assertThat(Options.of("beats", "--quick", "--strict"))
                .isEqualTo(new Options(Set.of("beats"), Size.QUICK, true));
    }
}
