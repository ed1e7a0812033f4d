package cn.jiangxue.content.transcode.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.transcode.rules.Ladder.Rung;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, '720p 1280x720; 540p 960x540; 360p 640x360'",
        "3840, 2160, '720p 1280x720; 540p 960x540; 360p 640x360'",
        "1280, 720, '720p 1280x720; 540p 960x540; 360p 640x360'",
        "1080, 1920, '720p 720x1280; 540p 540x960; 360p 360x640'",
        "854, 480, '480p 854x480; 360p 640x360'",
        "720, 420, '360p 616x360'",
        "640, 360, '360p 640x360'",
        "320, 240, '240p 320x240'",
        "321, 241, '240p 318x240'",
        "1280, 719, '718p 1278x718; 540p 960x540; 360p 640x360'",
        "2, 2, '2p 2x2'",
    })
    void the_ladder_ends_where_the_source_ends(int width, int height, String expected) {
        String made = String.join(
                "; ",
                Ladder.of(width, height).stream()
                        .map(rung -> rung.name() + " " + rung.width() + "x" + rung.height())
                        .toList());

        assertThat(made).isEqualTo(expected);
    }

    @Test
    void no_rung_is_ever_above_the_source_and_all_sides_are_even() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int width = 2 + random.nextInt(4000);
            int height = 2 + random.nextInt(4000);
            for (Rung rung : Ladder.of(width, height)) {
                assertThat(rung.width())
                        .as("seed %s: %sx%s", seed, width, height)
                        .isLessThanOrEqualTo(width)
                        .isEven();
                assertThat(rung.height())
                        .as("seed %s: %sx%s", seed, width, height)
                        .isLessThanOrEqualTo(height)
                        .isEven();
            }
        }
    }

    @Test
    void larger_pictures_get_more_bits() {
        assertThat(Ladder.of(1920, 1080))
                .extracting(Rung::peakBitsPerSecond)
                .containsExactly(2_800_000, 1_600_000, 800_000);
    }
}
