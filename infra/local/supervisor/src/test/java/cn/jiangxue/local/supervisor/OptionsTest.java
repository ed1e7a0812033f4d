package cn.jiangxue.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void nothing_said_is_the_demo_at_8080_in_the_data_folder_of_the_tree() {
        Options options = ((Options.Parsed.Run) parse()).options();

        assertThat(options.site()).isEqualTo("http://127.0.0.1:8080");
        assertThat(options.data()).isEqualTo(Path.of("/tree/data"));
        assertThat(options.demo()).isTrue();
        assertThat(options.reset()).isFalse();
    }

    @Test
    void a_data_folder_is_meant_from_where_the_person_stands() {
        Options options = ((Options.Parsed.Run) parse("--data", "mine", "--port", "9000", "--no-demo")).options();

        assertThat(options.data()).isEqualTo(Path.of("/home/mine"));
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port 0", "--port 65536", "--port x", "--data", "--colour"})
    void what_makes_no_sense_is_said(String args) {
        assertThat(parse(args.split(" "))).isInstanceOf(Options.Parsed.Wrong.class);
    }

    private static Options.Parsed parse(String... args) {
        return Options.parse(args, Path.of("/tree"), Path.of("/home"), Instant.EPOCH);
    }
}
