package cn.jiangxue.content.objects;

import cn.jiangxue.platform.Blocking;
import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.ListPartsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Part;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the store holds: multipart uploads, objects, and their removal. Bytes go by {@link ObjectTransfer} or straight to browsers. */
public final class StoredObjects {

    private static final int PAGE = 1_000;
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchUpload", "NotFound", "NoSuchObject");

    private final MinioAsyncClient client;
    private final String bucket;

    StoredObjects(MinioAsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** A part the store has. */
    public record StoredPart(long sizeBytes, String etag) {}

    /** {@code etag} as the store gives it, without quotes. */
    public record Stat(long sizeBytes, String etag) {}

    /** An object, or an unfinished upload of one when {@code uploadId} is not empty. */
    public record Found(String key, String uploadId, Instant at) {}

    /** Makes the bucket unless it is there. */
    Mono<Void> ensureBucket() {
        return call(() -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()))
                .flatMap(there -> there
                        ? Mono.empty()
                        : call(() -> client.makeBucket(
                                        MakeBucketArgs.builder().bucket(bucket).build()))
                                .then());
    }

    /** Opens a multipart upload; answers its id. */
    public Mono<String> openMultipart(String key) {
        return call(() -> client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .build()))
                .map(response -> response.result().uploadId());
    }

    /** The parts that are there, by number; empty when the upload is not (finished, aborted or never opened). */
    public Mono<SortedMap<Integer, StoredPart>> parts(String key, String uploadId) {
        return partsPage(key, uploadId, null)
                .expand(page -> page.isTruncated()
                        ? partsPage(key, uploadId, page.nextPartNumberMarker())
                        : Mono.<io.minio.messages.ListPartsResult>empty())
                .collect(
                        StoredObjects::noParts,
                        (all, page) -> page.parts()
                                .forEach(part ->
                                        all.put(part.partNumber(), new StoredPart(part.partSize(), bare(part.etag())))))
                .onErrorResume(StoredObjects::isAbsent, e -> Mono.empty());
    }

    private static SortedMap<Integer, StoredPart> noParts() {
        return new TreeMap<>();
    }

    private Mono<io.minio.messages.ListPartsResult> partsPage(String key, String uploadId, @Nullable Integer after) {
        return call(() -> client.listParts(ListPartsArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .maxParts(PAGE)
                        .partNumberMarker(after)
                        .build()))
                .map(io.minio.ListPartsResponse::result);
    }

    /** Puts the parts together. False when there is no such upload (any more). */
    public Mono<Boolean> complete(String key, String uploadId, SortedMap<Integer, StoredPart> parts) {
        Part[] named = parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue().etag()))
                .toArray(Part[]::new);
        return call(() -> client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .parts(named)
                        .build()))
                .map(done -> true)
                .onErrorResume(StoredObjects::isAbsent, e -> Mono.just(false));
    }

    /** Gives up an upload and its parts; nothing happens when there is none. */
    public Mono<Void> abort(String key, String uploadId) {
        return call(() -> client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .build()))
                .then()
                .onErrorResume(StoredObjects::isAbsent, e -> Mono.empty());
    }

    /** The object's size and tag, or empty when there is none. */
    public Mono<Stat> stat(String key) {
        return call(() -> client.statObject(
                        StatObjectArgs.builder().bucket(bucket).object(key).build()))
                .map(found -> new Stat(found.size(), bare(found.etag())))
                .onErrorResume(StoredObjects::isAbsent, e -> Mono.empty());
    }

    /** Removes the object; nothing happens when there is none. */
    public Mono<Void> remove(String key) {
        return call(() -> client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build()))
                .then()
                .onErrorResume(StoredObjects::isAbsent, e -> Mono.empty());
    }

    /** At most a thousand objects after this key, in order of key. For sweeps only: what is listed is never taken for the truth. */
    public Flux<Found> after(String key) {
        return call(() -> client.listObjectsV2(ListObjectsV2Args.builder()
                        .bucket(bucket)
                        .startAfter(key)
                        .maxKeys(PAGE)
                        .build()))
                .flatMapIterable(page -> page.result().contents())
                .map(item ->
                        new Found(item.objectName(), "", item.lastModified().toInstant()));
    }

    /** At most a thousand unfinished uploads. For sweeps only. */
    public Flux<Found> unfinished() {
        return call(() -> client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                        .bucket(bucket)
                        .maxUploads(PAGE)
                        .build()))
                .flatMapIterable(page -> page.result().uploads() == null
                        ? List.of()
                        : page.result().uploads())
                .map(upload -> new Found(
                        upload.objectName(),
                        upload.uploadId(),
                        upload.initiated().toInstant()));
    }

    /** The client signs and serialises on the calling thread before it goes asynchronous, so it is called on the blocking scheduler. */
    private static <T> Mono<T> call(Callable<CompletableFuture<T>> request) {
        return Blocking.<CompletableFuture<T>>call(request).flatMap(Mono::fromFuture);
    }

    private static boolean isAbsent(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause instanceof ErrorResponseException refused
                && ABSENT.contains(refused.errorResponse().code());
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
