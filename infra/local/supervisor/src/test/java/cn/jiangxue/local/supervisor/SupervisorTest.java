package cn.jiangxue.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class SupervisorTest {
    @TempDir
    Path folder;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @Test
    void a_child_starts_only_when_what_it_needs_is_ready() throws Exception {
        Path order = folder.resolve("order");
        var store = FakeChild.spec("store", Set.of(), "noted", order.toString(), "store");
        var service = FakeChild.spec("service", Set.of("store"), "noted", order.toString(), "service");
        var page = FakeChild.spec("page", Set.of("store", "service"), "noted", order.toString(), "page");

        try (Supervisor supervisor = supervise(page, service, store)) {
            assertThat(supervisor.awaitReady()).isTrue();

            assertThat(Files.readAllLines(order)).containsExactly("store", "service", "page");
            assertThat(supervisor.processes()).containsOnlyKeys("store", "service", "page");
        }
    }

    @Test
    void a_child_that_is_killed_is_started_again_and_the_others_are_left_alone() throws Exception {
        var one = FakeChild.spec("one", Set.of(), "serve");
        var two = FakeChild.spec("two", Set.of(), "serve");

        try (Supervisor supervisor = supervise(one, two)) {
            assertThat(supervisor.awaitReady()).isTrue();
            var before = supervisor.processes();
            before.get("one").destroyForcibly();
            awaitTold("one is ready again");

            assertThat(supervisor.processes().get("one").pid())
                    .isNotEqualTo(before.get("one").pid());
            assertThat(supervisor.processes().get("two").pid())
                    .isEqualTo(before.get("two").pid());
            assertThat(told)
                    .anyMatch(line -> line.contains("one ended (killed by signal 9). Starting it again (1 of 3)"));
        }
    }

    @Test
    void a_child_that_keeps_dying_is_given_up_after_three_restarts_with_its_name_and_last_words() throws Exception {
        var well = FakeChild.spec("well", Set.of(), "serve");
        var sick = FakeChild.spec("sick", Set.of(), "die");

        try (Supervisor supervisor = supervise(well, sick)) {
            Child.Ending ending = supervisor.failure().get(60, TimeUnit.SECONDS);

            assertThat(ending.name()).isEqualTo("sick");
            assertThat(ending.code()).isEqualTo(3);
            assertThat(ending.lastLines()).contains("it hurts");
            assertThat(told.stream().filter(line -> line.contains("Starting it again")))
                    .hasSize(Keeper.MOST_RESTARTS);
        }
    }

    @Test
    void what_needs_a_child_that_never_comes_is_not_started() {
        var sick = FakeChild.spec("sick", Set.of(), "unknown-mode");
        var service = FakeChild.spec("service", Set.of("sick"), "serve");

        try (Supervisor supervisor = supervise(sick, service)) {
            assertThat(supervisor.awaitReady()).isFalse();

            assertThat(supervisor.processes()).isEmpty();
            assertThat(told).noneMatch(line -> line.contains("service"));
        }
    }

    @Test
    void a_child_that_will_not_end_is_ended() throws Exception {
        var deaf = FakeChild.spec("deaf", Set.of(), "deaf");
        ProcessHandle process;

        try (Supervisor supervisor = supervise(deaf)) {
            supervisor.awaitReady();
            process = supervisor.processes().get("deaf");
        }

        assertThat(process.isAlive()).isFalse();
        assertThat(told).noneMatch(line -> line.contains("Starting it again"));
    }

    @Test
    void many_more_children_than_processors_are_stopped_as_well() {
        ChildSpec[] many = java.util.stream.IntStream.range(
                        0, 4 * Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> FakeChild.spec("child" + i, Set.of(), "serve"))
                .toArray(ChildSpec[]::new);
        Supervisor supervisor = supervise(many);
        assertThat(supervisor.awaitReady()).isTrue();

        supervisor.close();

        assertThat(supervisor.processes()).isEmpty();
    }

    @Test
    void a_stop_in_the_middle_of_the_start_leaves_nothing_running() throws Exception {
        CountDownLatch firstStarted = new CountDownLatch(1);
        var one = FakeChild.spec("one", Set.of(), "serve");
        var two = FakeChild.spec("two", Set.of("one"), "serve");
        Supervisor supervisor =
                new Supervisor(List.of(one, two), folder, Duration.ofSeconds(2), firstStarted::countDown, told::add);

        supervisor.start();
        firstStarted.await();
        supervisor.close();

        assertThat(supervisor.processes()).isEmpty();
    }

    private Supervisor supervise(ChildSpec... specs) {
        Supervisor supervisor = new Supervisor(List.of(specs), folder, Duration.ofSeconds(2), () -> {}, told::add);
        supervisor.start();
        return supervisor;
    }

    private void awaitTold(String line) throws InterruptedException {
        while (!told.contains(line)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
