package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.People;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.platform.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A learner's own enrolments, and what other features may know and say of them. To others an enrolment does not exist. */
public final class Learning {

    private static final int PAGE = 20;

    private final Documents<EnrolmentDocument> enrolments;
    private final NewestFirst<EnrolmentDocument> newest;
    private final Enrolling enrolling;
    private final Progress progress;
    private final StudyIntake intake;
    private final Streams streams;
    private final StudyRecord record;
    private final Catalog catalog;
    private final People people;

    Learning(
            Documents<EnrolmentDocument> enrolments,
            Enrolling enrolling,
            Progress progress,
            StudyIntake intake,
            Streams streams,
            StudyRecord record,
            Catalog catalog,
            People people) {
        this.enrolments = enrolments;
        this.newest = new NewestFirst<>(
                enrolments, "lastStudiedAt", PAGE, EnrolmentDocument::lastStudiedAt, EnrolmentDocument::id);
        this.enrolling = enrolling;
        this.progress = progress;
        this.intake = intake;
        this.streams = streams;
        this.record = record;
        this.catalog = catalog;
        this.people = people;
    }

    /** The quiz lesson of an enrolment of the caller's; NOT_FOUND when it is none. */
    public Mono<QuizLesson> quizLesson(Caller caller, UUID enrolmentId, UUID lessonId) {
        return mine(caller, enrolmentId)
                .flatMap(enrolment -> catalog.version(enrolment.courseId(), enrolment.courseVersion()))
                .flatMap(course -> Mono.justOrEmpty(course.lesson(lessonId)))
                .filter(lesson -> lesson.kind() == LessonKind.QUIZ && lesson.paper() != null)
                .map(lesson -> new QuizLesson(
                        enrolmentId,
                        caller.learnerId(),
                        lessonId,
                        (PaperRef) java.util.Objects.requireNonNull(lesson.paper()),
                        lesson.title()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** A quiz was passed. Idempotent; the best score stays. */
    public Mono<Void> recordQuizPassed(UUID enrolmentId, UUID lessonId, int scorePercent, Instant at) {
        return progress.quizPassed(enrolmentId, lessonId, scorePercent, Instant.ofEpochMilli(at.toEpochMilli()))
                .then();
    }

    Mono<Enrolment> enrol(Caller caller, UUID id, UUID courseId) {
        return people.find(caller.personId())
                .map(person -> new Enrolling.Wanted(
                        person.personId(), caller.learnerId(), courseId, null, person.reach(), null, person.personId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(wanted -> enrolling.enrol(id, wanted))
                .map(Learning::enrolled);
    }

    private static Enrolment enrolled(Enrolling.Result result) {
        return switch (result) {
            case Enrolling.Result.Enrolled enrolled -> EnrolmentViews.enrolment(enrolled.enrolment());
            case Enrolling.Result.Already already ->
                throw new ProblemException(
                        ProblemCode.ALREADY_ENROLLED, already.enrolment().id());
        };
    }

    Mono<Enrolment> find(Caller caller, UUID id) {
        return mine(caller, id)
                .flatMap(enrolment -> intake.settle(caller.personId()).then(enrolments.find(id)))
                .map(EnrolmentViews::enrolment);
    }

    Mono<Page<Enrolment>> list(Caller caller, @Nullable UUID course, @Nullable String cursor) {
        Bson own = eq("learnerId", caller.learnerId());
        Mono<Void> settled = cursor == null ? intake.settle(caller.personId()) : Mono.empty();
        return settled.then(Mono.defer(() -> newest.page(
                course == null ? own : and(own, eq("courseId", course)), cursor, EnrolmentViews::enrolment)));
    }

    Mono<Page<StudySegment>> segments(Caller caller, UUID id, UUID lessonId, @Nullable String cursor) {
        return mine(caller, id)
                .flatMap(enrolment -> intake.settle(caller.personId()).then(record.page(id, lessonId, cursor)));
    }

    Mono<cn.jiangxue.contract.LearningApi.StudyGrant> openStream(Caller caller, UUID id, UUID lessonId) {
        return mine(caller, id).flatMap(enrolment -> streams.open(enrolment, lessonId));
    }

    Mono<Enrolment> markRead(Caller caller, UUID id, UUID lessonId) {
        return mine(caller, id)
                .filter(enrolment -> enrolment
                        .lesson(lessonId)
                        .filter(part -> part.kind() == LessonKind.TEXT)
                        .isPresent())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(enrolment -> read(caller, enrolment, lessonId))
                .map(EnrolmentViews::enrolment);
    }

    private Mono<EnrolmentDocument> read(Caller caller, EnrolmentDocument enrolment, UUID lessonId) {
        boolean readBefore = enrolment.lesson(lessonId).orElseThrow().isComplete();
        return readBefore
                ? Mono.just(enrolment)
                : intake.earnReading(caller.personId(), enrolment.textCountsSeconds())
                        .defaultIfEmpty(0L)
                        .flatMap(earned -> progress.read(enrolment.id(), lessonId, earned));
    }

    private Mono<EnrolmentDocument> mine(Caller caller, UUID id) {
        return enrolments
                .find(id)
                .filter(enrolment -> enrolment.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
