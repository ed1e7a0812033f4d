package cn.jiangxue.content.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs are taken out once, however many services of one machine start on an empty folder. */
class BundledProgramsTest {

    @TempDir
    Path scratch;

    @Test
    void services_that_start_at_once_all_find_the_programs_and_leave_one_copy() throws Exception {
        var together = new CyclicBarrier(3);
        Callable<Optional<Path>> start = () -> {
            together.await();
            return BundledPrograms.unpackedIn(scratch);
        };

        List<Future<Optional<Path>>> found;
        try (var services = Executors.newFixedThreadPool(3)) {
            found = services.invokeAll(List.of(start, start, start));
        }

        for (var each : found) {
            assertThat(each.get()).isPresent();
            assertThat(each.get().get().resolve("ffmpeg")).isExecutable();
        }
        assertThat(copies()).isEqualTo(1);
    }

    private long copies() throws IOException {
        try (var left = Files.list(scratch)) {
            return left.count();
        }
    }
}
