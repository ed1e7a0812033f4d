package cn.jiangxue.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is killed with SIGKILL in the middle of work. */
@Tag("fault")
class ObjectStoreFaultTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int KILLS = 5;
    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 40;

    @TempDir
    Path folder;

    @Test
    void a_multipart_upload_goes_on_after_a_kill_in_the_middle_of_a_part() throws Exception {
        byte[] first = ObjectStoreContract.bytes(ObjectStoreContract.PART_BYTES, 1);
        byte[] second = ObjectStoreContract.bytes(ObjectStoreContract.PART_BYTES, 2);
        byte[] last = ObjectStoreContract.bytes(1_000, 3);
        ObjectStoreProcess store = ObjectStoreProcess.start(folder, 0);
        try {
            String uploadId = store.target().startMultipart("video");
            put(store, uploadId, 1, first);
            var half = interruptedPart(store, uploadId, second);

            store = store.killAndRestart();
            half.close();

            assertThat(store.target().parts("video", uploadId))
                    .extracting(part -> part.partNumber())
                    .containsExactly(1);
            assertThat(store.target().get("video").statusCode()).isEqualTo(404);
            put(store, uploadId, 2, second);
            put(store, uploadId, 3, last);
            store.target().complete("video", uploadId);
            assertThat(store.target().get("video").body()).isEqualTo(ObjectStoreContract.joined(first, second, last));
        } finally {
            store.close();
        }
    }

    @Test
    void after_each_kill_every_acknowledged_object_is_whole_and_none_is_torn() throws Exception {
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        Map<String, Long> tried = new ConcurrentHashMap<>();
        ObjectStoreProcess store = ObjectStoreProcess.start(folder, 0);
        try {
            for (int round = 0; round < KILLS; round++) {
                writeUntilKilled(store, round, tried, acknowledged);
                store = store.killAndRestart();
                assertNothingTorn(store.target(), tried, acknowledged);
            }
        } finally {
            store.close();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_KILL);
    }

    private static void writeUntilKilled(
            ObjectStoreProcess store, long round, Map<String, Long> tried, Map<String, Long> acknowledged)
            throws Exception {
        S3Target target = store.target();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
        AtomicBoolean stop = new AtomicBoolean();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                Random seeds = new Random(round * WRITERS + writer);
                writers.execute(() -> {
                    while (!stop.get()) {
                        write(target, seeds.nextLong(), tried, acknowledged, enough);
                    }
                });
            }
            boolean loaded = enough.await(60, TimeUnit.SECONDS);
            stop.set(true);
            store.kill();
            assertThat(loaded).isTrue();
        }
    }

    private static void write(
            S3Target target,
            long seed,
            Map<String, Long> tried,
            Map<String, Long> acknowledged,
            CountDownLatch enough) {
        String key = UUID.randomUUID().toString();
        tried.put(key, seed);
        try {
            if (target.put(key, content(seed)).statusCode() == 200) {
                acknowledged.put(key, seed);
                enough.countDown();
            }
        } catch (java.io.UncheckedIOException killedUnderIt) {
            // Not acknowledged: it may be there whole or not at all.
        }
    }

    private static void assertNothingTorn(S3Target target, Map<String, Long> tried, Map<String, Long> acknowledged) {
        tried.forEach((key, seed) -> {
            var got = target.get(key);
            if (got.statusCode() == 200) {
                assertThat(got.body()).isEqualTo(content(seed));
            } else {
                assertThat(got.statusCode()).isEqualTo(404);
                assertThat(acknowledged).doesNotContainKey(key);
            }
        });
    }

    private static byte[] content(long seed) {
        return ObjectStoreContract.bytes(20_000 + (int) Math.floorMod(seed, 200_000L), seed);
    }

    private static void put(ObjectStoreProcess store, String uploadId, int part, byte[] body) {
        assertThat(ObjectStoreContract.status(
                        HttpRequest.newBuilder(store.target().presignedPart("video", uploadId, part))
                                .PUT(BodyPublishers.ofByteArray(body))))
                .isEqualTo(200);
    }

    /** Sends half of a part and leaves the request open. */
    private static PipedOutputStream interruptedPart(ObjectStoreProcess store, String uploadId, byte[] body)
            throws Exception {
        PipedOutputStream sender = new PipedOutputStream();
        InputStream receiver = new PipedInputStream(sender, 64 << 10);
        var publisher = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> receiver), body.length);
        HTTP.sendAsync(
                HttpRequest.newBuilder(store.target().presignedPart("video", uploadId, 2))
                        .PUT(publisher)
                        .build(),
                BodyHandlers.discarding());
        sender.write(body, 0, body.length / 2);
        return sender;
    }
}
