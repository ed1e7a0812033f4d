package cn.jiangxue.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.local.mongo.DocumentStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @TempDir
    Path folder;

    private SampleFolder sample;
    private Path restored;

    @BeforeEach
    void make() throws IOException {
        sample = SampleFolder.in(folder);
        restored = folder.resolve("elsewhere/data");
    }

    @Test
    void what_is_kept_comes_back_and_what_is_made_again_does_not() throws IOException {
        assertThat(sample.backup()).as(sample.said()).isZero();
        assertThat(sample.restore(restored)).as(sample.said()).isZero();

        Map<String, String> expected = SampleFolder.contents(sample.data);
        expected.keySet().removeIf(name -> name.matches("(elastic|logs|run)/.*|mongo/documents"));
        assertThat(SampleFolder.contents(restored)).isEqualTo(expected);
        assertThat(Attributes.of(restored.resolve(SampleFolder.OBJECT)))
                .usingRecursiveComparison()
                .isEqualTo(Attributes.of(sample.data.resolve(SampleFolder.OBJECT)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored)))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("elsewhere")).isDirectoryContaining(file -> file.equals(restored));
        try (var siblings = Files.list(folder.resolve("elsewhere"))) {
            assertThat(siblings).containsExactly(restored);
        }
    }

    @Test
    void documents_and_their_indexes_answer_as_before() throws IOException {
        sample.backup();
        sample.restore(restored);

        try (DocumentStore store = sample.open(restored);
                MongoClient client = MongoClients.create(store.uri())) {
            var people = client.getDatabase("jiangxue").getCollection("people");
            assertThat(people.countDocuments()).isEqualTo(200);
            assertThat(people.find(new Document("number", 7)).first())
                    .isEqualTo(new Document("_id", 7).append("number", 7).append("text", "changed"));
            assertThat(people.listIndexes()).hasSize(2);
        }
    }

    @Test
    void keys_stand_in_a_file_of_their_own() throws IOException {
        sample.backup();

        try (Archive archive = Archive.open(sample.archive, Layout.Kind.DATA);
                Archive keys = Archive.open(sample.keys, Layout.Kind.KEYS)) {
            assertThat(archive.manifest().parts().keySet())
                    .contains("keys/tree-heads/ledger.heads", SampleFolder.OBJECT)
                    .doesNotContain("keys/master.1", "s3/credentials");
            assertThat(keys.manifest().parts().keySet())
                    .containsExactlyInAnyOrder(
                            "keys/master.1",
                            "keys/first-administrator.token",
                            "content-keys/audit.1",
                            "s3/credentials");
            assertThat(archive.manifest().head().keys()).containsOnlyKeys("keys/master.1", "content-keys/audit.1");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sample.keys)))
                .isEqualTo("rw-------");
    }

    @Test
    void it_says_as_of_when_how_long_it_took_and_what_would_be_lost() throws IOException {
        sample.backup();

        assertThat(sample.said())
                .contains("Done in ", "SHA-256 " + Digests.of(sample.archive))
                .contains("Inside as of ", "If the machine died now", "0 changes of documents at most")
                .contains("Keep them apart");

        sample.restore(restored);

        assertThat(sample.said())
                .contains("Done in ", "Inside as of ", "Lost is what was acknowledged after that")
                .contains("./run --data " + restored, "http://127.0.0.1:8080");
    }

    @Test
    void without_the_keys_a_restore_says_what_could_not_be_read_and_does_nothing() throws IOException {
        sample.run("backup", "--data", sample.data.toString(), "--to", sample.archive.toString());
        assertThat(sample.said()).contains("The keys are not inside");

        assertThat(sample.run("restore", sample.archive.toString(), "--data", restored.toString()))
                .isEqualTo(2);

        assertThat(sample.said()).contains("Without keys names, identity numbers and evidence cannot be read");
        assertThat(restored).doesNotExist();
    }

    @Test
    void keys_kept_before_a_rotation_are_refused_and_later_ones_fit() throws IOException {
        sample.backup();
        Path earlier = Files.move(sample.keys, folder.resolve("out/earlier.zip"));
        Path before = Files.move(sample.archive, folder.resolve("out/before.zip"));
        sample.put("keys/master.2", "the next master key");
        sample.backup();

        assertThat(sample.run(
                        "restore",
                        sample.archive.toString(),
                        "--keys",
                        earlier.toString(),
                        "--data",
                        restored.toString()))
                .isEqualTo(2);
        assertThat(sample.said()).contains("lacks the key keys/master.2");
        assertThat(restored).doesNotExist();
        assertThat(sample.run(
                        "restore", before.toString(), "--keys", sample.keys.toString(), "--data", restored.toString()))
                .isZero();
    }

    @Test
    void keys_of_another_site_are_refused() throws IOException {
        sample.backup();
        SampleFolder other = SampleFolder.in(folder.resolve("other"));
        other.put("keys/master.1", "somebody else's");
        other.backup();

        assertThat(sample.run(
                        "restore",
                        sample.archive.toString(),
                        "--keys",
                        other.keys.toString(),
                        "--data",
                        restored.toString()))
                .isEqualTo(2);
        assertThat(sample.said()).contains("is of another site");
    }

    @Test
    void a_folder_with_something_in_it_is_not_touched_and_an_empty_one_is_taken() throws IOException {
        sample.backup();
        Files.createDirectories(restored);
        Path thesis = Files.writeString(restored.resolve("thesis.txt"), "mine");

        assertThat(sample.restore(restored)).isEqualTo(2);
        assertThat(sample.said()).contains("is not empty");
        assertThat(SampleFolder.contents(restored)).containsOnlyKeys("thesis.txt");

        Files.delete(thesis);
        assertThat(sample.restore(restored)).as(sample.said()).isZero();
    }

    @Test
    void a_folder_in_use_is_refused_with_the_process_that_uses_it() throws IOException {
        sample.backup();
        try (FileChannel lock = FileChannel.open(sample.data.resolve("run/lock"), StandardOpenOption.WRITE)) {
            lock.lock();

            assertThat(sample.restore(sample.data)).isEqualTo(2);
        }

        assertThat(sample.said()).contains("is in use by process");
    }

    @Test
    void a_backup_never_overwrites_and_never_lies_within_what_it_saves() throws IOException {
        sample.backup();
        String before = Digests.of(sample.archive);

        assertThat(sample.backup()).isEqualTo(2);
        assertThat(Digests.of(sample.archive)).isEqualTo(before);
        assertThat(sample.run(
                        "backup",
                        "--data",
                        sample.data.toString(),
                        "--to",
                        sample.data.resolve("b.zip").toString()))
                .isEqualTo(2);
        assertThat(sample.said()).contains("inside the data folder");
        assertThat(folder.resolve("out").toFile().list()).containsExactlyInAnyOrder("backup.zip", "keys.zip");
    }

    @Test
    void a_link_among_the_objects_is_refused_and_leaves_nothing() throws IOException {
        Files.createSymbolicLink(sample.data.resolve("s3/objects/jiangxue/link"), Path.of("/etc/passwd"));

        assertThat(sample.backup()).isEqualTo(2);

        assertThat(sample.said()).contains("is a link");
        assertThat(folder.resolve("out").toFile().list()).isEmpty();
    }

    @Test
    void a_damaged_document_is_named_and_no_backup_is_left() throws IOException {
        Path log = sample.data.resolve("mongo/documents.0000000000");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        assertThat(sample.backup()).isEqualTo(1);

        assertThat(sample.said()).contains("documents.0000000000 is damaged at byte");
        assertThat(folder.resolve("out").toFile().list()).isEmpty();
    }

    @Test
    void half_a_write_at_the_end_is_left_off_and_said() throws IOException {
        Path log = sample.data.resolve("mongo/documents.0000000000");
        byte[] bytes = Files.readAllBytes(log);
        Files.write(log, List.of("half"), StandardOpenOption.APPEND);

        assertThat(sample.backup()).isZero();
        assertThat(sample.said()).contains("The last 5 bytes");
        sample.restore(restored);

        assertThat(restored.resolve("mongo/documents.0000000000")).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup",
                "backup --to",
                "backup --colour red",
                "backup --to a.zip b",
                "restore",
                "restore a b --keys c"
            })
    void what_makes_no_sense_is_said(String words) {
        assertThat(sample.run(words.split(" "))).isEqualTo(2);
        assertThat(sample.said()).containsAnyOf("--help", "Say which file");
    }
}
