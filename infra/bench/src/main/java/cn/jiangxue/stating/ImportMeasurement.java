package cn.jiangxue.stating;

import cn.jiangxue.bench.HeapPeak;
import cn.jiangxue.bench.Measured;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.NewImport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Imports of outcomes: whether ten times the rows take more memory, and how many rows a second are on record. */
public final class ImportMeasurement {

    private static final int PEOPLE = 50;
    private static final int WARM_UP = 1_000;

    /** Most by which the peak may grow from the small file to the large one. */
    private static final double GROWTH = 1.2;

    private static final long NOISE_MIB = 16;
    private static final String HEADER = "成果编号,账号,姓名,成果类型,成果代码,成果名称,学时,学分,成绩,取得日期\n";

    private final OutcomeImports imports;
    private final BenchInstitution institution;

    private ImportMeasurement(Subject subject) {
        this.imports = subject.part(OutcomeImports.class);
        this.institution = BenchInstitution.of(subject, PEOPLE);
    }

    public static Measured of(Subject subject, Size size) {
        var measurement = new ImportMeasurement(subject);
        measurement.run("w", WARM_UP);
        List<Run> runs =
                List.of(measurement.run("s", size.importedRows() / 10), measurement.run("l", size.importedRows()));
        Run small = runs.getFirst();
        Run large = runs.getLast();
        boolean flat = large.liveMib() <= small.liveMib() * GROWTH + NOISE_MIB;
        return new Measured(
                """

                Imports of outcomes
                  what      CSV, one import at a time: each row read, its person found by login and name, its outcome durable, its result kept
                %s%s  memory    peak alive after collection grew by %.2f (goal at most %.1f and %d MiB): %s
                """.formatted(
                                small.line(),
                                large.line(),
                                (double) large.liveMib() / Math.max(1, small.liveMib()),
                                GROWTH,
                                NOISE_MIB,
                                flat ? "met" : "MISSED"),
                flat);
    }

    private record Run(int rows, double seconds, long fileBytes, long liveMib, long residentMib) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "  rows      %,7d of %,.1f MiB in %.1f s: %,.0f rows/s; peak %d MiB alive after collection, %d MiB resident%n",
                    rows,
                    fileBytes / 1024.0 / 1024,
                    seconds,
                    rows / seconds,
                    liveMib,
                    residentMib);
        }
    }

    private Run run(String mark, int rows) {
        try {
            Path file = Files.createTempFile("bench", ".csv");
            try {
                write(file, mark, rows);
                return run(file, rows);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(Path file, int rows) throws IOException {
        UUID id = send(file);
        try (HeapPeak peak = new HeapPeak()) {
            long began = System.nanoTime();
            imports.start(institution.officer(), id).block();
            Import ended = ended(id);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (ended.state() != ImportState.DONE || ended.accepted() != rows) {
                throw new IllegalStateException("not all rows are on record: " + ended);
            }
            return new Run(rows, seconds, Files.size(file), peak.liveMib(), peak.residentMib());
        }
    }

    private UUID send(Path file) throws IOException {
        UUID id = UUID.randomUUID();
        NewImport announced = new NewImport(
                institution.id(), "bench.csv", ImportFormat.CSV, Files.size(file), sha256(file), false, null);
        imports.announce(institution.officer(), id, announced).block();
        try (InputStream in = Files.newInputStream(file)) {
            int n = 0;
            for (byte[] part = in.readNBytes(StatingApi.PART_BYTES);
                    part.length > 0;
                    part = in.readNBytes(StatingApi.PART_BYTES)) {
                imports.part(institution.officer(), id, n++, part).block();
            }
        }
        return id;
    }

    private Import ended(UUID id) {
        Import now = imports.find(institution.officer(), id).block();
        while (now == null || now.finishedAt() == null) {
            pause();
            now = imports.find(institution.officer(), id).block();
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void write(Path file, String mark, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                String login = institution.logins().get(i % institution.logins().size());
                out.write("%s-%d,%s,学员%s,培训,TRN-%d,数控车床操作与维护第%d期,16,1,87.5,2026-06-30%n"
                        .formatted(mark, i, login, login, i % 40, i % 40));
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
