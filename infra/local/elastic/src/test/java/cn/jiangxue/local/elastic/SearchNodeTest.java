package cn.jiangxue.local.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node as a process: how fast it comes, what it keeps, and that it goes with its parent. */
class SearchNodeTest {
    private static final Duration START_GOAL = Duration.ofSeconds(10);

    @TempDir
    Path data;

    /** Processor time, because the clock on the wall also counts whatever else the machine does. */
    @Test
    void it_answers_after_less_than_ten_seconds_of_work_and_keeps_its_documents() {
        try (SearchNode node = SearchNode.start(data, 0)) {
            Duration work = ProcessHandle.of(node.pid())
                    .orElseThrow()
                    .info()
                    .totalCpuDuration()
                    .orElseThrow();
            new Http(node.url()).put("/kept/_doc/1?refresh=true", "{\"a\":1}");

            assertThat(work).isLessThan(START_GOAL);
        }

        try (SearchNode again = SearchNode.start(data, 0)) {
            assertThat(new Http(again.url()).get("/kept/_doc/1").status()).isEqualTo(200);
        }
    }

    @Test
    void it_keeps_what_it_acknowledged_when_it_is_killed() {
        try (SearchNode node = SearchNode.start(data, 0)) {
            assertThat(new Http(node.url()).put("/kept/_doc/1", "{\"a\":1}").status())
                    .isEqualTo(201);
            ProcessHandle.of(node.pid()).orElseThrow().destroyForcibly();
            assertThat(ProcessHandle.of(node.pid())
                            .map(ProcessHandle::onExit)
                            .map(end -> end.orTimeout(20, TimeUnit.SECONDS).join()))
                    .isNotNull();
        }

        try (SearchNode again = SearchNode.start(data, 0)) {
            assertThat(new Http(again.url()).get("/kept/_doc/1").status()).isEqualTo(200);
        }
    }

    @Test
    void it_ends_when_its_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();

        parent.destroyForcibly();

        assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void a_taken_port_is_told_with_what_the_node_said() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> SearchNode.start(data, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("BindHttpException");
        }
    }

    /** Starts a node, says its process id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            SearchNode node = SearchNode.start(Path.of(args[0]), 0);
            System.out.println(node.pid());
            System.in.read();
        }
    }
}
