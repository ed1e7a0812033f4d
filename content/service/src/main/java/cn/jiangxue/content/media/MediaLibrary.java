package cn.jiangxue.content.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.jiangxue.content.contract.MediaApi.CaptionsEdit;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.media.MediaDocument.CaptionTrack;
import cn.jiangxue.content.media.rules.CaptionLanguage;
import cn.jiangxue.content.media.rules.CaptionText;
import cn.jiangxue.content.media.rules.WorkRules;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Actor;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PreviewGrant;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.ServiceCaller;
import cn.jiangxue.platform.StudyGrant;
import com.mongodb.client.model.CountOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Videos as trainers and other services see them. A video of an organisation the caller is no trainer of does not exist for them. */
public final class MediaLibrary {

    private final MediaCollections collections;
    private final WorkQueue work;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    MediaLibrary(MediaCollections collections, WorkQueue work, Events events, Outbox outbox, Clock clock) {
        this.collections = collections;
        this.work = work;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A file that was sent and is to become a video. */
    public record NewMedia(
            UUID id, UUID organisationId, UUID uploaderId, String fileName, String sourceKey, long sizeBytes) {}

    /** A video with its place in the queue, 0 when it does not wait. */
    record Placed(MediaDocument media, int place) {}

    /** Refuses with BUSY when the queue, or the organisation's share of it, is full. */
    public Mono<Void> ensureRoom(UUID organisationId) {
        Bson waiting = eq("state", MediaState.QUEUED.name());
        return Mono.zip(
                        count(waiting, WorkRules.MOST_WAITING),
                        count(and(eq("organisationId", organisationId), waiting), WorkRules.MOST_WAITING_OF_ONE))
                .filter(waitingNow -> waitingNow.getT1() < WorkRules.MOST_WAITING
                        && waitingNow.getT2() < WorkRules.MOST_WAITING_OF_ONE)
                .switchIfEmpty(
                        Mono.error(() -> new ProblemException(ProblemCode.BUSY).retryAfter(Duration.ofMinutes(5))))
                .then();
    }

    /** Puts a video in the queue. Doing so again changes nothing. */
    public Mono<Void> queue(NewMedia file) {
        Instant now = clock.instant();
        return collections
                .media()
                .insert(new MediaDocument(
                        file.id(),
                        1,
                        file.organisationId(),
                        file.uploaderId(),
                        file.fileName(),
                        file.sourceKey(),
                        file.sizeBytes(),
                        now,
                        MediaState.QUEUED,
                        0,
                        now,
                        now,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        0,
                        List.of(),
                        Map.of()))
                .doOnNext(first -> work.ring())
                .then();
    }

    /** Whether there is such a video, whosoever it is. */
    public Mono<Boolean> has(UUID id) {
        return collections.media().find(id).hasElement();
    }

    /** Whether files of this run are in use or may come to be: of the run that is played, or of any run while work goes on. */
    public Mono<Boolean> uses(MediaKeys.Owner owner) {
        return collections
                .media()
                .find(owner.mediaId())
                .map(media -> owner.run().equals(media.run()) || media.state() == MediaState.RUNNING)
                .defaultIfEmpty(false);
    }

    Mono<Placed> see(Actor actor, UUID id) {
        return collections
                .media()
                .find(id)
                .filter(media -> mayManage(actor, media))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(this::placed);
    }

    private static boolean mayManage(Actor actor, MediaDocument media) {
        return switch (actor) {
            case Caller caller -> caller.has(Role.TRAINER, media.organisationId());
            case ServiceCaller ignored -> true;
            case StudyGrant ignored -> false;
            case PreviewGrant ignored -> false;
        };
    }

    private Mono<Placed> placed(MediaDocument media) {
        if (media.state() != MediaState.QUEUED) {
            return Mono.just(new Placed(media, 0));
        }
        Bson before = and(eq("state", MediaState.QUEUED.name()), lt("queuedAt", media.queuedAt()));
        return count(before, WorkRules.MOST_WAITING).map(ahead -> new Placed(media, ahead + 1));
    }

    private Mono<Integer> count(Bson filter, int most) {
        return Mono.from(collections.media().raw().countDocuments(filter, new CountOptions().limit(most)))
                .map(Math::toIntExact);
    }

    /** Saves captions in one language, in place of those there were. */
    Mono<Placed> saveCaptions(Caller caller, UUID id, String language, CaptionsEdit edit) {
        return see(caller, id)
                .flatMap(found -> checked(found.media(), language, edit)
                        .flatMap(clean -> stored(
                                caller, found.media(), language, edit.label().strip(), clean)))
                .doOnSuccess(done -> outbox.wake(MediaDocument.COLLECTION))
                .then(Mono.defer(() -> see(caller, id)));
    }

    private static Mono<String> checked(MediaDocument media, String language, CaptionsEdit edit) {
        if (edit.text().getBytes(StandardCharsets.UTF_8).length > CaptionText.LARGEST_BYTES) {
            return Mono.error(new ProblemException(ProblemCode.TOO_LARGE, "1 MiB"));
        }
        var refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        boolean wrong = false;
        if (!CaptionLanguage.known(language)) {
            refusal.field("language", new LocalText("语言代码应如 zh 或 en。", "The language must be a tag such as zh or en."));
            wrong = true;
        }
        if (media.tracks().size() >= CaptionLanguage.MOST && !media.tracks().containsKey(language)) {
            refusal.field(
                    "language",
                    new LocalText(
                            "一个视频最多 " + CaptionLanguage.MOST + " 种字幕。",
                            "A video has at most " + CaptionLanguage.MOST + " caption languages."));
            wrong = true;
        }
        if (edit.label().isBlank() || edit.label().length() > CaptionLanguage.LABEL_LENGTH) {
            refusal.field(
                    "label",
                    new LocalText(
                            "名称需为 1 至 " + CaptionLanguage.LABEL_LENGTH + " 个字符。",
                            "The label must have 1 to " + CaptionLanguage.LABEL_LENGTH + " characters."));
            wrong = true;
        }
        switch (CaptionText.read(edit.text())) {
            case CaptionText.Clean clean -> {
                return wrong ? Mono.error(refusal) : Mono.just(clean.webVtt());
            }
            case CaptionText.Faulty faulty -> {
                faulty.faults().forEach(fault -> refusal.field("text", fault));
                return Mono.error(refusal);
            }
        }
    }

    /** The text first, then its mention in the video: a mention always has a text. */
    private Mono<Void> stored(Caller caller, MediaDocument media, String language, String label, String webVtt) {
        UUID id = media.id();
        String version = versionOf(webVtt);
        var fact = new AuditFact(
                "video.captions-saved",
                caller.personId(),
                media.organisationId(),
                "media:" + id,
                Map.of("language", language, "version", version));
        Bson mentioned = combine(
                set("captions." + language, new CaptionTrack(label, version)),
                push("outbox", events.store(fact)),
                set("outboxAt", clock.instant()));
        var document = new CaptionDocument(
                CaptionDocument.idOf(id, language), 1, id, language, version, webVtt, clock.instant());
        return collections
                .captions()
                .insert(document)
                .flatMap(inserted -> inserted
                        ? Mono.just(true)
                        : collections.captions().replaceIf(eq("_id", document.id()), document))
                .then(collections.media().update(eq("_id", id), mentioned))
                .then();
    }

    private static String versionOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Queues a failed video again, with three new tries, at the end of the queue. One that waits or runs already stays as it is. */
    Mono<Placed> retry(Caller caller, UUID id) {
        return see(caller, id)
                .flatMap(found -> switch (found.media().state()) {
                    case FAILED -> queuedAgain(found.media());
                    case QUEUED, RUNNING -> Mono.just(found.media());
                    case READY -> Mono.<MediaDocument>error(new ProblemException(ProblemCode.MEDIA_NOT_FAILED));
                })
                .then(Mono.defer(() -> see(caller, id)));
    }

    private Mono<MediaDocument> queuedAgain(MediaDocument media) {
        Instant now = clock.instant();
        Bson again = combine(
                set("state", MediaState.QUEUED.name()),
                set("tries", 0),
                set("queuedAt", now),
                set("notBefore", now),
                unset("failure"));
        return ensureRoom(media.organisationId())
                .then(collections
                        .media()
                        .findAndUpdate(and(eq("_id", media.id()), eq("state", MediaState.FAILED.name())), again))
                .doOnNext(queued -> work.ring())
                .defaultIfEmpty(media);
    }
}
