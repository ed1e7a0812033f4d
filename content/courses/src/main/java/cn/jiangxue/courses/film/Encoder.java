package cn.jiangxue.courses.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Feeds the pictures of a film to ffmpeg and gets an H.264 + AAC file of it. */
final class Encoder {
    static final int FRAMES_PER_SECOND = 15;

    private final String program = Loader.load(ffmpeg.class);

    /** Encodes the whole film; an existing file is replaced. */
    void encode(Film film, Path target) throws IOException, InterruptedException {
        Path sound = Files.createTempFile("film", ".pcm");
        try {
            Score.write(film, sound);
            Process process = new ProcessBuilder(command(sound, target))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream pictures = new BufferedOutputStream(process.getOutputStream(), 1 << 20)) {
                writePictures(film, pictures);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException("ffmpeg ended with " + exit + " for " + target);
            }
        } finally {
            Files.deleteIfExists(sound);
        }
    }

    private static void writePictures(Film film, OutputStream pictures) throws IOException {
        BufferedImage picture = new BufferedImage(Pen.WIDTH, Pen.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        Projector projector = new Projector(film);
        long frames = Math.round(film.seconds() * FRAMES_PER_SECOND);
        for (long frame = 0; frame < frames; frame++) {
            projector.draw(picture, (double) frame / FRAMES_PER_SECOND);
            pictures.write(bytes);
        }
    }

    private List<String> command(Path sound, Path target) {
        return List.of(
                program,
                "-hide_banner",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "bgr24",
                "-s",
                Pen.WIDTH + "x" + Pen.HEIGHT,
                "-r",
                String.valueOf(FRAMES_PER_SECOND),
                "-i",
                "pipe:0",
                "-f",
                "s16le",
                "-ar",
                String.valueOf(Score.RATE),
                "-ac",
                "1",
                "-i",
                sound.toString(),
                "-vf",
                "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "-colorspace",
                "bt709",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-c:v",
                "libx264",
                "-preset",
                "slower",
                "-tune",
                "animation",
                "-crf",
                "30",
                "-g",
                "150",
                "-c:a",
                "aac",
                "-b:a",
                "24k",
                "-ac",
                "1",
                "-shortest",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-movflags",
                "+faststart",
                target.toString());
    }
}
