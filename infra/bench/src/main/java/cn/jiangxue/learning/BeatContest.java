package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.exists;

import cn.jiangxue.bench.BenchClock;
import cn.jiangxue.bench.Contest;
import cn.jiangxue.bench.Side;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.StudyGrant;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Beats of many learners, each playing a lesson of its own from its start, with the clock put forward by 15 s from one beat of a learner to their next. A round ends
 * when all that counted is in the study record and the enrolments, and the record is checked: one entry for each beat.
 */
public final class BeatContest {

    private static final int BEAT_SECONDS = 15;
    private static final int IN_FLIGHT = 256;
    private static final int BULK = Integer.getInteger("bulk", 64);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final LocalText TITLE = new LocalText("游标卡尺的使用与读数", "Using and reading a vernier caliper");

    private final StudyIntake intake;
    private final StudyRelay relay;
    private final BenchClock clock;
    private final Documents<DeskDocument> desks;
    private final Documents<EnrolmentDocument> enrolments;
    private final Documents<SegmentDocument> segments;
    private final MongoCollection<BsonDocument> plain;
    private final Size size;

    private BeatContest(Subject subject, Size size) {
        var documents = subject.part(DocumentsFactory.class);
        this.intake = subject.part(StudyIntake.class);
        this.relay = subject.part(StudyRelay.class);
        this.clock = subject.clock();
        this.desks = documents.of(DeskDocument.COLLECTION, DeskDocument.class);
        this.enrolments = documents.of(EnrolmentDocument.COLLECTION, EnrolmentDocument.class);
        this.segments = documents.of(SegmentDocument.COLLECTION, SegmentDocument.class);
        this.plain = subject.database().getCollection("bench_beats", BsonDocument.class);
        this.size = size;
    }

    public static Contest of(Subject subject, Size size) {
        var beats = new BeatContest(subject, size);
        return new Contest("beats", "beats/s", 0.5, "x", "y", List.of(), beats::ours, beats::baseline);
    }

    private Side ours(int round) {
        List<StudyGrant> grants = IntStream.range(0, size.people()).mapToObj(n -> grant()).toList();
        Instant now = clock.instant();
        Flux.concat(
                        enrolments.raw().insertMany(grants.stream().map(grant -> enrolments.write(enrolment(grant, now))).toList()),
                        desks.raw().insertMany(grants.stream().map(grant -> desks.write(desk(grant, now))).toList()))
                .blockLast();
        Duration start = clock.ahead();
        return new Side(
                grants.size() * size.beatsEach(), IN_FLIGHT, 1, number -> beat(grants, number, start), () -> told(grants));
    }

    private Mono<?> beat(List<StudyGrant> grants, int number, Duration start) {
        StudyGrant grant = grants.get(number % grants.size());
        int nth = number / grants.size();
        clock.aheadBy(start.plusMillis(1000L * BEAT_SECONDS * (number + grants.size()) / grants.size()));
        if (number % 64 == 0) {
            relay.wake();
        }
        int from = nth * BEAT_SECONDS;
        var played = new PlayedInterval(nth + 1, from, from + BEAT_SECONDS);
        return intake.beat(grant, new Beat(grant.streamId(), from + BEAT_SECONDS, List.of(played)));
    }

    /** Nobody beats any more: what is pending becomes due and is told. */
    private Mono<Void> told(List<StudyGrant> grants) {
        clock.aheadBy(clock.ahead().plusMinutes(5));
        return Mono.defer(() -> {
                    relay.wake();
                    return Mono.from(desks.raw().countDocuments(exists("outboxAt")));
                })
                .repeatWhen(again -> again.delayElements(LOOK))
                .takeUntil(left -> left == 0)
                .then();
    }

    private Side baseline(int round) {
        List<BsonDocument> batches = new ArrayList<>();
        int beats = size.people() * size.beatsEach();
        return new Side(beats / BULK, IN_FLIGHT / BULK, BULK, number -> Mono.from(plain.insertMany(
                IntStream.range(0, BULK).mapToObj(n -> segment()).toList())), Mono::empty);
    }

    private BsonDocument segment() {
        return segments.write(new SegmentDocument(
                UUID.randomUUID(), SegmentDocument.SCHEMA, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
                Instant.ofEpochMilli(clock.millis()), 0, 15, 15, 15, null));
    }

    private static StudyGrant grant() {
        return new StudyGrant(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
                Instant.MAX);
    }

    private DeskDocument desk(StudyGrant grant, Instant now) {
        var stream = new DeskDocument.Stream(
                grant.streamId(), grant.learnerId(), grant.enrolmentId(), grant.lessonId(), grant.mediaId(),
                size.beatsEach() * BEAT_SECONDS, size.beatsEach() * BEAT_SECONDS * 9 / 10, new byte[0], 0, 0, 0);
        return DeskDocument.fresh(grant.personId(), now).opened(stream, now);
    }

    private EnrolmentDocument enrolment(StudyGrant grant, Instant now) {
        var lessons = new ArrayList<EnrolmentDocument.LessonPart>();
        lessons.add(part(grant.lessonId(), LessonKind.VIDEO, size.beatsEach() * BEAT_SECONDS));
        for (int i = 0; i < 5; i++) {
            lessons.add(part(UUID.randomUUID(), LessonKind.TEXT, 0));
        }
        return new EnrolmentDocument(
                grant.enrolmentId(), EnrolmentDocument.SCHEMA, 1, grant.personId(), grant.learnerId(), UUID.randomUUID(), 1, TITLE,
                null, null, List.of(UUID.randomUUID()), EnrolmentState.ACTIVE, 50, 0, lessons, null, now, now, null, List.of(), null);
    }

    private static EnrolmentDocument.LessonPart part(UUID id, LessonKind kind, int seconds) {
        return new EnrolmentDocument.LessonPart(
                id, kind, TITLE, seconds, seconds * 9 / 10, new byte[0], 0, 0, null, false, null, null);
    }
}
