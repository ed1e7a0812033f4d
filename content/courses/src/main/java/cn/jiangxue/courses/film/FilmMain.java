package cn.jiangxue.courses.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the lesson films.
 *
 * <pre>
 * FilmMain films  COURSES_DIR [FOLDER…]         writes video.mp4, poster.jpg, captions.zh.vtt, captions.en.vtt into each course folder
 * FilmMain stills OUT_DIR EVERY_SECONDS [FOLDER…] writes pictures to look at
 * </pre>
 */
public final class FilmMain {
    private FilmMain() {}

    public static void main(String... args) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        if (args.length >= 2 && args[0].equals("films")) {
            for (Film film : chosen(args, 2)) {
                write(film, Path.of(args[1], film.folder()), System.out);
            }
        } else if (args.length >= 3 && args[0].equals("stills")) {
            for (Film film : chosen(args, 3)) {
                stills(film, Path.of(args[1]), Double.parseDouble(args[2]));
            }
        } else {
            System.err.println("usage: FilmMain films COURSES_DIR [FOLDER…] | stills OUT_DIR EVERY_SECONDS [FOLDER…]");
            System.exit(2);
        }
    }

    private static List<Film> chosen(String[] args, int from) {
        List<String> wanted = List.of(args).subList(from, args.length);
        return Films.all().stream()
                .filter(film -> wanted.isEmpty() || wanted.contains(film.folder()))
                .toList();
    }

    private static void write(Film film, Path folder, PrintStream out) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("captions.zh.vtt"), Captions.vtt(film, Line::zh));
        Files.writeString(folder.resolve("captions.en.vtt"), Captions.vtt(film, Line::en));
        ImageIO.write(
                picture(film, film.posterSecond()),
                "jpg",
                folder.resolve("poster.jpg").toFile());
        new Encoder().encode(film, folder.resolve("video.mp4"));
        out.printf(
                "%s: %.0f s, %d kB%n", film.folder(), film.seconds(), Files.size(folder.resolve("video.mp4")) / 1000);
    }

    private static void stills(Film film, Path folder, double every) throws IOException {
        Files.createDirectories(folder);
        for (double at = every; at < film.seconds(); at += every) {
            ImageIO.write(
                    picture(film, at),
                    "png",
                    folder.resolve("%s-%05.1f.png".formatted(film.folder(), at)).toFile());
        }
    }

    private static BufferedImage picture(Film film, double at) {
        BufferedImage picture = new BufferedImage(Pen.WIDTH, Pen.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        new Projector(film).draw(picture, at);
        return picture;
    }
}
