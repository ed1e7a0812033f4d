package cn.jiangxue.release;

import cn.jiangxue.BackendApplication;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeStory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data folder and the service of today over it: the document store in {@code documents}, the keys in {@code keys}, and in {@code story.json} what happened in it.
 *
 * <p>{@link #main} makes one, as {@code src/test/resources/releases} keeps it for each release: run it from the module's folder with the version as its argument,
 * before the first change that is not in that release.
 */
final class DataFolder implements AutoCloseable {

    static final String NAME = "欧阳建国";
    static final String IDENTITY_NUMBER = "110105197503071236";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final DocumentStore store;
    private final ConfigurableApplicationContext service;
    final Site site;

    private DataFolder(Path folder, String documents) {
        this.folder = folder;
        this.store = DocumentStore.open(folder.resolve(documents), 0);
        this.service = new SpringApplicationBuilder(BackendApplication.class)
                .properties(Map.of(
                        "server.port", "0",
                        "jiangxue.demo", "true",
                        "jiangxue.mongo.uri", store.uri(),
                        "jiangxue.mongo.database", "jiangxue",
                        "jiangxue.keys.folder", folder.resolve("keys").toString(),
                        "jiangxue.elastic.uri", "http://127.0.0.1:1",
                        "jiangxue.content.base-url", "http://127.0.0.1:1"))
                .run("--server.port=0", "--jiangxue.content.base-url=http://127.0.0.1:1");
        this.site = new Site(service.getEnvironment(), service.getBean(KeyFolder.class));
    }

    static DataFolder open(Path folder) {
        return new DataFolder(folder, "documents/store");
    }

    /** The same where {@code ./run} has it. */
    static DataFolder asRunKeepsIt(Path folder) {
        return new DataFolder(folder, "mongo/documents");
    }

    /** Unpacks the folder a release left behind. */
    static Path unpack(String version, Path into) throws IOException {
        try (InputStream packed = DataFolder.class.getResourceAsStream("/releases/" + version + ".zip");
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return into;
    }

    WholeStory story() throws IOException {
        return JSON.readValue(Files.readString(folder.resolve("story.json")), WholeStory.class);
    }

    String storeUri() {
        return store.uri();
    }

    @Override
    public void close() {
        service.close();
        store.close();
    }

    /** Tells the story in a new folder and packs it. */
    public static void main(String[] version) throws IOException {
        Path folder = Files.createTempDirectory("jiangxue-release");
        try (DataFolder made = open(folder)) {
            WholeStory story = WholeStory.told(made.site, NAME, IDENTITY_NUMBER);
            Files.writeString(folder.resolve("story.json"), JSON.writeValueAsString(story));
        }
        Path target = Path.of("src/test/resources/releases", version[0] + ".zip");
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out);
                var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        System.out.println(target + ": " + Files.size(target) + " bytes");
    }
}
