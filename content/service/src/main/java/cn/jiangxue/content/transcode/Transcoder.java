package cn.jiangxue.content.transcode;

import cn.jiangxue.content.media.MediaFailure;
import cn.jiangxue.content.transcode.Cage.End;
import cn.jiangxue.content.transcode.Cage.Exited;
import cn.jiangxue.content.transcode.rules.EncoderProgress;
import cn.jiangxue.content.transcode.rules.ExitCodes;
import cn.jiangxue.content.transcode.rules.FfmpegArguments;
import cn.jiangxue.content.transcode.rules.HlsFiles;
import cn.jiangxue.content.transcode.rules.Ladder;
import cn.jiangxue.content.transcode.rules.Ladder.Rung;
import cn.jiangxue.content.transcode.rules.SourceFacts;
import cn.jiangxue.content.transcode.rules.TranscodeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a ladder of a video file, in a folder. Knows nothing of queues and stores. */
final class Transcoder {

    private static final Logger LOG = LoggerFactory.getLogger(Transcoder.class);
    private static final int PROBE_CHARACTERS = 1 << 20;
    private static final long SMALL_BYTES = 16L << 20;
    private static final int MOST_THREADS = 4;

    private final Programs programs;
    private final Cage cage;

    Transcoder(Programs programs, Cage cage) {
        this.programs = programs;
        this.cage = cage;
    }

    /** What became of a file. */
    sealed interface Outcome {}

    /** {@code poster} and every file named are in the folder. */
    record Converted(long durationMillis, List<Size> sizes, Path poster) implements Outcome {}

    /** It cannot be done, or not now. */
    record Failed(MediaFailure why) implements Outcome {}

    /** The listener wanted it stopped. */
    record Cancelled() implements Outcome {}

    record Size(Rung rung, HlsFiles.Variant files, HlsFiles.Stream stream) {}

    /** The files land in the source's folder. {@code progress} hears percents; false stops the work. */
    Outcome convert(Path source, IntPredicate progress) throws IOException {
        var json = new StringBuilder();
        End end = run(
                programs.ffprobe(),
                FfmpegArguments.probe(source),
                source,
                TranscodeLimits.PROBE_TIME,
                SMALL_BYTES,
                line -> {
                    json.append(json.length() < PROBE_CHARACTERS ? line : "");
                    return progress.test(0);
                });
        if (end instanceof Cage.Stopped) {
            return new Cancelled();
        }
        Optional<MediaFailure> unread = failure(end, MediaFailure.UNREADABLE);
        if (unread.isPresent()) {
            return new Failed(unread.get());
        }
        Optional<SourceFacts> facts = parsed(json.toString()).flatMap(SourceFacts::read);
        if (facts.isEmpty()) {
            return new Failed(MediaFailure.NO_PICTURE);
        }
        return facts.get().durationMillis() > TranscodeLimits.LONGEST.toMillis()
                ? new Failed(MediaFailure.TOO_LONG)
                : ladder(source, facts.get(), progress);
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Outcome ladder(Path source, SourceFacts facts, IntPredicate progress) throws IOException {
        List<Rung> rungs = Ladder.of(facts.width(), facts.height());
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        int[] reached = {0};
        End end = run(
                programs.ffmpeg(),
                FfmpegArguments.ladder(source, facts, rungs, programs.encoder(), threads),
                source,
                TranscodeLimits.encodingTime(facts.durationMillis()),
                TranscodeLimits.outputBytes(facts.durationMillis()),
                line -> {
                    EncoderProgress.percent(line, facts.durationMillis()).ifPresent(percent -> reached[0] = percent);
                    return progress.test(reached[0]);
                });
        if (end instanceof Cage.Stopped) {
            return new Cancelled();
        }
        Optional<MediaFailure> broken = failure(end, MediaFailure.BROKEN);
        return broken.isPresent() ? new Failed(broken.get()) : collected(source, facts, rungs);
    }

    /** Why it ended badly, {@code usual} when the program found fault with the file; empty when it ended well. */
    private static Optional<MediaFailure> failure(End end, MediaFailure usual) {
        Optional<MediaFailure> why = switch (end) {
            case Exited exited ->
                switch (ExitCodes.causeOf(exited.code())) {
                    case DONE -> Optional.empty();
                    case FILE_AT_FAULT -> Optional.of(usual);
                    case CRASHED -> Optional.of(MediaFailure.ENCODER);
                    case OUT_OF_ROOM -> Optional.of(MediaFailure.NO_ROOM);
                    case OUT_OF_TIME -> Optional.of(MediaFailure.TOO_SLOW);
                    case FILE_TOO_LARGE -> Optional.of(MediaFailure.TOO_MUCH_OUTPUT);
                };
            case Cage.OutOfTime ignored -> Optional.of(MediaFailure.TOO_SLOW);
            case Cage.TooMuchOutput ignored -> Optional.of(MediaFailure.TOO_MUCH_OUTPUT);
            case Cage.Stopped ignored -> Optional.empty();
        };
        why.ifPresent(failure -> LOG.info("{}: {}", failure, end));
        return why;
    }

    private Outcome collected(Path source, SourceFacts facts, List<Rung> rungs) throws IOException {
        Path folder = folderOf(source);
        String master = Files.readString(folder.resolve("master.m3u8"));
        List<Size> sizes = new ArrayList<>();
        for (Rung rung : rungs) {
            String file = rung.name() + ".m3u8";
            var variant = HlsFiles.variant(Files.readString(folder.resolve(file)));
            var stream = HlsFiles.stream(master, file);
            if (variant.isEmpty() || stream.isEmpty()) {
                return new Failed(MediaFailure.BROKEN);
            }
            sizes.add(new Size(rung, variant.get(), stream.get()));
        }
        long made = sizes.getFirst().files().durationMillis();
        if (!TranscodeLimits.isWhole(facts.durationMillis(), made)) {
            return new Failed(MediaFailure.CUT_OFF);
        }
        return poster(source, made, rungs.getFirst())
                .<Outcome>map(poster -> new Converted(made, sizes, poster))
                .orElseGet(() -> new Failed(MediaFailure.BROKEN));
    }

    /** From a tenth of the way in, at most half a minute: past the titles, near the start. */
    private Optional<Path> poster(Path source, long durationMillis, Rung size) throws IOException {
        Path poster = folderOf(source).resolve("poster.jpg");
        Duration place = Duration.ofMillis(Math.min(30_000, durationMillis / 10));
        for (Duration from : List.of(place, Duration.ZERO)) {
            run(
                    programs.ffmpeg(),
                    FfmpegArguments.poster(source, from, size, poster),
                    source,
                    TranscodeLimits.PROBE_TIME,
                    TranscodeLimits.outputBytes(durationMillis),
                    line -> true);
            if (Files.exists(poster) && Files.size(poster) > 0 && Files.size(poster) <= TranscodeLimits.POSTER_BYTES) {
                return Optional.of(poster);
            }
        }
        return Optional.empty();
    }

    private End run(
            Path program, List<String> arguments, Path source, Duration time, long outputBytes, Predicate<String> line)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        long room = Files.size(source) + outputBytes;
        return cage.run(new Cage.Order(command, programs.environment(), folderOf(source), time, room), line);
    }

    private static Path folderOf(Path source) {
        Path folder = source.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a source outside any folder");
        }
        return folder;
    }
}
