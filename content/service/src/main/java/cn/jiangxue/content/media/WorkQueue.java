package cn.jiangxue.content.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.media.MediaDocument.StoredRendition;
import cn.jiangxue.content.media.rules.WorkRules;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Videos waiting to be worked on, shared out among any number of workers on any number of machines. Whoever takes one holds it under a lease; every later word
 * on it is guarded by still being the holder, so a worker that was taken for dead cannot disturb the one that took over.
 */
public final class WorkQueue {

    private static final int LOOKED_AT = 8;

    private final MediaCollections collections;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);

    WorkQueue(MediaCollections collections, Clock clock) {
        this.collections = collections;
        this.clock = clock;
    }

    /** Wakes one worker of this process; others look by themselves within a second. */
    void ring() {
        bell.release();
    }

    /** Returns when there may be work, or after this long. */
    public void awaitWork(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Takes the next video on: first those whose worker died, then the longest waiting. Empty when there is nothing to do. */
    public Mono<Job> take(UUID worker) {
        return Flux.concat(Flux.defer(this::abandoned), Flux.defer(this::waiting))
                .concatMap(candidate -> lease(candidate, worker))
                .next()
                .map(taken -> new Job(
                        taken.id(), worker, taken.tries(), taken.sourceKey(), taken.sizeBytes(), taken.sha256()));
    }

    private Flux<MediaDocument> abandoned() {
        return collections
                .media()
                .list(
                        and(eq("state", MediaState.RUNNING.name()), lt("leaseUntil", clock.instant())),
                        Sorts.ascending("leaseUntil"),
                        LOOKED_AT);
    }

    private Flux<MediaDocument> waiting() {
        return collections
                .media()
                .list(
                        and(eq("state", MediaState.QUEUED.name()), lte("notBefore", clock.instant())),
                        Sorts.ascending("queuedAt"),
                        LOOKED_AT);
    }

    /** Guarded by everything that another worker would have changed by taking it first. One that died too often fails instead. */
    private Mono<MediaDocument> lease(MediaDocument seen, UUID worker) {
        Bson unchanged = and(
                eq("_id", seen.id()),
                eq("state", seen.state().name()),
                eq("tries", seen.tries()),
                eq("leaseUntil", seen.leaseUntil()));
        if (!WorkRules.mayTryAgain(seen.tries())) {
            return collections
                    .media()
                    .update(unchanged, failed(MediaFailure.WORKER_LOST))
                    .then(Mono.empty());
        }
        Bson taken = combine(
                set("state", MediaState.RUNNING.name()),
                set("worker", worker),
                set("leaseUntil", clock.instant().plus(WorkRules.LEASE)),
                set("progressPercent", 0),
                inc("tries", 1));
        return collections.media().findAndUpdate(unchanged, taken);
    }

    /** Says that the worker lives and how far it is. False when the video is no longer its own: it must stop. */
    public Mono<Boolean> renew(Job job, int percent) {
        return collections
                .media()
                .update(
                        held(job),
                        combine(
                                set("leaseUntil", clock.instant().plus(WorkRules.LEASE)),
                                set("progressPercent", percent)))
                .map(matched -> matched == 1);
    }

    /** Remembers what the source is, so that a later try notices when it changed. */
    public Mono<Boolean> identify(Job job, String sha256) {
        return collections.media().update(held(job), set("sha256", sha256)).map(matched -> matched == 1);
    }

    /** The video is playable. False when it was no longer this worker's; what it made is then an orphan. */
    public Mono<Boolean> finish(Job job, Made made) {
        var sizes = made.sizes().stream()
                .map(size -> new StoredRendition(
                        size.name(),
                        size.width(),
                        size.height(),
                        size.peakBitsPerSecond(),
                        size.averageBitsPerSecond(),
                        size.codecs()))
                .toList();
        Bson ready = combine(
                set("state", MediaState.READY.name()),
                set("run", made.run()),
                set("durationMillis", made.durationMillis()),
                set("renditions", sizes),
                set("progressPercent", 100),
                unset("failure"),
                unset("worker"),
                unset("leaseUntil"));
        return Flux.fromIterable(made.sizes())
                .concatMap(size -> collections.renditions().insert(rendition(job, made, size)))
                .then(Mono.defer(() -> collections.media().update(held(job), ready)))
                .map(matched -> matched == 1);
    }

    private static RenditionDocument rendition(Job job, Made made, Made.Size size) {
        return new RenditionDocument(
                RenditionDocument.idOf(made.run(), size.name()),
                1,
                job.mediaId(),
                made.run(),
                size.initFile(),
                size.segments().stream().map(Made.Segment::file).toList(),
                size.segments().stream().map(Made.Segment::durationMicros).toList());
    }

    /** The try failed: for good when the file is at fault or this was the last, else the video waits and is tried again. */
    public Mono<Void> fail(Job job, MediaFailure why) {
        Bson then = why.fileAtFault() || !WorkRules.mayTryAgain(job.tries())
                ? failed(why)
                : waitingUntil(clock.instant().plus(WorkRules.pauseAfter(job.tries())));
        return collections.media().update(held(job), then).then();
    }

    /** The worker is asked to stop: the video goes back as if it had not been taken. */
    public Mono<Void> giveBack(Job job) {
        return collections
                .media()
                .update(held(job), combine(waitingUntil(clock.instant()), inc("tries", -1)))
                .then();
    }

    private static Bson held(Job job) {
        return and(eq("_id", job.mediaId()), eq("state", MediaState.RUNNING.name()), eq("worker", job.worker()));
    }

    private static Bson failed(MediaFailure why) {
        return combine(
                set("state", MediaState.FAILED.name()),
                set("failure", why.name()),
                set("progressPercent", 0),
                unset("worker"),
                unset("leaseUntil"));
    }

    private static Bson waitingUntil(Instant notBefore) {
        return combine(
                set("state", MediaState.QUEUED.name()),
                set("notBefore", notBefore),
                set("progressPercent", 0),
                unset("worker"),
                unset("leaseUntil"));
    }
}
