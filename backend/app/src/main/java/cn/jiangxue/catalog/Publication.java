package cn.jiangxue.catalog;

import cn.jiangxue.catalog.VersionDocument.VideoLength;
import cn.jiangxue.catalog.rules.PublicationRules;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.CourseState;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Flaw;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes drafts into versions. The version's document is written first and means nothing until the course document, guarded by its revision, names it: a crash in
 * between leaves a version nobody sees, which the next attempt overwrites.
 */
final class Publication {

    private final CourseEditing editing;
    private final Documents<CourseDocument> courses;
    private final Documents<VersionDocument> versions;
    private final CourseVideos videos;
    private final List<PublicationCheck> checks;
    private final Occupations occupations;
    private final Organisations organisations;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Publication(
            CourseEditing editing,
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            CourseVideos videos,
            List<PublicationCheck> checks,
            Occupations occupations,
            Organisations organisations,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.editing = editing;
        this.courses = courses;
        this.versions = versions;
        this.videos = videos;
        this.checks = List.copyOf(checks);
        this.occupations = occupations;
        this.organisations = organisations;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<CourseForTrainer> publish(Caller caller, UUID id, int revision) {
        return editing.owned(caller, id)
                .flatMap(course -> isRepeat(course, revision) ? Mono.just(course) : publish(caller, course, revision))
                .map(CourseDocument::view);
    }

    /** The same publication again, after its answer was lost. */
    private static boolean isRepeat(CourseDocument course, int revision) {
        return course.state() == CourseState.PUBLISHED && course.revision() == revision + 1L && !course.draftDiffers();
    }

    private Mono<CourseDocument> publish(Caller caller, CourseDocument course, int revision) {
        if (course.revision() != revision) {
            return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
        }
        return videos.look(course.organisationId(), course.draft())
                .zipWhen(looked -> allFlaws(course, looked))
                .doOnNext(both -> refuse(both.getT2()))
                .flatMap(both -> store(caller, course, both.getT1().lengths()));
    }

    private Mono<List<Flaw>> allFlaws(CourseDocument course, CourseVideos.Looked looked) {
        List<Flaw> found = new ArrayList<>(PublicationRules.missing(course.draft(), occupations.codes()));
        found.addAll(looked.flaws());
        return Flux.fromIterable(checks)
                .concatMap(check -> check.missing(course.organisationId(), course.draft()))
                .collectList()
                .map(more -> {
                    more.forEach(found::addAll);
                    return found;
                });
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            var refusal = new ProblemException(ProblemCode.COURSE_NOT_READY, flaws.size());
            flaws.forEach(flaw -> refusal.field(flaw.field(), flaw.message()));
            throw refusal;
        }
    }

    private Mono<CourseDocument> store(Caller caller, CourseDocument course, List<VideoLength> lengths) {
        Instant now = clock.instant();
        int next = course.publishedVersion() + 1;
        var version = new VersionDocument(
                VersionDocument.key(course.id(), next),
                VersionDocument.SCHEMA,
                course.id(),
                next,
                course.organisationId(),
                course.draft(),
                lengths,
                now);
        return put(version)
                .then(organisations.name(course.organisationId()))
                .map(name -> course.published(card(course, next, name), now, told(caller, course, next)))
                .flatMap(after -> guarded(course, after));
    }

    private Mono<Void> put(VersionDocument version) {
        return Mono.from(versions.raw()
                        .replaceOne(
                                Filters.eq("_id", version.id()),
                                versions.write(version),
                                new ReplaceOptions().upsert(true)))
                .then();
    }

    private Mono<CourseDocument> guarded(CourseDocument before, CourseDocument after) {
        return courses.replace(before.id(), before.revision(), after)
                .filter(replaced -> replaced)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .doOnNext(replaced -> outbox.wake(CourseDocument.COLLECTION))
                .thenReturn(after);
    }

    Mono<CourseForTrainer> withdraw(Caller caller, UUID id) {
        return editing.owned(caller, id)
                .flatMap(course -> switch (course.state()) {
                    case WITHDRAWN -> Mono.just(course);
                    case DRAFT -> Mono.error(new ProblemException(ProblemCode.COURSE_NEVER_PUBLISHED));
                    case PUBLISHED -> guarded(course, course.withdrawn(clock.instant(), toldWithdrawn(caller, course)));
                })
                .map(CourseDocument::view);
    }

    private List<cn.jiangxue.platform.StoredEvent> told(Caller caller, CourseDocument course, int version) {
        var fact = CourseEditing.fact(
                "course.published",
                caller,
                course.organisationId(),
                course.id(),
                Map.of("version", String.valueOf(version)));
        // The audit record first: it must not wait for a search engine that is down.
        return List.of(events.store(fact), events.store(new CourseChanged(course.id(), version, false)));
    }

    private List<cn.jiangxue.platform.StoredEvent> toldWithdrawn(Caller caller, CourseDocument course) {
        var fact = CourseEditing.fact("course.withdrawn", caller, course.organisationId(), course.id(), Map.of());
        return List.of(
                events.store(fact), events.store(new CourseChanged(course.id(), course.publishedVersion(), true)));
    }

    private CourseCard card(CourseDocument course, int version, LocalText organisation) {
        CourseContent content = course.draft();
        int minutes = content.chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .mapToInt(Lesson::nominalMinutes)
                .sum();
        return new CourseCard(
                course.id(),
                version,
                content.title(),
                content.summary(),
                occupations.of(content.occupationCode()),
                content.grade(),
                content.classHours(),
                minutes,
                content.posterMediaId(),
                organisation,
                null,
                null);
    }
}
