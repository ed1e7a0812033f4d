package cn.jiangxue.content;

import cn.jiangxue.contract.Role;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.local.s3.ObjectStore;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.platform.PreviewGrant;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.StudyGrant;
import cn.jiangxue.platform.TokenIssuer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Real stores and a backend that only publishes its keys, once for all tests of this module. */
public final class Stage {

    public static final UUID ORGANISATION = UUID.randomUUID();

    private static final Path FOLDER = folder();
    private static final DocumentStore DOCUMENTS = DocumentStore.open(FOLDER.resolve("documents.db"), 0);
    private static final ObjectStore OBJECTS = ObjectStore.temporary();
    private static final TokenIssuer ISSUER = new TokenIssuer(
            new KeyFolder(FOLDER.resolve("keys")),
            new PlatformProperties.Tokens(Duration.ofMinutes(5), Duration.ofMinutes(15)),
            Clock.systemUTC());
    private static final HttpServer BACKEND = backend();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Stage::close));
    }

    private Stage() {}

    /** What the service is told; the bucket is not there yet. */
    public static Map<String, String> properties(String database, Path scratch) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("jiangxue.mongo.uri", DOCUMENTS.uri());
        properties.put("jiangxue.mongo.database", database);
        properties.put("jiangxue.keys.folder", FOLDER.resolve("content-keys").toString());
        properties.put(
                "jiangxue.backend.base-url",
                "http://127.0.0.1:" + BACKEND.getAddress().getPort());
        properties.put("jiangxue.s3.endpoint", OBJECTS.endpoint());
        properties.put("jiangxue.s3.bucket", database.replace('_', '-'));
        properties.put("jiangxue.s3.access-key", OBJECTS.accessKey());
        properties.put("jiangxue.s3.secret-key", OBJECTS.secretKey());
        properties.put("jiangxue.scratch.folder", scratch.toString());
        return properties;
    }

    /** A scratch folder whose unpacked programs are shared by all tests. */
    public static Path scratch() {
        return FOLDER.resolve("scratch");
    }

    public static String trainer() {
        return person(Role.TRAINER, ORGANISATION);
    }

    /** A trainer who can be asked for again. */
    public static String trainer(UUID person) {
        return person(person, Role.TRAINER, ORGANISATION);
    }

    public static String person(Role role, UUID organisation) {
        return person(UUID.randomUUID(), role, organisation);
    }

    public static String person(UUID id, Role role, UUID organisation) {
        return ISSUER.accessToken(
                new Caller(id, UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, organisation))));
    }

    public static String service() {
        return ISSUER.serviceToken("backend");
    }

    public static String grant(UUID mediaId) {
        return grantUntil(mediaId, Instant.now().plus(ISSUER.grantLife()));
    }

    public static String grantUntil(UUID mediaId, Instant end) {
        return ISSUER.studyGrant(new StudyGrant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                mediaId,
                UUID.randomUUID(),
                end));
    }

    public static String preview(UUID mediaId) {
        return ISSUER.previewGrant(
                new PreviewGrant(UUID.randomUUID(), mediaId, Instant.now().plus(ISSUER.grantLife())));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("content-stage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer backend() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = ISSUER.publicKeys().toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close() {
        BACKEND.stop(0);
        OBJECTS.close();
        DOCUMENTS.close();
        try (var paths = Files.walk(FOLDER)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
