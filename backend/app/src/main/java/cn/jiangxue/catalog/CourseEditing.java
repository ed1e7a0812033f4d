package cn.jiangxue.catalog;

import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.catalog.rules.CourseLimits;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.DraftEdit;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Flaw;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Drafts, for the trainers of the course's organisation; to others the course does not exist. */
final class CourseEditing {

    private static final int PAGE = 20;

    private final Documents<CourseDocument> courses;
    private final NewestFirst<CourseDocument> newest;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    CourseEditing(Documents<CourseDocument> courses, Events events, Outbox outbox, Clock clock) {
        this.courses = courses;
        this.newest = new NewestFirst<>(courses, "changedAt", PAGE, CourseDocument::changedAt, CourseDocument::id);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Page<CourseForTrainer>> mine(Caller caller, @Nullable String cursor) {
        return newest.page(in("organisationId", caller.organisationsAs(Role.TRAINER)), cursor, CourseDocument::view);
    }

    Mono<CourseForTrainer> find(Caller caller, UUID id) {
        return owned(caller, id).map(CourseDocument::view);
    }

    /** The course when the caller is a trainer of its organisation, else NOT_FOUND. */
    Mono<CourseDocument> owned(Caller caller, UUID id) {
        return courses.find(id)
                .filter(course -> caller.has(Role.TRAINER, course.organisationId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    Mono<CourseForTrainer> create(Caller caller, UUID id, NewCourse course) {
        if (!caller.has(Role.TRAINER, course.organisationId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_ALLOWED));
        }
        refuse(CourseLimits.flaws(course.content()));
        var fact = fact("course.created", caller, course.organisationId(), id, Map.of());
        var made =
                CourseDocument.made(id, course.organisationId(), course.content(), clock.instant(), events.store(fact));
        return courses.insert(made)
                .doOnNext(inserted -> outbox.wake(CourseDocument.COLLECTION))
                .flatMap(inserted -> inserted ? Mono.just(made) : repeated(caller, made))
                .map(CourseDocument::view);
    }

    private Mono<CourseDocument> repeated(Caller caller, CourseDocument made) {
        return owned(caller, made.id())
                .filter(known -> known.organisationId().equals(made.organisationId())
                        && known.draft().equals(made.draft()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CONFLICTING_REPEAT, made.id())));
    }

    Mono<CourseForTrainer> saveDraft(Caller caller, UUID id, DraftEdit edit) {
        refuse(CourseLimits.flaws(edit.content()));
        return owned(caller, id)
                .flatMap(course -> save(course, edit.revision(), edit.content()))
                .map(CourseDocument::view);
    }

    /** A save that was answered and sent again is the same save. */
    private Mono<CourseDocument> save(CourseDocument course, int editedFrom, CourseContent content) {
        if (course.revision() == editedFrom + 1L && course.draft().equals(content)) {
            return Mono.just(course);
        }
        if (course.revision() != editedFrom) {
            return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
        }
        var edited = course.edited(content, clock.instant());
        return courses.replace(course.id(), course.revision(), edited)
                .filter(replaced -> replaced)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .thenReturn(edited);
    }

    static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            var refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            flaws.forEach(flaw -> refusal.field("content." + flaw.field(), flaw.message()));
            throw refusal;
        }
    }

    static AuditFact fact(String action, Caller caller, UUID organisation, UUID course, Map<String, String> facts) {
        return new AuditFact(action, caller.personId(), organisation, "course:" + course, facts);
    }
}
