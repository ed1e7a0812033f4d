package cn.jiangxue.content.upload;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import java.time.Clock;
import java.util.Map;
import org.bson.conversions.Bson;

/** What uploads leave in the audit record. A file's name may tell of a person, so it is not part of it. */
final class UploadFacts {

    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    UploadFacts(Events events, Outbox outbox, Clock clock) {
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The part of the update that completes an upload which tells of it. */
    Bson completed(UploadDocument upload) {
        return told(new AuditFact(
                actionOf(upload, "uploaded"),
                upload.ownerId(),
                upload.organisationId(),
                subject(upload),
                Map.of("sizeBytes", String.valueOf(upload.sizeBytes()))));
    }

    /** The part of the update by which the sweep takes away a file no one ever asked for. */
    Bson swept(UploadDocument upload) {
        return told(new AuditFact(actionOf(upload, "swept"), null, upload.organisationId(), subject(upload), Map.of()));
    }

    private Bson told(AuditFact fact) {
        return combine(push("outbox", events.store(fact)), set("outboxAt", clock.instant()));
    }

    /** Says that there is something to tell. */
    void wake() {
        outbox.wake(UploadDocument.COLLECTION);
    }

    private static String actionOf(UploadDocument upload, String did) {
        return switch (upload.kind()) {
            case VIDEO -> "video." + did;
            case EVIDENCE -> "evidence." + did;
        };
    }

    private static String subject(UploadDocument upload) {
        return switch (upload.kind()) {
            case VIDEO -> "media:" + upload.id();
            case EVIDENCE -> "file:" + upload.id();
        };
    }
}
