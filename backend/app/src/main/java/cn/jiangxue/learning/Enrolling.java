package cn.jiangxue.learning;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.catalog.PublishedCourse;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.learning.rules.Completion;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts learners on courses. A learner is on a course once, on the version that was in force when they came. */
final class Enrolling {

    private final Documents<EnrolmentDocument> enrolments;
    private final Documents<ClaimDocument> claims;
    private final Catalog catalog;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Enrolling(
            Documents<EnrolmentDocument> enrolments,
            Documents<ClaimDocument> claims,
            Catalog catalog,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.enrolments = enrolments;
        this.claims = claims;
        this.catalog = catalog;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who is enrolled, on whose behalf and until when.
     *
     * @param organisationId null: they enrol themselves
     * @param within the organisations whose administrators see the learner
     */
    record Wanted(
            UUID personId,
            UUID learnerId,
            UUID courseId,
            @Nullable UUID organisationId,
            Set<UUID> within,
            @Nullable LocalDate dueOn,
            UUID actorId) {}

    sealed interface Result {
        EnrolmentDocument enrolment();

        record Enrolled(EnrolmentDocument enrolment) implements Result {}

        record Already(EnrolmentDocument enrolment) implements Result {}
    }

    /** Enrols under the client's id; a repeat answers the same, an enrolment under another id is {@link Result.Already}. */
    Mono<Result> enrol(UUID id, Wanted wanted) {
        return enrolments
                .find(id)
                .map(known -> repeated(known, wanted))
                .switchIfEmpty(Mono.defer(() -> claim(id, wanted)));
    }

    /** Whether the learner is on the course already. */
    Mono<Boolean> isEnrolled(UUID learnerId, UUID courseId) {
        return claims.find(ClaimDocument.key(learnerId, courseId)).hasElement();
    }

    private static Result repeated(EnrolmentDocument known, Wanted wanted) {
        if (!known.learnerId().equals(wanted.learnerId())) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        if (!known.courseId().equals(wanted.courseId())) {
            throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, known.id());
        }
        return new Result.Enrolled(known);
    }

    private Mono<Result> claim(UUID id, Wanted wanted) {
        String key = ClaimDocument.key(wanted.learnerId(), wanted.courseId());
        return catalog.published(wanted.courseId())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.COURSE_NOT_OPEN)))
                .flatMap(course -> claims.insert(new ClaimDocument(key, ClaimDocument.SCHEMA, id))
                        .then(claims.find(key))
                        .flatMap(claim -> store(claim.enrolmentId(), id, wanted, course)));
    }

    /** Under the id that holds the claim; a claim whose enrolment was never written (a crash in between) is made good here. */
    private Mono<Result> store(UUID claimed, UUID asked, Wanted wanted, PublishedCourse course) {
        EnrolmentDocument fresh = fresh(claimed, wanted, course);
        return enrolments.insert(fresh).flatMap(inserted -> {
            if (inserted) {
                outbox.wake(EnrolmentDocument.COLLECTION);
                return Mono.just(new Result.Enrolled(fresh));
            }
            return enrolments
                    .find(claimed)
                    .map(known -> claimed.equals(asked) ? new Result.Enrolled(known) : new Result.Already(known));
        });
    }

    private EnrolmentDocument fresh(UUID id, Wanted wanted, PublishedCourse course) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        var fact = new AuditFact(
                "enrolment.made",
                wanted.actorId(),
                wanted.organisationId(),
                "enrolment:" + id,
                Map.of("course", wanted.courseId().toString(), "version", String.valueOf(course.version())));
        return new EnrolmentDocument(
                id,
                EnrolmentDocument.SCHEMA,
                1,
                wanted.personId(),
                wanted.learnerId(),
                course.courseId(),
                course.version(),
                course.content().title(),
                course.content().posterMediaId(),
                wanted.organisationId(),
                List.copyOf(wanted.within()),
                EnrolmentState.ACTIVE,
                course.content().rules().minimumStudyPercent(),
                course.content().rules().textCountsSeconds(),
                course.lessons().stream().map(lesson -> part(lesson, course)).toList(),
                wanted.dueOn(),
                now,
                now,
                null,
                List.of(events.store(fact)),
                now);
    }

    private static LessonPart part(Lesson lesson, PublishedCourse course) {
        int seconds = course.videoSeconds().getOrDefault(lesson.id(), 0);
        int needed = Completion.neededSeconds(seconds, course.content().rules().coveragePercent());
        return new LessonPart(
                lesson.id(),
                lesson.kind(),
                lesson.title(),
                seconds,
                needed,
                new byte[0],
                0,
                0,
                null,
                false,
                null,
                null);
    }
}
