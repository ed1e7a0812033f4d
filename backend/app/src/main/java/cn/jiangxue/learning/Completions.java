package cn.jiangxue.learning;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.catalog.PublishedCourse;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts together what is told when a course is passed: all an award will ever rest on. */
final class Completions {

    private final Catalog catalog;
    private final Organisations organisations;
    private final Events events;

    Completions(Catalog catalog, Organisations organisations, Events events) {
        this.catalog = catalog;
        this.organisations = organisations;
        this.events = events;
    }

    Mono<StoredEvent> told(EnrolmentDocument enrolment, Instant now) {
        return catalog.version(enrolment.courseId(), enrolment.courseVersion())
                .zipWhen(course -> organisations.name(course.organisationId()))
                .map(both -> events.store(completed(enrolment, both.getT1(), both.getT2(), now)));
    }

    private static CourseCompleted completed(
            EnrolmentDocument enrolment, PublishedCourse course, LocalText issuer, Instant now) {
        List<LessonEvidence> lessons =
                enrolment.lessons().stream().map(part -> evidence(part, now)).toList();
        return new CourseCompleted(
                enrolment.learnerId(),
                enrolment.id(),
                enrolment.courseId(),
                enrolment.courseVersion(),
                enrolment.courseTitle(),
                course.organisationId(),
                issuer,
                course.content().occupationCode(),
                course.content().grade(),
                course.content().classHours(),
                score(lessons),
                enrolment.studySeconds(),
                lessons,
                StudyEvidence.hash(enrolment.id(), enrolment.courseVersion(), lessons),
                now);
    }

    private static LessonEvidence evidence(LessonPart part, Instant now) {
        Instant completed = part.completedAt();
        return new LessonEvidence(
                part.lessonId(),
                part.title(),
                part.kind(),
                Coverage.of(part.coverage()).seconds(),
                part.studySeconds(),
                part.scorePercent(),
                Instant.ofEpochMilli((completed == null ? now : completed).toEpochMilli()));
    }

    private static @Nullable Integer score(List<LessonEvidence> lessons) {
        OptionalDouble mean = lessons.stream()
                .map(LessonEvidence::scorePercent)
                .filter(Objects::nonNull)
                .mapToInt(score -> score)
                .average();
        return mean.isPresent() ? (int) Math.floor(mean.getAsDouble()) : null;
    }
}
