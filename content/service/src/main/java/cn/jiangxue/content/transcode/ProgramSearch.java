package cn.jiangxue.content.transcode;

import cn.jiangxue.content.transcode.rules.FfmpegArguments;
import cn.jiangxue.content.transcode.rules.FfmpegArguments.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds an ffmpeg that works here: the bundled one first, the system's otherwise. What counts is that it makes a video in the cage it will work in. */
final class ProgramSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramSearch.class);
    private static final Duration TEST_TIME = Duration.ofSeconds(30);
    private static final long TEST_BYTES = 16L << 20;
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Cage cage;
    private final Scratch scratch;

    ProgramSearch(Cage cage, Scratch scratch) {
        this.cage = cage;
        this.scratch = scratch;
    }

    /** Empty when none works; uploads are then taken but wait. */
    Optional<Programs> search() {
        for (Programs candidate : candidates()) {
            if (works(candidate)) {
                LOG.info(
                        "converting with the {} ffmpeg and {}, {}",
                        candidate.origin(),
                        candidate.encoder().option(),
                        cage.withoutNetwork() ? "without network" : "with the network denied by ffmpeg only");
                return Optional.of(candidate);
            }
        }
        LOG.error("no ffmpeg works on this machine: videos wait until one does (Debian: apt-get install ffmpeg)");
        return Optional.empty();
    }

    private List<Programs> candidates() {
        List<Programs> found = new ArrayList<>();
        BundledPrograms.unpackedIn(scratch.root())
                .ifPresent(folder -> addBoth(
                        found,
                        folder.resolve("ffmpeg"),
                        folder.resolve("ffprobe"),
                        Map.of("LD_LIBRARY_PATH", folder.toString(), "PATH", PATH, "LANG", "C"),
                        "bundled"));
        onPath("ffmpeg")
                .ifPresent(ffmpeg -> onPath("ffprobe")
                        .ifPresent(ffprobe ->
                                addBoth(found, ffmpeg, ffprobe, Map.of("PATH", PATH, "LANG", "C"), "system")));
        return found;
    }

    private static void addBoth(
            List<Programs> found, Path ffmpeg, Path ffprobe, Map<String, String> environment, String origin) {
        for (Encoder encoder : Encoder.values()) {
            found.add(new Programs(ffmpeg, ffprobe, environment, encoder, origin));
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(PATH.split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private boolean works(Programs candidate) {
        Path folder = null;
        try {
            folder = scratch.forJob(UUID.randomUUID());
            Path made = folder.resolve("test.mp4");
            return runs(candidate, candidate.ffmpeg(), FfmpegArguments.selfTest(candidate.encoder(), made), folder)
                    && runs(candidate, candidate.ffprobe(), FfmpegArguments.probe(made), folder)
                    && Files.size(made) > 0;
        } catch (IOException e) {
            LOG.warn("the {} ffmpeg does not work: {}", candidate.origin(), e.toString());
            return false;
        } finally {
            removed(folder);
        }
    }

    private boolean runs(Programs candidate, Path program, List<String> arguments, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var end =
                cage.run(new Cage.Order(command, candidate.environment(), folder, TEST_TIME, TEST_BYTES), line -> true);
        boolean well = end instanceof Cage.Exited exited && exited.code() == 0;
        if (!well) {
            LOG.warn("the {} ffmpeg with {} does not work here: {}", candidate.origin(), candidate.encoder(), end);
        }
        return well;
    }

    private static void removed(@org.jspecify.annotations.Nullable Path folder) {
        try {
            if (folder != null) {
                Scratch.remove(folder);
            }
        } catch (IOException e) {
            LOG.warn("a test folder could not be removed: {}", e.toString());
        }
    }
}
