package cn.jiangxue.content.upload;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.content.objects.StoredObjects.StoredPart;
import cn.jiangxue.content.upload.rules.FileType;
import cn.jiangxue.content.upload.rules.MultipartTag;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts a file's parts together and looks at what arrived. Every step may be repeated after a crash in any place. */
final class Arrivals {

    private final StoredObjects objects;
    private final ObjectTransfer transfer;
    private final Tika detector = new Tika();

    Arrivals(StoredObjects objects, ObjectTransfer transfer) {
        this.objects = objects;
        this.transfer = transfer;
    }

    /** What arrived. */
    sealed interface Arrival {}

    record Taken(FileType type, @Nullable String sha256) implements Arrival {}

    record Refused(Refusal why) implements Arrival {}

    /** Refused with UPLOAD_INCOMPLETE while parts are missing. */
    Mono<Arrival> receive(UploadDocument upload) {
        return objects.parts(upload.objectKey(), upload.multipartId())
                .flatMap(parts -> assembled(upload, parts))
                .switchIfEmpty(Mono.defer(() -> assembledBefore(upload)))
                .flatMap(whole -> whole ? looked(upload) : Mono.just(new Refused(Refusal.DAMAGED)));
    }

    /** Whether the object is what its parts were. */
    private Mono<Boolean> assembled(UploadDocument upload, SortedMap<Integer, StoredPart> parts) {
        List<Integer> missing = upload.parts().missing(sizes(parts));
        if (!missing.isEmpty()) {
            return Mono.error(new ProblemException(ProblemCode.UPLOAD_INCOMPLETE, missing.size()));
        }
        var wanted = new TreeMap<>(parts.headMap(upload.parts().count() + 1));
        String tag =
                MultipartTag.of(wanted.values().stream().map(StoredPart::etag).toList());
        return objects.complete(upload.objectKey(), upload.multipartId(), wanted)
                .then(objects.stat(upload.objectKey()))
                .map(stat -> stat.sizeBytes() == upload.sizeBytes() && MultipartTag.agrees(tag, stat.etag()))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("completed but not there: " + upload.objectKey())));
    }

    /** The parts are gone: either this was done already, by a request that did not live to say so, or they were given up. */
    private Mono<Boolean> assembledBefore(UploadDocument upload) {
        return objects.stat(upload.objectKey())
                .map(stat -> stat.sizeBytes() == upload.sizeBytes())
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        ProblemCode.UPLOAD_INCOMPLETE, upload.parts().count())));
    }

    static SortedMap<Integer, Long> sizes(SortedMap<Integer, StoredPart> parts) {
        SortedMap<Integer, Long> sizes = new TreeMap<>();
        parts.forEach((number, part) -> sizes.put(number, part.sizeBytes()));
        return sizes;
    }

    private Mono<Arrival> looked(UploadDocument upload) {
        return Blocking.call(() -> look(upload));
    }

    private Arrival look(UploadDocument upload) throws IOException {
        byte[] head = transfer.head(upload.objectKey(), FileType.HEAD_BYTES);
        var type = FileType.of(upload.kind(), head, detector.detect(head));
        if (type.isEmpty()) {
            return new Refused(upload.kind() == UploadKind.VIDEO ? Refusal.NOT_A_VIDEO : Refusal.NOT_EVIDENCE);
        }
        String sha256 = upload.kind() == UploadKind.EVIDENCE ? transfer.sha256(upload.objectKey()) : null;
        return new Taken(type.get(), sha256);
    }
}
