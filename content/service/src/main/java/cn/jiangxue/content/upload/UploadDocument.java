package cn.jiangxue.content.upload;

import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.upload.rules.Parts;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, or one that arrived. The truth about it; the store only holds its bytes. Beside these fields it may hold an outbox, which only updates write
 * and only the relay reads.
 *
 * @param objectKey where the bytes are, or will be once the parts are put together
 * @param multipartId the store's id for the parts
 * @param contentType by its first bytes, once it arrived
 * @param sha256 of an EVIDENCE file that arrived
 * @param usedAt when another service first asked for an EVIDENCE file; one never asked for is swept
 * @param expiresAt when an OPEN upload is given up
 */
record UploadDocument(
        @BsonId UUID id,
        int schema,
        UUID ownerId,
        UploadKind kind,
        @Nullable UUID organisationId,
        String fileName,
        long sizeBytes,
        long partSizeBytes,
        String objectKey,
        String multipartId,
        UploadState state,
        @Nullable Refusal refusal,
        @Nullable String contentType,
        @Nullable String sha256,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant completedAt,
        @Nullable Instant usedAt) {

    static final String COLLECTION = "uploads";

    Parts parts() {
        return new Parts(sizeBytes, partSizeBytes);
    }

    /** Whether a repeated request means this upload. */
    boolean answers(NewUpload request) {
        return kind == request.kind()
                && sizeBytes == request.sizeBytes()
                && fileName.equals(request.fileName())
                && Objects.equals(organisationId, request.organisationId());
    }
}
