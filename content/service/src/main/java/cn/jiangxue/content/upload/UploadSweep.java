package cn.jiangxue.content.upload;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.media.MediaKeys;
import cn.jiangxue.content.media.MediaLibrary;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.content.objects.StoredObjects.Found;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes away what nobody will come back for: uploads given up, files refused, evidence never handed in, and whatever in the store belongs to nothing. The documents
 * are the truth; what is listed in the store is only ever removed, and only when it is older than a day, so that nothing on its way in is mistaken for an orphan.
 * Every step may run on several machines at once.
 */
final class UploadSweep {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration ORPHAN_AGE = Duration.ofHours(24);

    /** How long an ended upload is remembered, and evidence nobody asked for is kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    /** Nothing outside is touched, should the bucket hold other things too. */
    private static final List<String> OURS = List.of("source/", "evidence/", "play/");

    private final Documents<UploadDocument> uploads;
    private final StoredObjects objects;
    private final MediaLibrary library;
    private final UploadFacts facts;
    private final Clock clock;

    UploadSweep(
            Documents<UploadDocument> uploads,
            StoredObjects objects,
            MediaLibrary library,
            UploadFacts facts,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.library = library;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a sweep removed. */
    record Swept(long uploads, long objects, long multiparts) {}

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    Mono<Void> everyHour() {
        return sweep().doOnNext(swept -> LOG.info(
                        "swept {} uploads, {} objects, {} unfinished multiparts",
                        swept.uploads(),
                        swept.objects(),
                        swept.multiparts()))
                .doOnError(e -> LOG.warn("the sweep was cut short: {}", e.toString()))
                .onErrorComplete()
                .then();
    }

    Mono<Swept> sweep() {
        return givenUp()
                .count()
                .zipWhen(abandoned -> forgotten().count(), Long::sum)
                .zipWhen(ended -> orphans().count())
                .zipWhen(
                        counts -> staleMultiparts().count(),
                        (counts, multiparts) -> new Swept(counts.getT1(), counts.getT2(), multiparts));
    }

    private Flux<UploadDocument> givenUp() {
        Bson expired = and(eq("state", UploadState.OPEN.name()), lt("expiresAt", clock.instant()));
        return uploads.list(expired, Sorts.ascending("expiresAt"), BATCH).concatMap(this::giveUp);
    }

    /** One whose video is queued already was completed by a request that did not live to say so. */
    private Mono<UploadDocument> giveUp(UploadDocument upload) {
        return library.has(upload.id())
                .map(queued -> queued
                        ? combine(set("state", UploadState.COMPLETED.name()), facts.completed(upload))
                        : set("state", UploadState.ABANDONED.name()))
                .flatMap(end -> uploads.findAndUpdate(
                        and(
                                eq("_id", upload.id()),
                                eq("state", UploadState.OPEN.name()),
                                lt("expiresAt", clock.instant())),
                        end))
                .flatMap(ended -> ended.state() == UploadState.COMPLETED
                        ? Mono.just(ended)
                        : objects.abort(ended.objectKey(), ended.multipartId())
                                .then(objects.remove(ended.objectKey()))
                                .thenReturn(ended));
    }

    private Flux<UploadDocument> forgotten() {
        Instant before = clock.instant().minus(KEPT);
        Bson over = and(
                in("state", List.of(UploadState.ABANDONED.name(), UploadState.REFUSED.name())),
                lt("expiresAt", before));
        Bson unused = and(
                eq("state", UploadState.COMPLETED.name()),
                lt("expiresAt", before),
                eq("kind", UploadKind.EVIDENCE.name()),
                exists("usedAt", false));
        return Flux.concat(
                uploads.list(over, Sorts.ascending("expiresAt"), BATCH).concatMap(this::forget),
                uploads.list(unused, Sorts.ascending("expiresAt"), BATCH).concatMap(this::takeAway));
    }

    /** Not while it has something to tell: the next sweep comes. */
    private Mono<UploadDocument> forget(UploadDocument upload) {
        return uploads.delete(and(eq("_id", upload.id()), exists("outboxAt", false)))
                .filter(removed -> removed == 1)
                .flatMap(removed -> objects.remove(upload.objectKey()).thenReturn(upload));
    }

    private Mono<UploadDocument> takeAway(UploadDocument upload) {
        return uploads.findAndUpdate(
                        and(eq("_id", upload.id()), eq("state", UploadState.COMPLETED.name()), exists("usedAt", false)),
                        combine(set("state", UploadState.ABANDONED.name()), facts.swept(upload)))
                .flatMap(taken -> objects.remove(taken.objectKey()).thenReturn(taken));
    }

    private Flux<Found> orphans() {
        return objects.after("")
                .collectList()
                .expand(page -> page.size() < 1_000
                        ? Mono.<List<Found>>empty()
                        : objects.after(page.getLast().key()).collectList())
                .concatMapIterable(page -> page)
                .filter(this::isOld)
                .filter(found -> OURS.stream().anyMatch(found.key()::startsWith))
                // The pieces of one video stand together in the listing: one question answers for all of them.
                .bufferUntilChanged(UploadSweep::ownerOf)
                .filterWhen(together -> belongToNothing(together.getFirst()))
                .concatMapIterable(together -> together)
                .concatMap(orphan -> objects.remove(orphan.key()).thenReturn(orphan));
    }

    private static Object ownerOf(Found found) {
        return MediaKeys.ownerOf(found.key()).<Object>map(owner -> owner).orElse(found.key());
    }

    private Flux<Found> staleMultiparts() {
        return objects.unfinished()
                .filter(this::isOld)
                .filterWhen(multipart -> isOpen(multipart).map(open -> !open))
                .concatMap(stale -> objects.abort(stale.key(), stale.uploadId()).thenReturn(stale));
    }

    private boolean isOld(Found found) {
        return found.at().isBefore(clock.instant().minus(ORPHAN_AGE));
    }

    private Mono<Boolean> belongToNothing(Found found) {
        var playable = MediaKeys.ownerOf(found.key());
        if (playable.isPresent()) {
            return library.uses(playable.get()).map(used -> !used);
        }
        return Mono.justOrEmpty(UploadKeys.ownerOf(found.key()))
                .flatMap(uploads::find)
                .filter(upload -> upload.state() == UploadState.COMPLETED || upload.state() == UploadState.OPEN)
                .hasElement()
                .map(known -> !known);
    }

    private Mono<Boolean> isOpen(Found multipart) {
        return Mono.justOrEmpty(UploadKeys.ownerOf(multipart.key()))
                .flatMap(uploads::find)
                .map(upload -> upload.state() == UploadState.OPEN
                        && upload.multipartId().equals(multipart.uploadId()))
                .defaultIfEmpty(false);
    }
}
