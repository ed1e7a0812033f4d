package cn.jiangxue.local.s3;

import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Some S3 and the bucket of it that a test may write to; speaks to it the way the product does. */
final class S3Target {
    private final String endpoint;
    private final String accessKey;
    private final String bucket;
    private final MinioAsyncClient client;

    S3Target(String endpoint, String accessKey, String secretKey, String bucket) {
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.bucket = bucket;
        this.client = MinioAsyncClient.builder()
                .endpoint(endpoint)
                .credentials(accessKey, secretKey)
                .region("us-east-1")
                .build();
    }

    String endpoint() {
        return endpoint;
    }

    String bucket() {
        return bucket;
    }

    /** The same store asked by somebody who knows the name of the key, but not its secret. */
    S3Target withWrongSecret() {
        return new S3Target(endpoint, accessKey, "wrong", bucket);
    }

    /** Reads {@code http://access:secret@host:port/bucket}. */
    static S3Target parse(String uri) {
        URI parsed = URI.create(uri);
        String[] keys = parsed.getUserInfo().split(":", 2);
        String endpoint = parsed.getScheme() + "://" + parsed.getHost() + ":" + parsed.getPort();
        return new S3Target(endpoint, keys[0], keys[1], parsed.getPath().substring(1));
    }

    URI presigned(Http.Method method, String key, int seconds) {
        return presigned(method, key, seconds, Map.of());
    }

    URI presigned(Http.Method method, String key, int seconds, Map<String, String> query) {
        try {
            return URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(method)
                    .bucket(bucket)
                    .object(key)
                    .expiry(seconds)
                    .extraQueryParams(query)
                    .build()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    URI presignedPart(String key, String uploadId, int part) {
        return presigned(Http.Method.PUT, key, 600, Map.of("uploadId", uploadId, "partNumber", Integer.toString(part)));
    }

    String startMultipart(String key) {
        try {
            return client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .build())
                    .join()
                    .result()
                    .uploadId();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    List<Part> parts(String key, String uploadId) {
        try {
            return client.listParts(ListPartsArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .uploadId(uploadId)
                            .build())
                    .join()
                    .result()
                    .parts();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void complete(String key, String uploadId) {
        Part[] parts = parts(key, uploadId).stream()
                .map(part -> new Part(part.partNumber(), part.etag()))
                .toArray(Part[]::new);
        try {
            client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .uploadId(uploadId)
                            .parts(parts)
                            .build())
                    .join();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> put(String key, byte[] body) {
        return send(HttpRequest.newBuilder(presigned(Http.Method.PUT, key, 60)).PUT(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> get(String key) {
        return send(HttpRequest.newBuilder(presigned(Http.Method.GET, key, 60)));
    }

    /** On a connection of its own: the store hangs up after a refusal, sometimes a moment after its answer. */
    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try (HttpClient own = HttpClient.newHttpClient()) {
            return own.send(request.build(), BodyHandlers.ofByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
