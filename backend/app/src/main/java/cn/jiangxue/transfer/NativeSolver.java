package cn.jiangxue.transfer;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The native library of the solver, unpacked and loaded when it is first needed. */
public final class NativeSolver {

    private static final Path MAPPED = Path.of("/proc/self/maps");

    /** Only a folder that was made to unpack the library; one that the machine has it in is left alone. */
    private static final Pattern UNPACKED = Pattern.compile("(/.*/ortools-java[0-9]+)/[^/]+/libjniortools\\.so$");

    private static final Optional<LinkageError> FAILURE = loaded();

    private NativeSolver() {}

    /**
     * Does nothing the second time.
     *
     * @throws IllegalStateException where there is none for this machine, or the folder for temporary files may hold no programs
     */
    public static void load() {
        if (FAILURE.isPresent()) {
            throw new IllegalStateException("the solver cannot be loaded", FAILURE.get());
        }
    }

    private static Optional<LinkageError> loaded() {
        try {
            Loader.loadNativeLibraries();
        } catch (LinkageError unusable) {
            return Optional.of(unusable);
        }
        tidyUp();
        return Optional.empty();
    }

    /** A library that is loaded needs its file no longer, and a process that is killed would leave 70 MB of files behind. */
    private static void tidyUp() {
        try (Stream<String> lines = Files.lines(MAPPED)) {
            Optional<Path> unpacked = lines.map(UNPACKED::matcher)
                    .filter(Matcher::find)
                    .map(library -> Path.of(library.group(1)))
                    .findFirst();
            if (unpacked.isPresent()) {
                remove(unpacked.get());
            }
        } catch (IOException | UncheckedIOException kept) {
            // The library removes them when the process ends in order.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
