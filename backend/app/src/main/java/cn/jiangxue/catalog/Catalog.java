package cn.jiangxue.catalog;

import cn.jiangxue.catalog.rules.LessonMarkdown;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.ChapterView;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.CourseState;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Published courses, for other features and for readers. */
public final class Catalog {

    private final Documents<CourseDocument> courses;
    private final Documents<VersionDocument> versions;
    private final Occupations occupations;
    private final Organisations organisations;
    private final Supplier<VersionReaders> readers;

    /** {@code readers} is asked at the first need only: whoever keeps learners on versions itself stands on this. */
    Catalog(
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            Occupations occupations,
            Organisations organisations,
            Supplier<VersionReaders> readers) {
        this.courses = courses;
        this.versions = versions;
        this.occupations = occupations;
        this.organisations = organisations;
        this.readers = readers;
    }

    /** The version in force; empty when the course was never published or is withdrawn. */
    public Mono<PublishedCourse> published(UUID courseId) {
        return courses.find(courseId)
                .filter(course -> course.state() == CourseState.PUBLISHED)
                .flatMap(course -> version(course, course.publishedVersion()));
    }

    /** A version that is or was in force; empty when there is none such. */
    public Mono<PublishedCourse> version(UUID courseId, int version) {
        return courses.find(courseId)
                .filter(course -> version >= 1 && version <= course.publishedVersion())
                .flatMap(course -> version(course, version));
    }

    /** Whether the caller is a trainer in the organisation the course belongs to. */
    public Mono<Boolean> isTrainerOf(Caller caller, UUID courseId) {
        return courses.find(courseId)
                .map(course -> caller.has(Role.TRAINER, course.organisationId()))
                .defaultIfEmpty(false);
    }

    /**
     * The version in force, or the given one, as learners read it. A withdrawn course can still be read. An earlier version is there for those enrolled on it and
     * for the course's trainers.
     */
    Mono<CourseView> view(Caller caller, UUID courseId, @Nullable Integer version) {
        return courses.find(courseId)
                .filter(course -> course.publishedVersion() > 0)
                .filter(course -> version == null || (version >= 1 && version <= course.publishedVersion()))
                .filterWhen(course -> mayRead(caller, course, version))
                .flatMap(course -> version(course, version == null ? course.publishedVersion() : version))
                .flatMap(this::view)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Boolean> mayRead(Caller caller, CourseDocument course, @Nullable Integer version) {
        return version == null
                        || version == course.publishedVersion()
                        || caller.has(Role.TRAINER, course.organisationId())
                ? Mono.just(true)
                : readers.get().isOn(caller.learnerId(), course.id(), version);
    }

    /** A draft as learners would read it; {@code version} 0. */
    Mono<CourseView> preview(CourseDocument course) {
        return organisations
                .name(course.organisationId())
                .map(name ->
                        view(course.id(), 0, course.organisationId(), name, course.draft(), false, course.changedAt()));
    }

    private Mono<PublishedCourse> version(CourseDocument course, int version) {
        return versions.find(VersionDocument.key(course.id(), version))
                .map(found -> found.view(course.state() == CourseState.WITHDRAWN));
    }

    private Mono<CourseView> view(PublishedCourse course) {
        return organisations
                .name(course.organisationId())
                .map(name -> view(
                        course.courseId(),
                        course.version(),
                        course.organisationId(),
                        name,
                        course.content(),
                        course.withdrawn(),
                        course.publishedAt()));
    }

    private CourseView view(
            UUID id,
            int version,
            UUID organisationId,
            LocalText organisation,
            CourseContent content,
            boolean withdrawn,
            java.time.Instant at) {
        return new CourseView(
                id,
                version,
                content.title(),
                content.summary(),
                occupations.of(content.occupationCode()),
                content.grade(),
                content.classHours(),
                content.posterMediaId(),
                organisationId,
                organisation,
                content.rules(),
                content.chapters().stream().map(Catalog::chapter).toList(),
                withdrawn,
                at);
    }

    private static ChapterView chapter(Chapter chapter) {
        return new ChapterView(
                chapter.id(),
                chapter.title(),
                chapter.lessons().stream().map(Catalog::lesson).toList());
    }

    private static LessonView lesson(Lesson lesson) {
        LocalText markdown = lesson.markdown();
        return new LessonView(
                lesson.id(),
                lesson.kind(),
                lesson.title(),
                markdown == null ? null : LessonMarkdown.toHtml(markdown),
                lesson.mediaId(),
                lesson.paper(),
                lesson.nominalMinutes());
    }
}
