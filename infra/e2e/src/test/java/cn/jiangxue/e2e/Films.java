package cn.jiangxue.e2e;

import cn.jiangxue.courses.SampleCourse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as people have them on disk. */
final class Films {

    private static final Path FOLDER = Path.of("target", "films");

    private Films() {}

    /** A photo as a worker takes it. */
    static Path photo() {
        return Site.tree().resolve("content/courses/src/main/resources/cn/jiangxue/courses/lockout-tagout/poster.jpg");
    }

    /** The film of a sample course, made as large as one from a camera by an empty box at its end, which every player skips. */
    static Path large(SampleCourse course, int mebibytes) {
        Path file = FOLDER.resolve(course.folder() + "-" + mebibytes + ".mp4");
        try (InputStream film = course.video().file().openStream()) {
            byte[] bytes = film.readAllBytes();
            int rest = (mebibytes << 20) - bytes.length;
            Files.createDirectories(FOLDER);
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bytes);
                out.write(ByteBuffer.allocate(8)
                        .putInt(rest)
                        .put("free".getBytes(StandardCharsets.US_ASCII))
                        .array());
                out.write(new byte[rest - 8]);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that calls itself a film. */
    static Path notAFilm() {
        return written("会议记录.mp4", "第一项：检查设备。\n".repeat(2_000));
    }

    static Path captions(SampleCourse course, String language) {
        return course.video().captions().stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .map(each -> written(course.folder() + "." + language + ".vtt", each.text()))
                .orElseThrow();
    }

    private static Path written(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            return Files.writeString(FOLDER.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
