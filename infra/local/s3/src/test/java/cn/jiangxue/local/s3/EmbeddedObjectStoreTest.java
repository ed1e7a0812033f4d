package cn.jiangxue.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the store of one machine, and what is this store's own: origins, credentials, ports. */
class EmbeddedObjectStoreTest extends ObjectStoreContract {
    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static S3Target target;

    @BeforeAll
    static void open() {
        store = ObjectStore.open(folder, 0, ObjectStoreCredentials.random(), List.of(SITE))
                .withBucket("jiangxue");
        target = new S3Target(store.endpoint(), store.accessKey(), store.secretKey(), "jiangxue");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    S3Target target() {
        return target;
    }

    @Test
    void the_site_may_put_parts_from_the_browser_and_read_their_tags() {
        String key = freshKey();
        URI url = target().presigned(Http.Method.PUT, key, 60);

        var allowed = preflight(url, SITE, "PUT");
        var put = S3Target.send(
                HttpRequest.newBuilder(url).header("Origin", SITE).PUT(BodyPublishers.ofByteArray(bytes(10, 1))));

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(SITE);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PUT", "GET", "HEAD");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().firstValue("Access-Control-Allow-Origin")).contains(SITE);
        assertThat(put.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag", "Content-Range", "Accept-Ranges");
    }

    @Test
    void the_player_may_read_ranges_from_the_browser() {
        String key = freshKey();
        target().put(key, bytes(100, 2));

        var got = S3Target.send(HttpRequest.newBuilder(target().presigned(Http.Method.GET, key, 60))
                .header("Origin", SITE)
                .header("Range", "bytes=0-9"));

        assertThat(got.statusCode()).isEqualTo(206);
        assertThat(got.headers().firstValue("Access-Control-Allow-Origin")).contains(SITE);
        assertThat(got.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Content-Range");
    }

    @Test
    void another_site_and_another_method_are_not_let_in() {
        URI url = target().presigned(Http.Method.PUT, freshKey(), 60);

        assertThat(preflight(url, "http://127.0.0.1:9999", "PUT").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight(url, "http://127x0x0x1:8080", "PUT").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight(url, SITE, "DELETE").statusCode()).isNotEqualTo(200);
    }

    @Test
    void the_key_pair_is_made_once_and_only_its_owner_reads_it(@TempDir Path kept) throws Exception {
        Path file = kept.resolve("deep/credentials");

        ObjectStoreCredentials made = ObjectStoreCredentials.keptIn(file);

        assertThat(ObjectStoreCredentials.keptIn(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.toString()).doesNotContain(made.secretKey());
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_taken_port_is_said_to_be_taken(@TempDir Path other) {
        assertThatThrownBy(() -> ObjectStore.open(other, store.port(), ObjectStoreCredentials.random()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Integer.toString(store.port()));
    }

    @Test
    void a_temporary_store_leaves_nothing_behind() {
        ObjectStore temporary = ObjectStore.temporary().withBucket("fleeting").withBucket("fleeting");
        S3Target target = new S3Target(temporary.endpoint(), temporary.accessKey(), temporary.secretKey(), "fleeting");

        assertThat(target.put("k", bytes(10, 3)).statusCode()).isEqualTo(200);
        temporary.close();

        assertThat(temporary.folder()).doesNotExist();
    }

    private static HttpResponse<byte[]> preflight(URI url, String origin, String method) {
        return S3Target.send(HttpRequest.newBuilder(url)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
