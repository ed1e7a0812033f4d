package cn.jiangxue.content.upload;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import cn.jiangxue.content.contract.MediaApi.FileLink;
import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Evidence files as other services use them. Who may see one is decided by the service that refers to it. */
final class Evidence {

    private static final Duration LINK_LIFE = Duration.ofMinutes(5);

    private final Documents<UploadDocument> uploads;
    private final ObjectAddresses addresses;
    private final Clock clock;

    Evidence(Documents<UploadDocument> uploads, ObjectAddresses addresses, Clock clock) {
        this.uploads = uploads;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The file. That somebody asked for it is remembered: evidence nobody ever asked for is swept. */
    Mono<StoredFile> file(UUID id) {
        return completed(id).flatMap(this::used).map(Evidence::shown);
    }

    private Mono<UploadDocument> completed(UUID id) {
        return uploads.find(id)
                .filter(upload -> upload.kind() == UploadKind.EVIDENCE && upload.state() == UploadState.COMPLETED)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<UploadDocument> used(UploadDocument upload) {
        if (upload.usedAt() != null) {
            return Mono.just(upload);
        }
        return uploads.findAndUpdate(
                        and(eq("_id", upload.id()), eq("state", UploadState.COMPLETED.name())),
                        set("usedAt", clock.instant()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static StoredFile shown(UploadDocument upload) {
        return new StoredFile(
                upload.id(),
                upload.ownerId(),
                upload.fileName(),
                Objects.requireNonNull(upload.contentType()),
                upload.sizeBytes(),
                Objects.requireNonNull(upload.sha256()));
    }

    /** An address to download the file from, good for five minutes. */
    Mono<FileLink> link(UUID id) {
        Instant now = clock.instant();
        return completed(id)
                .map(upload -> addresses.download(
                        upload.objectKey(),
                        upload.fileName(),
                        Objects.requireNonNull(upload.contentType()),
                        now,
                        LINK_LIFE))
                .map(address -> new FileLink(address.toString(), now.plus(LINK_LIFE)));
    }
}
