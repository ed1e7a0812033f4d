package cn.jiangxue.content.upload.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final long MIB = 1L << 20;

    @Test
    void a_small_file_is_one_part_of_its_own_size() {
        var parts = Parts.of(5);

        assertThat(parts.count()).isEqualTo(1);
        assertThat(parts.sizeOf(1)).isEqualTo(5);
    }

    @Test
    void a_file_of_exactly_two_parts_has_no_third_empty_one() {
        var parts = Parts.of(16 * MIB);

        assertThat(parts.count()).isEqualTo(2);
        assertThat(parts.sizeOf(2)).isEqualTo(8 * MIB);
        assertThat(parts.has(0)).isFalse();
        assertThat(parts.has(2)).isTrue();
        assertThat(parts.has(3)).isFalse();
    }

    @Test
    void the_largest_video_has_512_parts_of_8_mebibytes() {
        var parts = Parts.of(UploadLimits.VIDEO_BYTES);

        assertThat(parts.partSizeBytes()).isEqualTo(8 * MIB);
        assertThat(parts.count()).isEqualTo(512);
    }

    @Test
    void parts_add_up_to_the_file_and_there_are_never_too_many() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var parts = Parts.of(1 + random.nextLong(100L << 30));
            long sum = 0;
            for (int number = 1; number <= parts.count(); number++) {
                sum += parts.sizeOf(number);
            }

            assertThat(sum).as("seed %s", seed).isEqualTo(parts.sizeBytes());
            assertThat(parts.count()).as("seed %s", seed).isBetween(1, Parts.MOST);
            assertThat(parts.partSizeBytes()).as("seed %s", seed).isGreaterThanOrEqualTo(8 * MIB);
        }
    }

    @Test
    void only_whole_parts_count_as_done() {
        var parts = Parts.of(20 * MIB);
        var stored = new TreeMap<>(Map.of(1, 8 * MIB, 2, 3L, 3, 4 * MIB, 4, 8 * MIB));

        assertThat(parts.done(stored)).containsExactly(1, 3);
        assertThat(parts.missing(stored)).containsExactly(2);
    }
}
