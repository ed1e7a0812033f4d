package cn.jiangxue.local.supervisor;

import cn.jiangxue.local.elastic.NodeHome;
import cn.jiangxue.local.elastic.SearchNode;
import cn.jiangxue.local.s3.ObjectStoreCredentials;
import java.net.URI;
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
        List<String> command = JvmFlags.store(96);
        command.addAll(List.of("cn.jiangxue.local.mongo.MongoStoreMain", "--file", file("mongo/documents")));
        command.addAll(List.of("--port", Integer.toString(port(DOCUMENTS))));
        return new ChildSpec(DOCUMENTS, command, Map.of(), new Readiness.SaysSo(), Set.of());
    }

    private ChildSpec objects() {
        List<String> command = JvmFlags.store(96);
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
        List<String> command = told(ServiceJvm.backend(options.tree()));
        keeps(command, "jiangxue", "keys");
        command.add("--jiangxue.elastic.uri=" + url(SEARCH));
        command.add("--jiangxue.content.base-url=" + url(CONTENT));
        return service(BACKEND, command, Map.of(), Set.of(DOCUMENTS));
    }

    private ChildSpec content() {
        ObjectStoreCredentials keys = ObjectStoreCredentials.keptIn(data.path("s3/credentials"));
        List<String> command = told(ServiceJvm.content(options.tree()));
        keeps(command, "jiangxue_content", "content-keys");
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
        List<String> command = told(ServiceJvm.ui(options.tree()));
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

    /** Each service has a database and a key folder of its own: what parses strangers' files holds nobody's keys. */
    private void keeps(List<String> command, String database, String keys) {
        command.add("--jiangxue.mongo.uri=mongodb://127.0.0.1:" + port(DOCUMENTS));
        command.add("--jiangxue.mongo.database=" + database);
        command.add("--jiangxue.keys.folder=" + file(keys));
    }

    private List<String> told(ServiceJvm jvm) {
        List<String> command = jvm.command();
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + port(jvm.name()));
        command.add("--jiangxue.public-base-url=" + publicBaseUrl);
        command.add("--jiangxue.demo=" + options.demo());
        return command;
    }

    private String file(String name) {
        return data.path(name).toString();
    }
}
