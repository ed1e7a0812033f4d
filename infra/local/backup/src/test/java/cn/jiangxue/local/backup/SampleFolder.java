package cn.jiangxue.local.backup;

import cn.jiangxue.local.mongo.DocumentStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** A data folder with something of everything in it, and the two commands over it as a person types them. */
final class SampleFolder {
    static final String OBJECT = "s3/objects/jiangxue/play/0197/segment-1.m4s";

    static final String LOG = "mongo/documents.0000000000";

    private static byte[] log = {};

    final Path root;
    final Path data;
    final Path archive;
    final Path keys;
    private String said = "";

    SampleFolder(Path root) {
        this.root = root;
        this.data = root.resolve("data");
        this.archive = root.resolve("out/backup.zip");
        this.keys = root.resolve("out/keys.zip");
    }

    /** Two hundred documents and ten more that were changed, an object with a content type, keys, heads, and what is not to be kept. */
    static SampleFolder in(Path root) throws IOException {
        SampleFolder made = new SampleFolder(root);
        Files.createDirectories(root.resolve("out"));
        made.put(LOG, "");
        Files.write(made.data.resolve(LOG), log());
        made.put(OBJECT, "frames".repeat(5_000));
        Attributes.put(
                made.data.resolve(OBJECT), Map.of("content-type", "video/mp4".getBytes(StandardCharsets.US_ASCII)));
        made.put("s3/objects/jiangxue/source/leer", "");
        made.put("s3/credentials", "access\nsecret\n");
        made.put("keys/master.1", "a master key");
        made.put("keys/first-administrator.token", "used");
        made.put("keys/tree-heads/ledger.heads", "a head");
        made.put("keys/tree-heads/ledger.leaves", "leaves");
        made.put("content-keys/audit.1", "another key");
        made.put("public-base-url", "http://127.0.0.1:8080\n");
        made.put("elastic/index", "made again");
        made.put("logs/backend.log", "lines");
        made.put("run/lock", "1");
        return made;
    }

    /** Made once: opening and closing a store takes a second. */
    private static synchronized byte[] log() throws IOException {
        if (log.length == 0) {
            SampleFolder first = new SampleFolder(Files.createTempDirectory("backup-sample"));
            try (DocumentStore store = first.open(first.data)) {
                fill(store);
            }
            log = Files.readAllBytes(first.data.resolve(LOG));
            Disk.remove(first.root);
        }
        return log;
    }

    private static void fill(DocumentStore store) {
        try (MongoClient client = MongoClients.create(store.uri())) {
            var people = client.getDatabase("jiangxue").getCollection("people");
            people.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            people.insertMany(IntStream.range(0, 200)
                    .mapToObj(n -> new Document("_id", n).append("number", n).append("text", "x".repeat(n)))
                    .toList());
            people.updateMany(
                    new Document("number", new Document("$lt", 10)),
                    new Document("$set", new Document("text", "changed")));
        }
    }

    void put(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    DocumentStore open(Path folder) {
        return DocumentStore.open(folder.resolve(Layout.DOCUMENTS), 0);
    }

    int backup() {
        return run("backup", "--data", data.toString(), "--to", archive.toString(), "--keys", keys.toString());
    }

    int restore(Path to) {
        return run("restore", archive.toString(), "--keys", keys.toString(), "--data", to.toString());
    }

    /** The exit code; what was said, in English, is then in {@link #said()}. */
    int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--en");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = BackupMain.run(all, new PrintStream(out, true, StandardCharsets.UTF_8), root, root);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    String said() {
        return said;
    }

    /** All regular files below a folder, by name. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Digests.of(file));
            }
        }
        return found;
    }
}
