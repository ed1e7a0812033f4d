package cn.jiangxue.content.transcode.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.transcode.rules.FfmpegArguments.Encoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTextsTest {

    private static final Path SOURCE = Path.of("/scratch/job/source");

    @Test
    void whatever_reads_a_strangers_file_is_held_to_local_files_and_harmless_containers() {
        var facts = new SourceFacts(1920, 1080, "25/1", true, 60_000);
        var rungs = Ladder.of(1920, 1080);
        for (List<String> arguments : List.of(
                FfmpegArguments.probe(SOURCE),
                FfmpegArguments.ladder(SOURCE, facts, rungs, Encoder.LIBX264, 2),
                FfmpegArguments.poster(SOURCE, Duration.ofMillis(3_050), rungs.getFirst(), Path.of("poster.jpg")))) {
            int input = arguments.indexOf("-i");

            assertThat(arguments.subList(0, input))
                    .containsSequence("-protocol_whitelist", "file")
                    .containsSequence("-format_whitelist", "mov,matroska,avi,mpegts,flv,asf")
                    .containsSequence("-max_pixels", "9000000");
            assertThat(arguments.get(input + 1)).isEqualTo("file:source");
        }
    }

    @Test
    void the_ladder_is_strict_about_damage_and_carries_nothing_personal_over() {
        var facts = new SourceFacts(1920, 1080, "25/1", true, 60_000);
        var arguments = FfmpegArguments.ladder(SOURCE, facts, Ladder.of(1920, 1080), Encoder.LIBX264, 2);

        assertThat(arguments)
                .containsSequence("-xerror", "-err_detect", "explode")
                .containsSequence("-map_metadata", "-1")
                .containsSequence("-var_stream_map", "v:0,a:0,name:720p v:1,a:1,name:540p v:2,a:2,name:360p")
                .contains(
                        "[0:V:0]fps=25/1:start_time=0,format=yuv420p,scale=1280:720:flags=bicubic,setsar=1,split[out0][below0]"
                                + ";[below0]scale=960:540:flags=bicubic,setsar=1,split[out1][below1]"
                                + ";[below1]scale=640:360:flags=bicubic,setsar=1[out2]");
    }

    @Test
    void a_silent_video_asks_for_no_sound() {
        var facts = new SourceFacts(640, 360, "25/1", false, 60_000);
        var arguments = FfmpegArguments.ladder(SOURCE, facts, Ladder.of(640, 360), Encoder.LIBOPENH264, 2);

        assertThat(arguments)
                .containsSequence("-var_stream_map", "v:0,name:360p")
                .containsSequence("-c:v", "libopenh264")
                .containsSequence("-b:v:0", "480000")
                .doesNotContain("0:a:0", "-c:a", "-af");
    }

    @Test
    void progress_is_read_from_the_position_line_and_never_says_a_hundred() {
        assertThat(EncoderProgress.percent("out_time_us=30000000", 60_000)).hasValue(50);
        assertThat(EncoderProgress.percent("out_time_us=60000000", 60_000)).hasValue(99);
        assertThat(EncoderProgress.percent("out_time_us=0", 60_000)).hasValue(0);
        assertThat(EncoderProgress.percent("out_time_us=N/A", 60_000)).isEmpty();
        assertThat(EncoderProgress.percent("out_time_us=-5", 60_000)).isEmpty();
        assertThat(EncoderProgress.percent("frame=5", 60_000)).isEmpty();
        assertThat(EncoderProgress.percent("out_time_us=5", 0)).isEmpty();
    }

    @Test
    void the_encoders_playlists_are_read() {
        var variant = HlsFiles.variant("""
                #EXTM3U
                #EXT-X-MAP:URI="init_0.mp4"
                #EXTINF:4.000000,
                720p-00000.m4s
                #EXTINF:1.240000,
                720p-00001.m4s
                #EXT-X-ENDLIST
                """).orElseThrow();
        var stream = HlsFiles.stream("""
                #EXTM3U
                #EXT-X-STREAM-INF:BANDWIDTH=3066608,AVERAGE-BANDWIDTH=2725247,RESOLUTION=1280x720,CODECS="avc1.4d401f,mp4a.40.2"
                720p.m3u8
                """, "720p.m3u8").orElseThrow();

        assertThat(variant.initFile()).isEqualTo("init_0.mp4");
        assertThat(variant.segments())
                .containsExactly(
                        new HlsFiles.Segment("720p-00000.m4s", 4_000_000),
                        new HlsFiles.Segment("720p-00001.m4s", 1_240_000));
        assertThat(variant.durationMillis()).isEqualTo(5_240);
        assertThat(stream).isEqualTo(new HlsFiles.Stream(3_066_608, 2_725_247, "avc1.4d401f,mp4a.40.2"));
    }

    @Test
    void playlists_that_are_cut_off_or_odd_are_not_believed() {
        String head = "#EXTM3U\n#EXT-X-MAP:URI=\"i.mp4\"\n";
        assertThat(HlsFiles.variant(head + "#EXTINF:4,\na.m4s\n")).isEmpty();
        assertThat(HlsFiles.variant(head + "#EXT-X-ENDLIST\n")).isEmpty();
        assertThat(HlsFiles.variant("#EXTINF:4,\na.m4s\n#EXT-X-ENDLIST")).isEmpty();
        assertThat(HlsFiles.variant(head + "#EXTINF:4,\n/etc/passwd\n#EXT-X-ENDLIST"))
                .isEmpty();
        assertThat(HlsFiles.stream("720p.m3u8", "720p.m3u8")).isEmpty();
        assertThat(HlsFiles.stream("#x\n720p.m3u8", "720p.m3u8")).isEmpty();
        assertThat(HlsFiles.stream("#x", "720p.m3u8")).isEmpty();
    }

    @Test
    void the_encoder_gets_time_and_room_by_the_length_of_the_video() {
        assertThat(TranscodeLimits.encodingTime(10_000)).isEqualTo(Duration.ofMinutes(5));
        assertThat(TranscodeLimits.encodingTime(3_600_000)).isEqualTo(Duration.ofHours(10));
        assertThat(TranscodeLimits.encodingTime(0)).isEqualTo(Duration.ofHours(40));
        assertThat(TranscodeLimits.outputBytes(60_000)).isBetween(120L << 20, 130L << 20);
        assertThat(TranscodeLimits.outputBytes(0)).isEqualTo(TranscodeLimits.outputBytes(4 * 3_600_000));
    }

    @Test
    void a_result_much_shorter_than_claimed_is_not_whole() {
        assertThat(TranscodeLimits.isWhole(100_000, 93_500)).isTrue();
        assertThat(TranscodeLimits.isWhole(100_000, 93_499)).isFalse();
        assertThat(TranscodeLimits.isWhole(0, 0)).isTrue();
    }

    @Test
    void exit_codes_tell_a_crash_from_a_fault_of_the_file() {
        assertThat(ExitCodes.causeOf(0)).isEqualTo(ExitCodes.Cause.DONE);
        assertThat(ExitCodes.causeOf(1)).isEqualTo(ExitCodes.Cause.FILE_AT_FAULT);
        assertThat(ExitCodes.causeOf(183)).as("invalid data").isEqualTo(ExitCodes.Cause.FILE_AT_FAULT);
        assertThat(List.of(132, 134, 135, 136, 137, 139))
                .allMatch(code -> ExitCodes.causeOf(code) == ExitCodes.Cause.CRASHED);
        assertThat(List.of(228, 244)).allMatch(code -> ExitCodes.causeOf(code) == ExitCodes.Cause.OUT_OF_ROOM);
        assertThat(ExitCodes.causeOf(152)).isEqualTo(ExitCodes.Cause.OUT_OF_TIME);
        assertThat(List.of(153, 229)).allMatch(code -> ExitCodes.causeOf(code) == ExitCodes.Cause.FILE_TOO_LARGE);
    }
}
