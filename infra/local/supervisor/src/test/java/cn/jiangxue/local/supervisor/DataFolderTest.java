package cn.jiangxue.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void one_run_holds_it_and_the_next_may_have_it_after() {
        Path folder = temporary.resolve("data");
        try (DataFolder held = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("--data");
            assertThat(held.path("x")).isEqualTo(folder.resolve("x"));
        }

        DataFolder.open(folder).close();
    }

    @Test
    void a_folder_full_of_something_else_is_not_taken() throws Exception {
        Files.writeString(temporary.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> DataFolder.open(temporary)).isInstanceOf(Refusal.class);
    }

    @Test
    void only_its_owner_reads_it() throws Exception {
        Path folder = temporary.resolve("data");
        DataFolder.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void emptied_it_is_still_held() throws Exception {
        Path folder = temporary.resolve("data");
        try (DataFolder data = DataFolder.open(folder)) {
            Files.createDirectories(folder.resolve("mongo/deep"));
            Files.writeString(folder.resolve("mongo/deep/file"), "x");
            data.keep("public-base-url", "http://x");

            data.empty();

            assertThat(folder.resolve("mongo")).doesNotExist();
            assertThat(data.kept("public-base-url")).isEmpty();
            assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_port_stays_the_same_while_it_is_free_and_changes_when_it_is_not() throws Exception {
        List<String> names = List.of("a", "b");
        try (DataFolder data = DataFolder.open(temporary.resolve("data"))) {
            var first = Ports.take(names, data, new Random(1));
            var again = Ports.take(names, data, new Random(2));
            try (ServerSocket taken = new ServerSocket(first.get("a"), 1, InetAddress.getLoopbackAddress())) {
                var moved = Ports.take(names, data, new Random(3));

                assertThat(again).isEqualTo(first);
                assertThat(moved.get("a")).isNotEqualTo(taken.getLocalPort());
                assertThat(moved.get("b")).isEqualTo(first.get("b"));
            }
        }
    }
}
