package cn.jiangxue.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeSolverTest {

    @Test
    void what_was_unpacked_is_gone_once_it_is_loaded() throws IOException {
        NativeSolver.load();

        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            List<String> mapped =
                    lines.filter(line -> line.contains("libjniortools.so")).toList();
            assertThat(mapped).isNotEmpty().allMatch(line -> line.endsWith("(deleted)"));
            Path file = Path.of(
                    mapped.getFirst().substring(mapped.getFirst().indexOf('/')).replace(" (deleted)", ""));
            assertThat(file.getParent().getParent()).doesNotExist();
        }
    }
}
