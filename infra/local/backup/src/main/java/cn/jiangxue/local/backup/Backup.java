package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Layout.Kind;
import cn.jiangxue.local.mongo.DocumentSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One {@code ./backup}. The order is what makes it whole while the site goes on: tree heads before documents, for no head may be newer than the log it is of; then, documents being frozen, the objects
 * and keys they name, which were there before them and do not change.
 */
final class Backup {
    private final Path data;
    private final Path to;
    private final Optional<Path> keysTo;
    private final Report report;
    private final Clock clock;

    Backup(Path data, Path to, Optional<Path> keysTo, Report report, Clock clock) {
        this.data = data;
        this.to = to;
        this.keysTo = keysTo;
        this.report = report;
        this.clock = clock;
    }

    /** @throws Refused when nothing was written */
    void run() throws IOException {
        check();
        report.step("backup.begin", data, to);
        if (Files.getFileStore(data).equals(Files.getFileStore(to.resolveSibling(".")))) {
            report.say("backup.same.disk");
        }
        try (ArchiveWriter archive = ArchiveWriter.begin(to, Kind.DATA)) {
            Parts parts = new Parts(data, archive, report);
            parts.treeHeads();
            Instant asOf = clock.instant();
            try (DocumentSnapshot documents = DocumentSnapshot.take(data.resolve(Layout.DOCUMENTS))) {
                finish(archive, parts, documents, asOf);
            }
        }
    }

    private void check() throws IOException {
        if (!Files.isDirectory(data.resolve("mongo"))) {
            throw new Refused("source.none", data);
        }
        Path folder = data.toRealPath();
        for (Path target : keysTo.map(keys -> List.of(to, keys)).orElse(List.of(to))) {
            Path parent = target.resolveSibling(".").normalize();
            if (Files.isDirectory(parent) && parent.toRealPath().startsWith(folder)) {
                throw new Refused("target.inside", target, data);
            }
        }
        if (keysTo.map(to::equals).orElse(false)) {
            throw new Refused("target.exists", to);
        }
        if (keysTo.map(Files::exists).orElse(false)) {
            throw new Refused("target.exists", keysTo.get());
        }
    }

    private void finish(ArchiveWriter archive, Parts parts, DocumentSnapshot documents, Instant asOf)
            throws IOException {
        report.step("backup.documents", Report.time(asOf), documents.files().size(), Report.size(documents.bytes()));
        long changes = parts.documents(documents);
        parts.objects();
        String site = parts.publicBaseUrl();
        Map<String, String> keys = neededKeys();
        report.step("backup.checking", archive.parts(), Report.size(archive.bytes()));
        String sum = archive.finish(asOf, site, changes, keys);
        if (keysTo.isPresent()) {
            writeKeys(keysTo.get(), site, keys);
        }
        conclude(archive, documents, asOf, sum, keys);
    }

    /** Made once and never changed, so each that the frozen documents need is there. */
    private Map<String, String> neededKeys() throws IOException {
        Map<String, String> needed = new TreeMap<>();
        for (String name : secrets()) {
            if (Layout.isNeededKey(name)) {
                needed.put(name, Digests.of(data.resolve(name)));
            }
        }
        return needed;
    }

    private List<String> secrets() throws IOException {
        try (Stream<Path> keys = Parts.files(data.resolve(Layout.KEYS));
                Stream<Path> contentKeys = Parts.files(data.resolve(Layout.CONTENT_KEYS));
                Stream<Path> credentials = Stream.of(data.resolve(Layout.OBJECT_CREDENTIALS))) {
            return Stream.of(keys, contentKeys, credentials)
                    .flatMap(files -> files)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> data.relativize(file).toString())
                    .filter(Kind.KEYS::holds)
                    .sorted()
                    .toList();
        }
    }

    private void writeKeys(Path file, String site, Map<String, String> keys) throws IOException {
        try (ArchiveWriter archive = ArchiveWriter.begin(file, Kind.KEYS)) {
            for (String name : secrets()) {
                archive.add(name, true, Map.of(), out -> Files.copy(data.resolve(name), out));
            }
            archive.finish(clock.instant(), site, 0, keys);
        }
    }

    private void conclude(
            ArchiveWriter archive, DocumentSnapshot documents, Instant asOf, String sum, Map<String, String> keys)
            throws IOException {
        report.say("backup.done", report.duration(), to, Report.size(Files.size(to)), archive.parts(), sum);
        report.say("inside.as.of", Report.time(asOf), asOf);
        report.say("backup.lost", documents.entriesSince());
        report.say("backup.not.inside");
        String fingerprint = Manifest.fingerprint(keys);
        keysTo.ifPresentOrElse(
                file -> report.say("backup.keys", file, fingerprint), () -> report.say("backup.no.keys", fingerprint));
        report.say("backup.next", to, keysTo.map(Path::toString).orElse("KEYS"));
    }
}
