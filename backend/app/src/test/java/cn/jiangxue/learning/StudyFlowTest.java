package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiangxue.BackendApplication;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.BeatReply;
import cn.jiangxue.contract.LearningApi.Enrol;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.LearningApi.LessonState;
import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.contract.LearningApi.Span;
import cn.jiangxue.contract.LearningApi.StreamState;
import cn.jiangxue.contract.LearningApi.StudyGrant;
import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.FreshStores;
import cn.jiangxue.testing.MovableClock;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From the enrolment to the last second, over HTTP, with a clock the test puts forward. */
@SpringBootTest(classes = BackendApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {FreshStores.class, FakeMedia.class})
@Import({Site.class, MovableClock.class})
class StudyFlowTest {

    private static final int VIDEO_SECONDS = 120;

    @Autowired
    Site site;

    @Autowired
    MovableClock.Ahead clock;

    @Autowired
    MongoDatabase database;

    private final UUID video = UUID.randomUUID();
    private final UUID secondVideo = UUID.randomUUID();
    private final UUID text = UUID.randomUUID();
    private SignedIn learner;
    private UUID enrolment;

    @BeforeEach
    void enrolled() {
        UUID school = site.employer();
        UUID course = UUID.randomUUID();
        Client trainer = site.person(Role.TRAINER, school).client();
        trainer.put(new NewCourse(school, content(school)), "/api/courses/{id}", course)
                .expectStatus()
                .isOk();
        trainer.post(new Publish(1), "/api/courses/{id}/versions", course)
                .expectStatus()
                .isOk();
        learner = site.person(Role.LEARNER, school);
        enrolment = UUID.randomUUID();
        learner.client()
                .put(new Enrol(course), "/api/enrolments/{id}", enrolment)
                .expectStatus()
                .isOk();
    }

    @Test
    void without_consent_nothing_is_recorded_and_no_stream_opens() {
        learner.client()
                .post(null, "/api/enrolments/{id}/lessons/{l}/study-grants", enrolment, video)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:jiangxue:problem:study-consent-needed");
    }

    @Test
    void a_course_is_passed_second_by_second() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        var done = play(grant, 100, new PlayedInterval(2, 15, 108));
        assertThat(done.lessonComplete()).isTrue();
        assertThat(done.courseComplete()).isFalse();
        var second = open(secondVideo);
        play(second, 120, new PlayedInterval(1, 0, 120));
        learner.client()
                .put(null, "/api/enrolments/{id}/lessons/{l}/reading", enrolment, text)
                .expectStatus()
                .isOk();

        Enrolment passed = standing();

        assertThat(passed.state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(passed.percent()).isEqualTo(100);
        assertThat(passed.continueLessonId()).isNull();
        assertThat(passed.studySeconds()).isBetween(226, 228);
    }

    @Test
    void lost_repeated_and_disordered_beats_count_once() {
        consent();
        var grant = open(video);
        forward(15);
        var lost = new PlayedInterval(1, 0, 15);
        forward(15);
        var second = new PlayedInterval(2, 15, 30);

        BeatReply first = send(grant, 30, lost, second);
        BeatReply repeated = send(grant, 30, lost, second);
        BeatReply late = send(grant, 15, lost);

        assertThat(first.studySeconds()).isEqualTo(30);
        assertThat(first.durableThrough()).isEqualTo(2);
        assertThat(repeated.studySeconds()).isEqualTo(30);
        assertThat(late.covered()).containsExactly(new Span(0, 30));
        assertThat(lesson(video).resumeAtSeconds()).isEqualTo(30);
    }

    @Test
    void many_copies_of_one_beat_at_once_count_once() {
        consent();
        var grant = open(video);
        forward(20);
        var beat = new PlayedInterval(1, 0, 20);

        var replies = Flux.range(0, 24)
                .flatMap(copy -> Flux.defer(() -> Flux.just(send(grant, 20, beat)))
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(replies)
                .hasSize(24)
                .allSatisfy(reply -> assertThat(reply.studySeconds()).isEqualTo(20));
    }

    @Test
    void every_second_is_in_the_study_record_once_at_once_and_after_it_was_told_again_and_again() {
        consent();
        var grant = open(video);
        for (int n = 1; n <= 4; n++) {
            play(grant, 15, new PlayedInterval(n, (n - 1) * 15, n * 15));
        }

        List<StudySegment> atOnce = segments(video);
        play(grant, 15, new PlayedInterval(5, 60, 75));
        List<StudySegment> whileOneIsTold = segments(video);
        forward(400);
        awaitTold();
        play(grant, 15, new PlayedInterval(6, 75, 90));
        List<StudySegment> later = segments(video);

        assertThat(atOnce).extracting(StudySegment::from, StudySegment::to).containsExactly(tuple(0, 60));
        assertThat(Duration.between(atOnce.getFirst().since(), atOnce.getFirst().receivedAt()))
                .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(50));
        assertThat(whileOneIsTold).extracting(StudySegment::from).containsExactly(60, 0);
        assertThat(later).extracting(StudySegment::from).containsExactly(75, 60, 0);
        assertThat(later.subList(1, 3)).isEqualTo(whileOneIsTold);
        assertThat(later.getLast()).isEqualTo(atOnce.getFirst());
        assertThat(lesson(video).studySeconds()).isEqualTo(90);
        assertThat(later.stream().mapToInt(StudySegment::countedSeconds).sum()).isEqualTo(90);
    }

    @Test
    void beats_that_come_while_the_record_is_read_are_on_record_once_each() {
        consent();
        var grant = open(video);
        AtomicBoolean playing = new AtomicBoolean(true);
        Thread reader = Thread.ofVirtual().start(() -> {
            while (playing.get()) {
                segments(video);
            }
        });

        for (int n = 1; n <= 20; n++) {
            play(grant, 2, new PlayedInterval(n, (n - 1) * 2, n * 2));
        }
        playing.set(false);
        join(reader);

        List<StudySegment> record = segments(video);
        assertThat(record.stream().mapToInt(StudySegment::countedSeconds).sum()).isEqualTo(40);
        assertThat(record.stream().mapToInt(one -> one.to() - one.from()).sum()).isEqualTo(40);
        assertThat(lesson(video).studySeconds()).isEqualTo(40);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_an_earlier_release_left_untold_is_told() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        asAnEarlierReleaseKeptIt();

        forward(400);
        awaitTold();

        assertThat(segments(video)).extracting(StudySegment::to).containsExactly(15);
        play(grant, 15, new PlayedInterval(2, 15, 30));
        assertThat(segments(video)).extracting(StudySegment::to).containsExactly(30, 15);
    }

    @Test
    void what_a_release_that_kept_single_beats_may_have_told_does_not_grow() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        segments(video);
        Mono.from(desks().updateOne(
                                eq("_id", learner.personId()),
                                combine(set("schema", 2), unset("sealed"), unset("untold.0.segments.0.since"))))
                .block();
        Mono.from(database.getCollection(SegmentDocument.COLLECTION)
                        .updateMany(eq("enrolmentId", enrolment), combine(set("schema", 1), unset("since"))))
                .block();

        play(grant, 15, new PlayedInterval(2, 15, 30));

        assertThat(segments(video)).extracting(StudySegment::to).containsExactly(30, 15);
        assertThat(segments(video)).allSatisfy(one -> assertThat(one.since()).isEqualTo(one.receivedAt()));
    }

    @Test
    void a_desk_that_cannot_be_told_does_not_keep_the_others_waiting() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        BsonDocument orphan = desk().append("_id", new BsonBinary(UUID.randomUUID()));
        orphan.getDocument("stream").append("enrolmentId", new BsonBinary(UUID.randomUUID()));
        Mono.from(desks().insertOne(orphan)).block();

        forward(400);
        awaitTold();

        assertThat(desk().getArray("untold")).isEmpty();
        assertThat(Mono.from(desks().find(eq("_id", orphan.get("_id")))).block().getArray("untold"))
                .isNotEmpty();
        Mono.from(desks().deleteOne(eq("_id", orphan.get("_id")))).block();
    }

    @Test
    void double_speed_seeks_and_replays_never_earn_more_than_the_clock() {
        consent();
        var grant = open(video);

        var fast = play(grant, 15, new PlayedInterval(1, 0, 30));
        var replay = play(grant, 15, new PlayedInterval(2, 0, 15));
        var seek = play(grant, 10, new PlayedInterval(3, 100, 140));

        assertThat(fast.studySeconds()).isBetween(15, 16);
        assertThat(fast.why()).isEqualTo(NotCounted.FASTER_THAN_THE_CLOCK);
        assertThat(replay.studySeconds()).isEqualTo(fast.studySeconds());
        assertThat(replay.why()).isEqualTo(NotCounted.ALREADY_SEEN);
        assertThat(seek.studySeconds() - replay.studySeconds()).isBetween(10, 12);
        assertThat(seek.coveredSeconds()).isEqualTo(50);
    }

    @Test
    void time_away_is_not_spent_on_the_next_stream() {
        consent();
        open(video);
        forward(3_600);
        var grant = open(video);

        var reply = play(grant, 1, new PlayedInterval(1, 0, 110));

        assertThat(reply.studySeconds()).isLessThanOrEqualTo(2);
    }

    @Test
    void the_newest_stream_counts_and_the_old_page_is_told() {
        consent();
        var old = open(video);
        play(old, 15, new PlayedInterval(1, 0, 15));
        var newest = open(secondVideo);

        var oldReply = play(old, 15, new PlayedInterval(2, 15, 30));
        var newReply = play(newest, 1, new PlayedInterval(1, 0, 15));

        assertThat(oldReply.state()).isEqualTo(StreamState.TAKEN_OVER);
        assertThat(oldReply.why()).isEqualTo(NotCounted.OTHER_STREAM_ACTIVE);
        assertThat(oldReply.coveredSeconds()).isEqualTo(15);
        assertThat(newReply.state()).isEqualTo(StreamState.ACTIVE);
        assertThat(newReply.studySeconds()).isBetween(15, 16);
        assertThat(lesson(video).studySeconds()).isEqualTo(15);
        renew(old).isEqualTo(409);
        renew(newest).isOk();
    }

    @Test
    void a_stream_that_another_process_opened_counts_although_this_one_remembers_the_desk_otherwise() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        BsonDocument moved = desk();
        moved.getDocument("stream").append("streamId", new BsonBinary(UUID.randomUUID()));
        moved.append("revision", new BsonInt64(moved.getInt64("revision").getValue() + 1));
        Mono.from(desks().replaceOne(eq("_id", moved.get("_id")), moved)).block();

        var repeated = send(grant, 15, new PlayedInterval(1, 0, 15));
        var next = play(grant, 15, new PlayedInterval(2, 15, 30));

        assertThat(repeated.state()).isEqualTo(StreamState.TAKEN_OVER);
        assertThat(next.state()).isEqualTo(StreamState.TAKEN_OVER);
        assertThat(desk().getDocument("stream")).isEqualTo(moved.getDocument("stream"));
    }

    @Test
    void another_device_goes_on_where_the_last_one_was() {
        consent();
        var phone = open(video);
        play(phone, 42, new PlayedInterval(1, 0, 42));

        var desk = open(video);

        assertThat(desk.resumeAtSeconds()).isEqualTo(42);
        assertThat(lesson(video).state()).isEqualTo(LessonState.STARTED);
    }

    @Test
    void looking_does_not_make_the_study_later() {
        consent();
        var grant = open(video);
        play(grant, 15, new PlayedInterval(1, 0, 15));
        var first = standing();
        forward(7_200);

        assertThat(standing().lastStudiedAt()).isEqualTo(first.lastStudiedAt()).isNotNull();
    }

    @Test
    void more_intervals_than_a_beat_may_hold_and_a_foreign_stream_are_refused() {
        consent();
        var grant = open(video);
        var many = IntStream.rangeClosed(1, 201)
                .mapToObj(n -> new PlayedInterval(n, n, n + 1))
                .toArray(PlayedInterval[]::new);

        with(grant)
                .post(new Beat(grant.streamId(), 0, List.of(many)), "/study/beats")
                .expectStatus()
                .isBadRequest();
        with(grant)
                .post(new Beat(UUID.randomUUID(), 0, List.of()), "/study/beats")
                .expectStatus()
                .isBadRequest();
    }

    private CourseContent content(UUID school) {
        var one = video(video, school);
        var two = video(secondVideo, school);
        var read = new Lesson(text, LessonKind.TEXT, zh("图文"), zh("正文"), null, null, 5);
        return new CourseContent(
                zh("停电验电"),
                zh("先断电，再验电。"),
                "6-18-01-01",
                Grade.JUNIOR,
                4,
                null,
                new CompletionRules(90, 45, 0),
                List.of(new Chapter(UUID.randomUUID(), zh("第一章"), List.of(one, two, read))));
    }

    private static Lesson video(UUID id, UUID school) {
        return new Lesson(id, LessonKind.VIDEO, zh("视频"), null, FakeMedia.ready(school, VIDEO_SECONDS), null, 2);
    }

    private void consent() {
        Me me = learner.client()
                .get("/api/me")
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody();
        int version = me.consents().stream()
                .filter(consent -> consent.kind() == ConsentKind.STUDY_RECORD)
                .findFirst()
                .orElseThrow()
                .currentVersion();
        learner.client()
                .put(new ConsentDecision(version, true), "/api/me/consents/STUDY_RECORD")
                .expectStatus()
                .isOk();
    }

    private StudyGrant open(UUID lesson) {
        return learner.client()
                .post(null, "/api/enrolments/{id}/lessons/{l}/study-grants", enrolment, lesson)
                .expectStatus()
                .isOk()
                .expectBody(StudyGrant.class)
                .returnResult()
                .getResponseBody();
    }

    private BeatReply play(StudyGrant grant, int seconds, PlayedInterval... intervals) {
        forward(seconds);
        return send(grant, intervals[intervals.length - 1].to(), intervals);
    }

    private BeatReply send(StudyGrant grant, double position, PlayedInterval... intervals) {
        return with(grant)
                .post(new Beat(grant.streamId(), position, List.of(intervals)), "/study/beats")
                .expectStatus()
                .isOk()
                .expectBody(BeatReply.class)
                .returnResult()
                .getResponseBody();
    }

    private org.springframework.test.web.reactive.server.StatusAssertions renew(StudyGrant grant) {
        return with(grant).post(null, "/study/grants/renewals").expectStatus();
    }

    private Client with(StudyGrant grant) {
        return new Client(site.http(), grant.grant());
    }

    private Enrolment standing() {
        return learner.client()
                .get("/api/enrolments/{id}", enrolment)
                .expectStatus()
                .isOk()
                .expectBody(Enrolment.class)
                .returnResult()
                .getResponseBody();
    }

    private cn.jiangxue.contract.LearningApi.LessonProgress lesson(UUID id) {
        return standing().lessons().stream()
                .filter(lesson -> lesson.lessonId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<StudySegment> segments(UUID lesson) {
        return learner.client()
                .get("/api/enrolments/{id}/lessons/{l}/segments", enrolment, lesson)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<StudySegment>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }

    private MongoCollection<BsonDocument> desks() {
        return database.getCollection(DeskDocument.COLLECTION, BsonDocument.class);
    }

    private BsonDocument desk() {
        return Mono.from(desks().find(eq("_id", learner.personId()))).block();
    }

    private void awaitTold() {
        Mono.defer(() -> Mono.from(desks().countDocuments(and(eq("_id", learner.personId()), exists("outboxAt")))))
                .repeatWhen(again -> again.delayElements(Duration.ofMillis(50)))
                .takeUntil(left -> left == 0)
                .blockLast(Duration.ofSeconds(30));
    }

    /** Schema 1: an event for each beat, in an outbox. */
    private void asAnEarlierReleaseKeptIt() {
        BsonDocument desk = desk();
        BsonDocument untold = desk.getArray("untold").getFirst().asDocument();
        var at = untold.getArray("segments").getFirst().asDocument().get("at");
        untold.getArray("segments").forEach(segment -> List.of("since", "at").forEach(segment.asDocument()::remove));
        var event = new BsonDocument("id", new BsonBinary(UUID.randomUUID()))
                .append("type", new BsonString("learning.study-counted"))
                .append("body", untold.append("at", at));
        desk.remove("untold");
        desk.remove("sealed");
        desk.append("outbox", new BsonArray(List.of(event))).append("schema", new BsonInt32(1));
        Mono.from(desks().replaceOne(eq("_id", desk.get("_id")), desk)).block();
    }

    private void forward(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
    }

    private static LocalText zh(String text) {
        return new LocalText(text, "");
    }
}
