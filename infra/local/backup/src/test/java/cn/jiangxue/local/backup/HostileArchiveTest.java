package cn.jiangxue.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.local.backup.Layout.Kind;
import cn.jiangxue.local.backup.Manifest.Head;
import cn.jiangxue.local.backup.Manifest.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that were cut off, changed, or made by somebody who means harm. */
class HostileArchiveTest {
    private static final int FLIPS = 150;

    @TempDir
    Path folder;

    private SampleFolder sample;
    private Path restored;
    private byte[] whole;

    @BeforeEach
    void make() throws IOException {
        sample = SampleFolder.in(folder);
        restored = folder.resolve("elsewhere");
        assertThat(sample.backup()).isZero();
        whole = Files.readAllBytes(sample.archive);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.001, 0.2, 0.5, 0.9, 0.99, 0.9999})
    void a_truncated_archive_is_refused_with_the_part_it_ends_in_and_nothing_is_left(double share) throws IOException {
        Files.write(sample.archive, java.util.Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).containsPattern("it ends within \"(-|keys/|mongo/|s3/|public|manifest)");
        nothingIsLeft();
    }

    @Test
    void a_flipped_byte_is_refused_or_changes_nothing_that_comes_back() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        sample.restore(folder.resolve("right"));
        Map<String, String> right = SampleFolder.contents(folder.resolve("right"));
        int refused = 0;

        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(sample.archive, flipped);
            if (sample.restore(restored) == 0) {
                assertThat(SampleFolder.contents(restored))
                        .as("seed " + seed + " byte " + at)
                        .isEqualTo(right);
                Disk.remove(restored);
            } else {
                assertThat(sample.said()).as("seed " + seed + " byte " + at).contains("Nothing was written");
                nothingIsLeft();
                refused++;
            }
        }

        assertThat(refused).as("seed " + seed).isGreaterThan(FLIPS / 2);
    }

    @Test
    void a_flipped_byte_in_a_document_names_its_file() throws IOException {
        byte[] flipped = whole.clone();
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("mongo/documents.0000000000");
        flipped[at + 500] ^= 4;
        Files.write(sample.archive, flipped);

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).contains("\"mongo/documents.0000000000\" is not what the manifest says");
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "mongo/../../evil",
                "/etc/evil",
                "s3/objects/../../../evil",
                "s3/objects/./evil",
                "s3/objects/a\\..\\evil",
                "s3/objects/a/",
                "keys/master.1",
                "keys/tree-heads/../../../evil",
                "run/lock",
                "mongo/documents",
                ".profile"
            })
    void a_part_that_would_stand_anywhere_else_is_refused_by_name(String name) throws IOException {
        forge(Map.of(name, "evil"), Map.of(name, "evil"), Map.of());

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).contains("\"" + name + "\" does not belong");
        nothingIsLeft();
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(folder.getParent().resolve("evil")).doesNotExist();
    }

    @Test
    void what_the_manifest_does_not_name_is_refused() throws IOException {
        forge(Map.of("s3/objects/a", "x"), Map.of("s3/objects/a", "x", "s3/objects/b", "smuggled"), Map.of());

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).contains("\"s3/objects/b\" does not belong");
        nothingIsLeft();
    }

    @Test
    void what_the_manifest_names_must_be_there() throws IOException {
        forge(Map.of("s3/objects/a", "x"), Map.of(), Map.of());

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).contains("\"s3/objects/a\" is missing");
        nothingIsLeft();
    }

    @Test
    void a_part_longer_than_the_manifest_says_is_given_up_at_that_length() throws IOException {
        forge(Map.of("s3/objects/a", "x"), Map.of("s3/objects/a", "0".repeat(50_000_000)), Map.of());

        assertThat(sample.restore(restored)).isEqualTo(2);

        assertThat(sample.said()).contains("\"s3/objects/a\" is not what the manifest says");
        nothingIsLeft();
    }

    @Test
    void attributes_are_for_objects_only_and_few() throws IOException {
        Map<String, byte[]> large = Map.of("content-type", new byte[100_000]);
        forge(Map.of("s3/objects/a", "x"), Map.of("s3/objects/a", "x"), large);
        assertThat(sample.restore(restored)).isEqualTo(2);

        forge(Map.of("public-base-url", "x"), Map.of("public-base-url", "x"), Map.of("a", new byte[1]));
        assertThat(sample.restore(restored)).isEqualTo(2);

        nothingIsLeft();
    }

    @Test
    void another_zip_file_is_not_taken_for_an_archive_nor_are_the_two_files_mixed_up() throws IOException {
        assertThat(sample.run(
                        "restore",
                        sample.keys.toString(),
                        "--keys",
                        sample.archive.toString(),
                        "--data",
                        restored.toString()))
                .isEqualTo(2);
        assertThat(sample.said()).contains("This is the file of the keys");

        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(sample.archive))) {
            zip.putNextEntry(new ZipEntry("holiday.jpg"));
            zip.closeEntry();
        }
        assertThat(sample.restore(restored)).isEqualTo(2);
        assertThat(sample.said()).contains("was not written by ./backup");
        nothingIsLeft();
    }

    /** An archive whose checksums are right, as somebody would make one. */
    private void forge(Map<String, String> named, Map<String, String> inside, Map<String, byte[]> attributes)
            throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        named.forEach(
                (name, content) -> parts.put(name, new Part(name, content.length(), Digests.of(content), attributes)));
        long bytes = parts.values().stream().mapToLong(Part::bytes).sum();
        Head head = new Head(Manifest.FORMAT, Kind.DATA, Instant.EPOCH, "", 0, Map.of(), parts.size(), bytes);
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        new Manifest(head, parts).writeTo(manifest);
        String written = manifest.toString(StandardCharsets.UTF_8);
        Map<String, String> all = new LinkedHashMap<>(inside);
        all.put(ArchiveWriter.MANIFEST, written);
        all.put(ArchiveWriter.MANIFEST_SUM, Digests.of(written));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(sample.archive))) {
            for (Map.Entry<String, String> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void nothingIsLeft() throws IOException {
        List<Path> left = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith("elsewhere"))
                    .forEach(left::add);
        }
        assertThat(left).isEmpty();
    }
}
