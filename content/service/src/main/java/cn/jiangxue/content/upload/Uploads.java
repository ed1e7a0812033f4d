package cn.jiangxue.content.upload;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.PartUrl;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.media.MediaLibrary;
import cn.jiangxue.content.media.MediaLibrary.NewMedia;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.content.upload.rules.Parts;
import cn.jiangxue.content.upload.rules.UploadLimits;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes files in. Everything about an upload is its owner's alone; another's upload does not exist for the caller. */
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Documents<UploadDocument> uploads;
    private final StoredObjects objects;
    private final ObjectAddresses addresses;
    private final Admission admission;
    private final Arrivals arrivals;
    private final MediaLibrary library;
    private final UploadFacts facts;
    private final Clock clock;

    Uploads(
            Documents<UploadDocument> uploads,
            StoredObjects objects,
            ObjectAddresses addresses,
            Admission admission,
            Arrivals arrivals,
            MediaLibrary library,
            UploadFacts facts,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.addresses = addresses;
        this.admission = admission;
        this.arrivals = arrivals;
        this.library = library;
        this.facts = facts;
        this.clock = clock;
    }

    /** An upload and which of its parts are in the store. */
    record Seen(UploadDocument upload, List<Integer> doneParts) {}

    /** Opens an upload, or resumes the one with this id. */
    Mono<Seen> open(Caller caller, UUID id, NewUpload request) {
        return uploads.find(id)
                .switchIfEmpty(Mono.defer(() -> opened(caller, id, request)))
                .flatMap(upload -> repeated(caller, upload, request))
                .flatMap(this::kept)
                .flatMap(this::seen);
    }

    private static Mono<UploadDocument> repeated(Caller caller, UploadDocument upload, NewUpload request) {
        if (!upload.ownerId().equals(caller.personId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        return upload.answers(request)
                ? Mono.just(upload)
                : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, upload.id()));
    }

    private Mono<UploadDocument> opened(Caller caller, UUID id, NewUpload request) {
        String key = UploadKeys.of(request.kind(), id);
        return admission
                .admit(caller, request)
                .then(Mono.defer(() -> objects.openMultipart(key)))
                .map(multipart -> document(caller, id, request, key, multipart))
                .flatMap(this::inserted);
    }

    /** Two first requests at once open two multiparts: the one that lost the race gives its own up and answers with the other's. */
    private Mono<UploadDocument> inserted(UploadDocument document) {
        return uploads.insert(document)
                .flatMap(first -> first
                        ? Mono.just(document)
                        : objects.abort(document.objectKey(), document.multipartId())
                                .then(uploads.find(document.id())));
    }

    private UploadDocument document(Caller caller, UUID id, NewUpload request, String key, String multipart) {
        Instant now = clock.instant();
        return new UploadDocument(
                id,
                1,
                caller.personId(),
                request.kind(),
                request.organisationId(),
                request.fileName(),
                request.sizeBytes(),
                Parts.of(request.sizeBytes()).partSizeBytes(),
                key,
                multipart,
                UploadState.OPEN,
                null,
                null,
                null,
                now,
                now.plus(UploadLimits.OPEN_FOR),
                null,
                null);
    }

    /** A resumed upload is waited for anew. */
    private Mono<UploadDocument> kept(UploadDocument upload) {
        Instant until = clock.instant().plus(UploadLimits.OPEN_FOR);
        boolean fresh = upload.expiresAt().isAfter(until.minus(UploadLimits.OPEN_FOR.dividedBy(2)));
        if (upload.state() != UploadState.OPEN || fresh) {
            return Mono.just(upload);
        }
        return uploads.findAndUpdate(
                        and(eq("_id", upload.id()), eq("state", UploadState.OPEN.name())), set("expiresAt", until))
                .switchIfEmpty(uploads.find(upload.id()));
    }

    /** The caller's upload as it stands. */
    Mono<Seen> upload(Caller caller, UUID id) {
        return own(caller, id).flatMap(this::seen);
    }

    private Mono<UploadDocument> own(Caller caller, UUID id) {
        return uploads.find(id)
                .filter(upload -> upload.ownerId().equals(caller.personId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Seen> seen(UploadDocument upload) {
        List<Integer> all =
                IntStream.rangeClosed(1, upload.parts().count()).boxed().toList();
        return switch (upload.state()) {
            case COMPLETED -> Mono.just(new Seen(upload, all));
            case ABANDONED, REFUSED -> Mono.just(new Seen(upload, List.of()));
            case OPEN ->
                objects.parts(upload.objectKey(), upload.multipartId())
                        .map(parts -> new Seen(upload, upload.parts().done(Arrivals.sizes(parts))))
                        .switchIfEmpty(Mono.defer(() -> withoutParts(upload, all)));
        };
    }

    /** The store knows no parts: they were put together already, or the store lost them and sending starts over. */
    private Mono<Seen> withoutParts(UploadDocument upload, List<Integer> all) {
        return objects.stat(upload.objectKey())
                .map(stat -> new Seen(upload, all))
                .switchIfEmpty(Mono.defer(() -> objects.openMultipart(upload.objectKey())
                        .flatMap(multipart -> reopened(upload, multipart))
                        .map(again -> new Seen(again, List.of()))));
    }

    private Mono<UploadDocument> reopened(UploadDocument upload, String multipart) {
        Bson unchanged = and(
                eq("_id", upload.id()), eq("state", UploadState.OPEN.name()), eq("multipartId", upload.multipartId()));
        return uploads.findAndUpdate(unchanged, set("multipartId", multipart))
                .switchIfEmpty(objects.abort(upload.objectKey(), multipart).then(uploads.find(upload.id())));
    }

    /** Addresses for parts of the caller's open upload. */
    Mono<List<PartUrl>> sign(Caller caller, UUID id, List<Integer> numbers) {
        return own(caller, id).map(upload -> signed(upload, numbers));
    }

    private List<PartUrl> signed(UploadDocument upload, List<Integer> numbers) {
        if (upload.state() != UploadState.OPEN) {
            throw new ProblemException(ProblemCode.UPLOAD_CLOSED);
        }
        boolean known = numbers.stream().allMatch(upload.parts()::has);
        if (numbers.isEmpty()
                || numbers.size() > UploadLimits.PARTS_SIGNED_AT_ONCE
                || Set.copyOf(numbers).size() < numbers.size()
                || !known) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "partNumbers",
                            new LocalText(
                                    "分段号需为 1 至 " + upload.parts().count() + "，一次最多 " + UploadLimits.PARTS_SIGNED_AT_ONCE
                                            + " 个。",
                                    "Part numbers run from 1 to "
                                            + upload.parts().count() + ", at most " + UploadLimits.PARTS_SIGNED_AT_ONCE
                                            + " at a time."));
        }
        Instant now = clock.instant();
        return numbers.stream().map(number -> signed(upload, number, now)).toList();
    }

    private PartUrl signed(UploadDocument upload, int number, Instant now) {
        var address = addresses.part(
                upload.objectKey(),
                upload.multipartId(),
                number,
                upload.parts().sizeOf(number),
                now,
                UploadLimits.PART_URL_LIFE);
        return new PartUrl(number, address.toString(), now.plus(UploadLimits.PART_URL_LIFE));
    }

    /** Ends the caller's upload: taken, or refused with a reason. A repeat answers the same. */
    Mono<Seen> complete(Caller caller, UUID id) {
        return own(caller, id)
                .flatMap(upload -> switch (upload.state()) {
                    case OPEN -> received(upload);
                    case COMPLETED, REFUSED -> Mono.just(upload);
                    case ABANDONED -> Mono.<UploadDocument>error(new ProblemException(ProblemCode.UPLOAD_CLOSED));
                })
                .flatMap(this::seen);
    }

    private Mono<UploadDocument> received(UploadDocument upload) {
        UUID organisation = upload.organisationId();
        Mono<Void> room = organisation == null ? Mono.empty() : library.ensureRoom(organisation);
        return room.then(Mono.defer(() -> arrivals.receive(upload))).flatMap(arrival -> switch (arrival) {
            case Arrivals.Taken taken -> taken(upload, taken);
            case Arrivals.Refused refused -> refused(upload, refused.why());
        });
    }

    /** The video is queued before the upload says that it is done: a crash in between is healed by repeating. */
    private Mono<UploadDocument> taken(UploadDocument upload, Arrivals.Taken taken) {
        Bson done = combine(
                set("state", UploadState.COMPLETED.name()),
                set("contentType", taken.type().contentType()),
                set("completedAt", clock.instant()),
                facts.completed(upload));
        Bson with = taken.sha256() == null ? done : combine(done, set("sha256", taken.sha256()));
        return queued(upload)
                .then(Mono.defer(() -> ended(upload, with)))
                .doOnNext(ended -> facts.wake())
                .doOnNext(ended -> LOG.info("{} {} arrived as {}", ended.kind(), ended.id(), ended.contentType()));
    }

    private Mono<Void> queued(UploadDocument upload) {
        UUID organisation = upload.organisationId();
        return organisation == null
                ? Mono.empty()
                : library.queue(new NewMedia(
                        upload.id(),
                        organisation,
                        upload.ownerId(),
                        upload.fileName(),
                        upload.objectKey(),
                        upload.sizeBytes()));
    }

    /** Gives the caller's upload up. The sweep does the rest when this dies half way: an abandoned upload's object is an orphan. */
    Mono<Seen> abandon(Caller caller, UUID id) {
        return own(caller, id).flatMap(this::givenUp).flatMap(this::cleared).flatMap(this::seen);
    }

    /** One whose video is queued already stays: it was completed by a request that did not live to say so. */
    private Mono<UploadDocument> givenUp(UploadDocument upload) {
        return library.has(upload.id())
                .flatMap(queued ->
                        queued ? Mono.just(upload) : ended(upload, set("state", UploadState.ABANDONED.name())));
    }

    private Mono<UploadDocument> cleared(UploadDocument upload) {
        return upload.state() == UploadState.ABANDONED
                ? objects.abort(upload.objectKey(), upload.multipartId())
                        .then(objects.remove(upload.objectKey()))
                        .thenReturn(upload)
                : Mono.just(upload);
    }

    private Mono<UploadDocument> refused(UploadDocument upload, Refusal why) {
        return ended(upload, combine(set("state", UploadState.REFUSED.name()), set("refusal", why.name())))
                .flatMap(ended -> ended.state() == UploadState.REFUSED
                        ? objects.remove(upload.objectKey()).thenReturn(ended)
                        : Mono.just(ended));
    }

    private Mono<UploadDocument> ended(UploadDocument upload, Bson update) {
        return uploads.findAndUpdate(and(eq("_id", upload.id()), eq("state", UploadState.OPEN.name())), update)
                .switchIfEmpty(uploads.find(upload.id()));
    }
}
