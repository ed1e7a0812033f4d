package cn.jiangxue.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the product asks of an S3. Every store it may run on passes this suite. */
abstract class ObjectStoreContract {
    /** S3 takes no part but the last below 5 MiB. */
    static final int PART_BYTES = 5 << 20;

    static final String SITE = "http://127.0.0.1:8080";

    abstract S3Target target();

    @Test
    void what_a_signed_url_put_a_signed_url_gets() {
        String key = freshKey();
        byte[] body = bytes(70_000, 1);

        var put = target().put(key, body);
        var got = target().get(key);

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().firstValue("ETag")).isPresent();
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(body);
        assertThat(got.headers().firstValue("ETag")).isEqualTo(put.headers().firstValue("ETag"));
    }

    @Test
    void a_signed_url_that_was_altered_is_forbidden() {
        String key = freshKey();
        target().put(key, bytes(10, 2));
        String url = target().presigned(Http.Method.GET, key, 60).toString();
        String other = target().presigned(Http.Method.GET, freshKey(), 60).toString();

        assertThat(status(HttpRequest.newBuilder(URI.create(url.replace(key, freshKey())))))
                .isEqualTo(403);
        assertThat(status(HttpRequest.newBuilder(URI.create(url.replace("X-Amz-Expires=60", "X-Amz-Expires=6000")))))
                .isEqualTo(403);
        assertThat(status(HttpRequest.newBuilder(URI.create(url.substring(0, url.indexOf("X-Amz-Signature"))
                        + other.substring(other.indexOf("X-Amz-Signature"))))))
                .isEqualTo(403);
    }

    @Test
    void a_url_signed_for_reading_does_not_write() {
        String key = freshKey();
        URI reading = target().presigned(Http.Method.GET, key, 60);

        assertThat(status(HttpRequest.newBuilder(reading).PUT(BodyPublishers.ofString("x"))))
                .isEqualTo(403);
        assertThat(target().get(key).statusCode()).isEqualTo(404);
    }

    @Test
    void a_signed_url_ends_when_it_says() {
        String key = freshKey();
        target().put(key, bytes(10, 3));
        URI brief = target().presigned(Http.Method.GET, key, 1);
        URI briefPut = target().presigned(Http.Method.PUT, key, 1);

        awaitClock(Instant.now().plusMillis(2_500));

        assertThat(status(HttpRequest.newBuilder(brief))).isEqualTo(403);
        assertThat(status(HttpRequest.newBuilder(briefPut).PUT(BodyPublishers.ofString("x"))))
                .isEqualTo(403);
    }

    @Test
    void nobody_reads_without_a_signature_or_with_another_secret() {
        String key = freshKey();
        target().put(key, bytes(10, 4));
        S3Target stranger = target().withWrongSecret();

        assertThat(status(
                        HttpRequest.newBuilder(URI.create(target().endpoint() + "/" + target().bucket() + "/" + key))))
                .isEqualTo(403);
        assertThat(stranger.get(key).statusCode()).isEqualTo(403);
    }

    @Test
    void ranges_are_served_as_asked() {
        String key = freshKey();
        byte[] body = bytes(1_000, 5);
        target().put(key, body);

        var middle = ranged(key, "bytes=100-199");
        var tail = ranged(key, "bytes=-10");
        var beyond = ranged(key, "bytes=1000-");

        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 100-199/1000");
        assertThat(middle.body()).isEqualTo(java.util.Arrays.copyOfRange(body, 100, 200));
        assertThat(tail.body()).isEqualTo(java.util.Arrays.copyOfRange(body, 990, 1_000));
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void parts_put_by_signed_urls_in_any_order_become_one_object() {
        String key = freshKey();
        byte[] first = bytes(PART_BYTES, 6);
        byte[] second = bytes(PART_BYTES, 7);
        byte[] last = bytes(12_345, 8);
        String uploadId = target().startMultipart(key);

        assertThat(putPart(key, uploadId, 3, last)).isEqualTo(200);
        assertThat(putPart(key, uploadId, 1, first)).isEqualTo(200);
        assertThat(putPart(key, uploadId, 2, second)).isEqualTo(200);
        assertThat(target().get(key).statusCode()).isEqualTo(404);
        target().complete(key, uploadId);

        assertThat(target().get(key).body()).isEqualTo(joined(first, second, last));
    }

    @Test
    void a_part_url_serves_its_own_part_only() {
        String key = freshKey();
        String uploadId = target().startMultipart(key);
        String url = target().presignedPart(key, uploadId, 1).toString();

        int status = status(HttpRequest.newBuilder(URI.create(url.replace("partNumber=1", "partNumber=2")))
                .PUT(BodyPublishers.ofByteArray(bytes(10, 9))));

        assertThat(status).isEqualTo(403);
        assertThat(target().parts(key, uploadId)).isEmpty();
    }

    @Test
    void of_thirty_two_that_create_the_same_key_one_wins() throws Exception {
        String key = freshKey();
        List<byte[]> bodies =
                IntStream.range(0, 32).mapToObj(i -> bytes(20_000, 100 + i)).toList();
        URI url = target().presigned(Http.Method.PUT, key, 60);
        CountDownLatch start = new CountDownLatch(1);

        List<Integer> statuses;
        try (var racers = Executors.newFixedThreadPool(bodies.size())) {
            List<CompletableFuture<Integer>> running = bodies.stream()
                    .map(body -> CompletableFuture.supplyAsync(
                            () -> {
                                awaitStart(start);
                                return status(HttpRequest.newBuilder(url)
                                        .header("If-None-Match", "*")
                                        .PUT(BodyPublishers.ofByteArray(body)));
                            },
                            racers))
                    .toList();
            start.countDown();
            statuses = running.stream().map(CompletableFuture::join).toList();
        }

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 412 || status == 409);
        assertThat(target().get(key).body()).isEqualTo(bodies.get(statuses.indexOf(200)));
    }

    static String freshKey() {
        return "contract/" + UUID.randomUUID();
    }

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] joined(byte[]... pieces) {
        var out = new java.io.ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    static int status(HttpRequest.Builder request) {
        return S3Target.send(request).statusCode();
    }

    int putPart(String key, String uploadId, int part, byte[] body) {
        return status(HttpRequest.newBuilder(target().presignedPart(key, uploadId, part))
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    private java.net.http.HttpResponse<byte[]> ranged(String key, String range) {
        return S3Target.send(HttpRequest.newBuilder(target().presigned(Http.Method.GET, key, 60))
                .header("Range", range));
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Expiry is by the store's own clock, so this one wait is real. */
    private static void awaitClock(Instant until) {
        while (Instant.now().isBefore(until)) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.between(Instant.now(), until).toNanos());
        }
    }
}
