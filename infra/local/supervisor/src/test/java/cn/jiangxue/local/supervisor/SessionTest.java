package cn.jiangxue.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole run as a process of its own, with tiny children. */
@Timeout(120)
class SessionTest {
    private static final Pattern LAST_LINE =
            Pattern.compile("Page after \\d+\\.\\d s; [\\d,]+ MiB resident in 4 processes\\.");

    @TempDir
    Path temporary;

    private final List<Process> runs = new ArrayList<>();

    @AfterEach
    void clear() {
        runs.forEach(Process::destroyForcibly);
    }

    @Test
    void it_says_where_the_site_is_and_last_how_long_it_took_and_what_it_weighs() throws Exception {
        int port = freePort();
        Process run = run("well", port, "data");

        List<String> lines = untilLastLine(run);

        assertThat(lines).anyMatch(line -> line.contains("documents is ready"));
        assertThat(lines).contains("匠学 Jiangxue is at http://127.0.0.1:" + port);
        assertThat(lines.getLast()).matches(LAST_LINE);
    }

    @Test
    void asked_to_end_it_ends_all_and_says_so() throws Exception {
        Process run = run("well", freePort(), "data");
        untilLastLine(run);
        List<ProcessHandle> children = run.children().toList();

        run.toHandle().destroy();

        assertThat(run.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
        assertThat(rest(run).getLast()).contains("stopped");
        assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void killed_it_leaves_no_child_behind_and_the_next_run_takes_over() throws Exception {
        int port = freePort();
        Process run = run("well", port, "data");
        untilLastLine(run);
        List<ProcessHandle> children = run.children().toList();

        run.destroyForcibly().waitFor();
        Process next = run("well", port, "data");
        untilLastLine(next);

        assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_second_run_on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
        Process run = run("well", freePort(), "data");
        untilLastLine(run);

        Process second = run("well", freePort(), "data");

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(rest(second).getLast()).contains("in use by another ./run (process " + run.pid() + ")");
        assertThat(run.isAlive()).isTrue();
    }

    @Test
    void a_taken_port_is_named_with_the_way_to_change_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process run = run("well", taken.getLocalPort(), "data");

            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(2);
            assertThat(rest(run).getLast()).contains("Port " + taken.getLocalPort() + " is taken", "./run --port ");
        }
    }

    @Test
    void a_child_that_cannot_be_kept_up_ends_all_with_its_name_and_last_lines() throws Exception {
        Process run = run("sick", freePort(), "data");
        List<String> lines = rest(run);

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("backend ended (exit code 3)."))
                .contains("  it hurts");
        assertThat(run.children()).isEmpty();
    }

    @Test
    void a_reset_asks_first_and_a_no_deletes_nothing() throws Exception {
        Path kept = temporary.resolve("data/kept");
        Files.createDirectories(temporary.resolve("data/run"));
        Files.writeString(kept, "x");

        Process no = run("well", freePort(), "data", "--reset");
        answer(no, "no");
        assertThat(no.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rest(no).getLast()).endsWith("Nothing was deleted.");
        assertThat(kept).exists();

        Process yes = run("well", freePort(), "data", "--reset");
        answer(yes, "yes");
        untilLastLine(yes);
        assertThat(kept).doesNotExist();
    }

    private Process run(String health, int port, String folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FakeSite.class.getName(),
                health,
                "--port",
                Integer.toString(port),
                "--data",
                temporary.resolve(folder).toString()));
        command.addAll(List.of(more));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        runs.add(run);
        return run;
    }

    private static List<String> untilLastLine(Process run) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader out = run.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (LAST_LINE.matcher(line).matches()) {
                return lines;
            }
        }
        throw new AssertionError("It ended: " + lines);
    }

    private static List<String> rest(Process run) {
        try (Stream<String> lines = run.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.toList();
        }
    }

    private static void answer(Process run, String text) throws IOException {
        var in = run.outputWriter();
        in.write(text + "\n");
        in.flush();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
