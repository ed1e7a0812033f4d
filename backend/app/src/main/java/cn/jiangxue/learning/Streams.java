package cn.jiangxue.learning;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.People;
import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.StudyGrant;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.platform.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Opens streams: one counts for each person, the newest. */
final class Streams {

    /** How often a player is asked to report, in seconds. */
    static final int BEAT_SECONDS = 15;

    private final Documents<DeskDocument> desks;
    private final StudyIntake intake;
    private final Catalog catalog;
    private final People people;
    private final TokenIssuer tokens;
    private final Clock clock;

    Streams(
            Documents<DeskDocument> desks,
            StudyIntake intake,
            Catalog catalog,
            People people,
            TokenIssuer tokens,
            Clock clock) {
        this.desks = desks;
        this.intake = intake;
        this.catalog = catalog;
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
    }

    Mono<cn.jiangxue.contract.LearningApi.StudyGrant> open(EnrolmentDocument enrolment, UUID lessonId) {
        return people.consented(enrolment.personId(), ConsentKind.STUDY_RECORD)
                .filter(consented -> consented)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.STUDY_CONSENT_NEEDED)))
                .flatMap(consented -> video(enrolment, lessonId))
                .flatMap(lesson -> open(enrolment, lesson));
    }

    private Mono<Lesson> video(EnrolmentDocument enrolment, UUID lessonId) {
        return catalog.version(enrolment.courseId(), enrolment.courseVersion())
                .flatMap(course -> Mono.justOrEmpty(course.lesson(lessonId)))
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO && lesson.mediaId() != null)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** What the stream before this one counted reaches its enrolment first, so that the lesson is opened as it truly stands. */
    private Mono<cn.jiangxue.contract.LearningApi.StudyGrant> open(EnrolmentDocument enrolment, Lesson lesson) {
        UUID streamId = Uuid7.next(clock);
        return Tries.of(() -> desks.find(enrolment.personId())
                .defaultIfEmpty(DeskDocument.fresh(enrolment.personId(), clock.instant()))
                .flatMap(desk -> desk.untold().isEmpty() ? Mono.just(desk) : intake.settle(desk))
                .flatMap(told ->
                        intake.enrolment(enrolment.id()).flatMap(current -> take(told, current, lesson, streamId))));
    }

    private Mono<cn.jiangxue.contract.LearningApi.StudyGrant> take(
            DeskDocument desk, EnrolmentDocument enrolment, Lesson lesson, UUID streamId) {
        LessonPart part = enrolment.lesson(lesson.id()).orElseThrow();
        UUID mediaId = java.util.Objects.requireNonNull(lesson.mediaId());
        var stream = new Stream(
                streamId,
                enrolment.learnerId(),
                enrolment.id(),
                lesson.id(),
                mediaId,
                part.videoSeconds(),
                part.neededSeconds(),
                part.coverage(),
                part.studyMillis(),
                part.resumeAtSeconds(),
                0);
        DeskDocument opened = desk.opened(stream, Instant.ofEpochMilli(clock.millis()));
        return (desk.revision() == 0 ? desks.insert(opened) : desks.replace(desk.id(), desk.revision(), opened))
                .filter(saved -> saved)
                .map(saved -> grant(enrolment.personId(), stream));
    }

    /** A new grant for the stream of an old one, as long as it is the one that counts. */
    Mono<cn.jiangxue.contract.LearningApi.StudyGrant> renew(StudyGrant grant) {
        return desks.find(grant.personId())
                .filter(desk -> desk.isActive(grant.streamId()))
                .mapNotNull(DeskDocument::stream)
                .map(stream -> grant(grant.personId(), stream))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.STREAM_TAKEN_OVER)));
    }

    private cn.jiangxue.contract.LearningApi.StudyGrant grant(UUID personId, Stream stream) {
        Instant expires = Instant.ofEpochMilli(clock.millis()).plus(tokens.grantLife());
        String token = tokens.studyGrant(new StudyGrant(
                personId,
                stream.learnerId(),
                stream.enrolmentId(),
                stream.lessonId(),
                stream.mediaId(),
                stream.streamId(),
                expires));
        return new cn.jiangxue.contract.LearningApi.StudyGrant(
                token,
                expires,
                stream.streamId(),
                stream.mediaId(),
                "/media/" + stream.mediaId() + "/master.m3u8",
                stream.resumeAtSeconds(),
                BEAT_SECONDS);
    }
}
