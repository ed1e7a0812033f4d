package cn.jiangxue.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTest {
    @TempDir
    Path folder;

    @Test
    void however_much_a_child_says_the_log_stays_within_twice_its_limit() throws Exception {
        String much = IntStream.range(0, 5_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        try (ChildLog log = new ChildLog(folder, "child", 1_000, line -> {})) {
            log.drain(new BufferedReader(new StringReader(much)));

            assertThat(Files.size(folder.resolve("child.log")) + Files.size(folder.resolve("child.log.1")))
                    .isLessThan(2_100);
            assertThat(log.lastLines()).hasSize(ChildLog.LINES_SHOWN).endsWith("line 4999");
        }
    }

    @Test
    void a_line_without_end_is_cut() {
        try (ChildLog log = new ChildLog(folder, "child", line -> {})) {
            log.drain(new BufferedReader(new StringReader("x".repeat(100_000))));

            assertThat(log.lastLines().getFirst()).hasSize(8_000);
        }
    }

    @Test
    void a_secret_shown_once_reaches_the_terminal_and_no_file() throws Exception {
        List<String> announced = new ArrayList<>();
        String line = "首位管理员一次性口令 / one-time token of the first administrator: abc";

        try (ChildLog log = new ChildLog(folder, "child", announced::add)) {
            log.drain(new BufferedReader(new StringReader(line + "\nstarted")));

            assertThat(announced).containsExactly(line);
            assertThat(log.lastLines()).containsExactly("started");
        }
        assertThat(Files.readString(folder.resolve("child.log"))).isEqualTo("started\n");
    }
}
