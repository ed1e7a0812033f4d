package cn.jiangxue.local.elastic.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node on loopback. Arguments: node home, data folder, HTTP port (0: a free one). It prints
 * {@code READY port=N} when HTTP is bound and ends when its standard input closes or on SIGTERM.
 *
 * <p>The node is built directly, without Elasticsearch's own launcher: no security, no entitlements, no check against running as
 * root. That is why it must never listen on anything but loopback.
 */
public final class NodeMain {
    private static final String NAME = "local";

    private NodeMain() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        Path data = Path.of(args[1]).toAbsolutePath();
        Path logs = Files.createDirectories(data.resolve("logs"));
        // Elasticsearch turns both streams into loggers; the ready line and the reason of a failure must come out bare.
        PrintStream out = System.out;
        PrintStream err = System.err;
        // Logging comes first: classes loaded later log from their initialisers.
        System.setProperty("es.path.home", home.toString());
        System.setProperty("es.logs.base_path", logs.toString());
        System.setProperty("es.logs.cluster_name", NAME);
        LogConfigurator.configureESLogging();
        LogConfigurator.registerErrorListener();

        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                settings(home, data, logs, args[2]), Map.of(), home.resolve("config"), () -> NAME);
        LogConfigurator.setNodeName(NAME);
        LogConfigurator.configure(environment, true);
        Node node = new Node(environment, plugins(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-stop"));
        try {
            node.start();
        } catch (RuntimeException | NodeValidationException e) {
            err.println("The node does not start: " + e);
            System.exit(1);
        }
        out.println("READY port=" + port(node));
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static Settings settings(Path home, Path data, Path logs, String port) {
        return Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", data.resolve("indices").toString())
                .put("path.logs", logs.toString())
                .put("cluster.name", "jiangxue-local")
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                .putList("node.roles", "master", "data", "ingest")
                // Nobody looks after this disk; a nearly full one must not turn the indices read-only for ever.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // Two cores and a small catalogue: the default pools would only cost memory.
                .put("node.processors", 2)
                .build();
    }

    private static PluginsLoader plugins(Environment environment) throws IOException {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
    }

    private static int port(Node node) {
        return node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("The node did not close: " + e);
        }
    }
}
