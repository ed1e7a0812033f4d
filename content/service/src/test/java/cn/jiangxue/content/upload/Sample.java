package cn.jiangxue.content.upload;

import cn.jiangxue.content.Stage;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.upload.rules.UploadLimits;
import java.time.Instant;
import java.util.UUID;

/** Uploads as they stand in the store. */
final class Sample {

    private Sample() {}

    static UploadDocument upload(UUID id, UUID owner, UploadKind kind, UploadState state, Instant at) {
        return new UploadDocument(
                id,
                1,
                owner,
                kind,
                kind == UploadKind.VIDEO ? Stage.ORGANISATION : null,
                "a",
                100,
                8 << 20,
                UploadKeys.of(kind, id),
                "none",
                state,
                null,
                state == UploadState.COMPLETED ? "image/png" : null,
                state == UploadState.COMPLETED ? "00" : null,
                at,
                at.plus(UploadLimits.OPEN_FOR),
                null,
                null);
    }
}
