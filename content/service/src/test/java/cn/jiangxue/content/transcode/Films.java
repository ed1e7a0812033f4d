package cn.jiangxue.content.transcode;

import cn.jiangxue.content.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes films for tests with the ffmpeg under test, in its cage. */
public final class Films {

    static final Cage CAGE = Cage.build();
    static final Scratch SCRATCH = Scratch.in(Stage.scratch());
    static final Programs PROGRAMS = new ProgramSearch(CAGE, SCRATCH).search().orElseThrow();

    private Films() {}

    /** A test picture and a tone. {@code codec} are further options, such as the encoder and its rate. */
    public static Path film(Path target, int width, int height, int seconds, String... codec) {
        List<String> arguments = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=%dx%d:rate=25:duration=%d".formatted(width, height, seconds),
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=" + seconds,
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac"));
        arguments.addAll(List.of(codec));
        return make(target, arguments);
    }

    /** Whatever these arguments make. */
    public static Path make(Path target, List<String> arguments) {
        try {
            Path folder = SCRATCH.forJob(UUID.randomUUID());
            List<String> command = new ArrayList<>(
                    List.of(PROGRAMS.ffmpeg().toString(), "-hide_banner", "-nostdin", "-loglevel", "error"));
            command.addAll(arguments);
            command.add("file:" + target.getFileName());
            var end = CAGE.run(
                    new Cage.Order(command, PROGRAMS.environment(), folder, Duration.ofMinutes(2), 1L << 30),
                    line -> true);
            if (!(end instanceof Cage.Exited(int code, String complaints)) || code != 0) {
                throw new IllegalStateException("no film: " + end);
            }
            Files.move(folder.resolve(target.getFileName()), target);
            Scratch.remove(folder);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ffprobe sees in a file, as JSON. */
    public static String probed(Path file) {
        try {
            var text = new StringBuilder();
            List<String> command = new ArrayList<>(List.of(
                    PROGRAMS.ffprobe().toString(), "-v", "error", "-of", "json", "-show_streams", "-show_format"));
            command.add("file:" + file.getFileName());
            CAGE.run(
                    new Cage.Order(
                            command,
                            PROGRAMS.environment(),
                            file.toAbsolutePath().getParent(),
                            Duration.ofMinutes(1),
                            1L << 30),
                    line -> !text.append(line).isEmpty());
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
