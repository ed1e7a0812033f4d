package cn.jiangxue.local.supervisor;

import cn.jiangxue.local.elastic.NodeHome;
import cn.jiangxue.local.elastic.SearchNode;
import cn.jiangxue.local.s3.ObjectStoreCredentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which processes make up the site on one machine, and what each is told. */
final class Plan {
    static final String DOCUMENTS = "documents";
    static final String OBJECTS = "objects";
    static final String SEARCH = "search";
    static final String BACKEND = "backend";
    static final String CONTENT = "content";
    static final String UI = "ui";
    /** The site's own port is the caller's choice; these are ours. */
    static final List<String> INNER = List.of(DOCUMENTS, OBJECTS, SEARCH, BACKEND, CONTENT);

    private static final String BUCKET = "jiangxue";

    private final Options options;
    private final DataFolder data;
    private final Map<String, Integer> ports;
    private final String publicBaseUrl;

    private Plan(Options options, DataFolder data, Map<String, Integer> ports, String publicBaseUrl) {
        this.options = options;
        this.data = data;
        this.ports = ports;
        this.publicBaseUrl = publicBaseUrl;
    }

    static List<ChildSpec> children(
            Options options, DataFolder data, Map<String, Integer> ports, String publicBaseUrl) {
        return new Plan(options, data, ports, publicBaseUrl).children();
    }

    private List<ChildSpec> children() {
        return List.of(documents(), objects(), search(), backend(), content(), ui());
    }

    private String url(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    private int port(String name) {
        return name.equals(UI) ? options.port() : ports.getOrDefault(name, 0);
    }

    private ChildSpec documents() {
        List<String> command = storeJvm(96);
        command.addAll(List.of("cn.jiangxue.local.mongo.MongoStoreMain", "--file", file("mongo/documents")));
        command.addAll(List.of("--port", Integer.toString(port(DOCUMENTS))));
        return new ChildSpec(DOCUMENTS, command, Map.of(), new Readiness.SaysSo(), Set.of());
    }

    private ChildSpec objects() {
        List<String> command = storeJvm(96);
        command.addAll(List.of("cn.jiangxue.local.s3.ObjectStoreMain", "--folder", file("s3"), "--bucket", BUCKET));
        command.addAll(List.of("--port", Integer.toString(port(OBJECTS))));
        command.addAll(List.of("--origin", options.site(), "--origin", "http://localhost:" + options.port()));
        return new ChildSpec(OBJECTS, command, Map.of(), new Readiness.SaysSo(), Set.of());
    }

    private ChildSpec search() {
        NodeHome home = new NodeHome(options.tree().resolve("infra/local/elastic/target/node-home"));
        home.verify();
        List<String> command = SearchNode.command(home, data.path("elastic"), port(SEARCH));
        return new ChildSpec(SEARCH, command, Map.of(), new Readiness.SaysSo(), Set.of());
    }

    private ChildSpec backend() {
        List<String> command = serviceJvm(BACKEND, "backend/app/target", "backend-app", 256);
        command.add("--jiangxue.elastic.uri=" + url(SEARCH));
        command.add("--jiangxue.content.base-url=" + url(CONTENT));
        return service(BACKEND, command, Map.of(), Set.of(DOCUMENTS));
    }

    private ChildSpec content() {
        ObjectStoreCredentials keys = ObjectStoreCredentials.keptIn(data.path("s3/credentials"));
        List<String> command = serviceJvm(CONTENT, "content/service/target", "content-service", 192);
        command.add("--jiangxue.s3.endpoint=" + url(OBJECTS));
        command.add("--jiangxue.s3.public-endpoint=" + url(OBJECTS));
        command.add("--jiangxue.s3.bucket=" + BUCKET);
        command.add("--jiangxue.backend.base-url=" + url(BACKEND));
        command.add("--jiangxue.scratch.folder=" + file("scratch"));
        Map<String, String> secrets =
                Map.of("JIANGXUE_S3_ACCESS_KEY", keys.accessKey(), "JIANGXUE_S3_SECRET_KEY", keys.secretKey());
        return service(CONTENT, command, secrets, Set.of(DOCUMENTS, OBJECTS));
    }

    private ChildSpec ui() {
        List<String> command = serviceJvm(UI, "ui/target", "ui", 320);
        command.add("--jiangxue.backend.base-url=" + url(BACKEND));
        command.add("--jiangxue.content.base-url=" + url(CONTENT));
        return service(UI, command, Map.of(), Set.of(DOCUMENTS, OBJECTS));
    }

    private ChildSpec service(String name, List<String> command, Map<String, String> secrets, Set<String> after) {
        Map<String, String> environment = new java.util.HashMap<>(secrets);
        environment.put("JIANGXUE_PARENT_PIPE", "true");
        environment.put("MALLOC_ARENA_MAX", "2");
        URI ready = URI.create(url(name) + "/actuator/health/readiness");
        return new ChildSpec(name, command, environment, new Readiness.Answers(ready), after);
    }

    /** A JVM for one of our stores, from the supervisor's own class path. */
    private static List<String> storeJvm(int heapMb) {
        List<String> command = jvm(heapMb);
        command.add("-Dlogback.configurationFile=child-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    private List<String> serviceJvm(String name, String folder, String artifact, int heapMb) {
        Path extracted = options.tree().resolve(folder).resolve("extracted");
        List<String> command = jvm(heapMb);
        command.add("-XX:MaxDirectMemorySize=64m");
        // Classes parsed once are mapped from then on; the JVM makes the archive at its first clean end and checks it
        // itself.
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + extracted.resolve(name + ".jsa"));
        command.add("-Xlog:cds=off");
        command.add("-Xlog:cds+dynamic=off");
        command.addAll(List.of("-jar", jar(extracted, artifact).toString()));
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + port(name));
        command.add("--jiangxue.public-base-url=" + publicBaseUrl);
        command.add("--jiangxue.mongo.uri=mongodb://127.0.0.1:" + port(DOCUMENTS));
        command.add("--jiangxue.mongo.database=jiangxue");
        command.add("--jiangxue.keys.folder=" + file("keys"));
        command.add("--jiangxue.demo=" + options.demo());
        return command;
    }

    /** C1 only: half the memory of compiled code and a quicker start, for a site of a few people on two cores. */
    private static List<String> jvm(int heapMb) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
    }

    private static Path jar(Path folder, String artifact) {
        try (var files = java.nio.file.Files.newDirectoryStream(folder, artifact + "-*.jar")) {
            for (Path file : files) {
                return file;
            }
        } catch (java.io.IOException e) {
            throw new Refusal(folder + " is missing. Start by ./run, which builds it.");
        }
        throw new Refusal(folder + " holds no " + artifact + ". Start by ./run, which builds it.");
    }

    private String file(String name) {
        return data.path(name).toString();
    }
}
