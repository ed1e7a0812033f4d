package cn.jiangxue.content.upload;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.upload.rules.UploadLimits;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.CountOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Who may open an upload, of what, and how many. */
final class Admission {

    private static final Duration COME_BACK = Duration.ofMinutes(10);

    private final Documents<UploadDocument> uploads;
    private final Clock clock;

    Admission(Documents<UploadDocument> uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Completes when the caller may open this upload; else refused with the reason. Two at the very same time may both be let in. */
    Mono<Void> admit(Caller caller, NewUpload request) {
        return Mono.fromRunnable(() -> refuseUnlessAllowed(caller, request))
                .then(Mono.defer(() -> ensureWithinLimits(caller.personId(), request.kind())));
    }

    private static void refuseUnlessAllowed(Caller caller, NewUpload request) {
        UUID organisation = request.organisationId();
        switch (request.kind()) {
            case VIDEO -> {
                if (organisation == null || !caller.has(Role.TRAINER, organisation)) {
                    throw new ProblemException(
                            caller.has(Role.TRAINER) ? ProblemCode.NOT_FOUND : ProblemCode.NOT_ALLOWED);
                }
            }
            case EVIDENCE -> {
                if (!caller.has(Role.LEARNER)) {
                    throw new ProblemException(ProblemCode.NOT_ALLOWED);
                }
                if (organisation != null) {
                    throw new ProblemException(ProblemCode.INVALID_FIELDS)
                            .field(
                                    "organisationId",
                                    new LocalText("证明材料不属于任何单位。", "Evidence belongs to no organisation."));
                }
            }
        }
        var faults = UploadLimits.faults(request.kind(), request.fileName(), request.sizeBytes());
        if (!faults.isEmpty()) {
            var refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> refusal.field(fault.field(), fault.reason()));
            throw refusal;
        }
    }

    private Mono<Void> ensureWithinLimits(UUID person, UploadKind kind) {
        Bson mine = and(eq("ownerId", person), eq("kind", kind.name()));
        Bson today = gte("createdAt", clock.instant().minus(Duration.ofDays(1)));
        int most = UploadLimits.openAtOnce(kind);
        int mostToday = UploadLimits.openedPerDay(kind);
        return count(and(mine, eq("state", UploadState.OPEN.name())), most)
                .filter(open -> open < most)
                .switchIfEmpty(tooMany(most))
                .then(count(and(mine, today), mostToday))
                .filter(opened -> opened < mostToday)
                .switchIfEmpty(tooMany(mostToday))
                .then();
    }

    private static <T> Mono<T> tooMany(int limit) {
        return Mono.error(() -> new ProblemException(ProblemCode.UPLOADS_AT_LIMIT, limit).retryAfter(COME_BACK));
    }

    private Mono<Long> count(Bson filter, int most) {
        return Mono.from(uploads.raw().countDocuments(filter, new CountOptions().limit(most)));
    }
}
