package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Beats of many learners, each playing a lesson of its own from its start, with the clock put forward by 20 s from one beat of a learner to their next. A round ends
 * when all that counted is in the study record and the enrolments; then, no longer timed, the record is checked: its entries add up to the seconds of every beat.
 */
public final class BeatContest {

    private static final int BEAT_SECONDS = 15;

    /** From one beat of a learner to the next on the clock: longer than what it played, so that all counts even of a beat that was taken in early or late. */
    private static final int CLOCK_SECONDS = 20;

    private static final int MOST_IN_FLIGHT = 256;
    private static final int BULK = 64;
    private static final String OURS =
            "StudyIntake.beat, what POST /study/beats calls: rules, desk saved under its revision with what the beat counted in it, answer"
                    + " with what is covered once that is durable; then the study record (with its index; beats that follow on one another are one"
                    + " entry) and the enrolment, whose time counts";
    private static final String SAME =
            "write concern majority and journalled, same process, driver and store; neither side includes HTTP or the grant's signature";
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
    /** So few that a learner's beats never overtake each other: the clock grants a beat the time since the one before. */
    private final int inFlight;

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
        this.inFlight = size.people() > 4 * MOST_IN_FLIGHT ? MOST_IN_FLIGHT : Math.max(1, size.people() / 10);
    }

    /** A call against a call: each brings what one player reports at once. */
    public static Contest of(Subject subject, Size size) {
        var beats = new BeatContest(subject, size);
        return new Contest(
                "Beat intake",
                "beats/s",
                0.5,
                OURS,
                "insertMany of the document that the study record would keep for one beat alone, no index but _id",
                List.of(
                        SAME,
                        beats.inFlight
                                + " calls in flight, one beat a call on both sides; that the product gathers waiting calls into one bulk"
                                + " write is its own doing",
                        beats.course()),
                beats::ours,
                round -> beats.baseline(1));
    }

    /** The most the store and driver give when nobody waits for an answer to a single beat. No goal: it shows what is left. */
    public static Contest ceiling(Subject subject, Size size) {
        var beats = new BeatContest(subject, size);
        return new Contest(
                "Beat intake against large batches",
                "beats/s",
                0,
                OURS,
                "insertMany of " + BULK + " such documents a call, " + Math.max(1, beats.inFlight / BULK)
                        + " calls in flight",
                List.of(
                        SAME,
                        beats.inFlight + " beats in flight; the batch is not equal: ours takes one beat a call",
                        beats.course()),
                beats::ours,
                round -> beats.baseline(BULK));
    }

    private String course() {
        return "one interval of " + BEAT_SECONDS + " s a beat; " + size.people() + " learners, " + size.beatsEach()
                + " beats each, to the end of the lesson";
    }

    private Side ours(int round) {
        List<StudyGrant> grants =
                IntStream.range(0, size.people()).mapToObj(n -> grant()).toList();
        Instant now = clock.instant();
        Flux.concat(
                        enrolments
                                .raw()
                                .insertMany(grants.stream()
                                        .map(grant -> enrolments.write(enrolment(grant, now)))
                                        .toList()),
                        desks.raw()
                                .insertMany(grants.stream()
                                        .map(grant -> desks.write(desk(grant, now)))
                                        .toList()))
                .blockLast();
        Duration start = clock.ahead();
        return new Side(
                grants.size() * size.beatsEach(),
                inFlight,
                1,
                number -> beat(grants, number, start),
                this::told,
                () -> recorded(grants));
    }

    private Mono<?> beat(List<StudyGrant> grants, int number, Duration start) {
        StudyGrant grant = grants.get(number % grants.size());
        int nth = number / grants.size();
        clock.aheadBy(start.plusMillis(1000L * CLOCK_SECONDS * (number + grants.size()) / grants.size()));
        if (number % 64 == 0) {
            relay.wake();
        }
        int from = nth * BEAT_SECONDS;
        var played = new PlayedInterval(nth + 1, from, from + BEAT_SECONDS);
        return intake.beat(grant, new Beat(grant.streamId(), from + BEAT_SECONDS, List.of(played)));
    }

    /** Nobody beats any more: what is pending becomes due and is told. */
    private Mono<Void> told() {
        clock.aheadBy(clock.ahead().plus(BeatTaken.TOLD_WITHIN));
        return Mono.defer(() -> {
                    relay.wake();
                    return Mono.from(desks.raw().countDocuments(exists("outboxAt")));
                })
                .repeatWhen(again -> again.delayElements(LOOK))
                .takeUntil(left -> left == 0)
                .then();
    }

    /** Nothing lost, nothing twice: the entries add up to every beat's seconds, and every lesson is complete. */
    private Mono<Void> recorded(List<StudyGrant> grants) {
        List<UUID> ids = grants.stream().map(StudyGrant::enrolmentId).toList();
        int beats = grants.size() * size.beatsEach();
        return Mono.zip(
                        segments.list(in("enrolmentId", ids), null, beats)
                                .collect(Collectors.summingInt(SegmentDocument::countedSeconds)),
                        enrolments
                                .list(in("_id", ids), null, ids.size())
                                .filter(enrolment ->
                                        enrolment.lessons().getFirst().isComplete())
                                .count())
                .flatMap(counts -> counts.getT1() == beats * BEAT_SECONDS && counts.getT2() == ids.size()
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException(counts + " seconds recorded and lessons complete of "
                                + beats + " beats, " + ids.size() + " lessons")));
    }

    private Side baseline(int batch) {
        int calls = Math.max(1, size.people() * size.beatsEach() / batch);
        return new Side(
                calls,
                Math.max(1, inFlight / batch),
                batch,
                number -> Mono.from(plain.insertMany(segments(batch))),
                Mono::empty,
                Mono::empty);
    }

    private List<BsonDocument> segments(int batch) {
        return IntStream.range(0, batch).mapToObj(beat -> segment()).toList();
    }

    private BsonDocument segment() {
        return segments.write(new SegmentDocument(
                UUID.randomUUID(),
                SegmentDocument.SCHEMA,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.ofEpochMilli(clock.millis()),
                Instant.ofEpochMilli(clock.millis()),
                0,
                15,
                15,
                15,
                null));
    }

    private static StudyGrant grant() {
        return new StudyGrant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.MAX);
    }

    private DeskDocument desk(StudyGrant grant, Instant now) {
        var stream = new DeskDocument.Stream(
                grant.streamId(),
                grant.learnerId(),
                grant.enrolmentId(),
                grant.lessonId(),
                grant.mediaId(),
                size.beatsEach() * BEAT_SECONDS,
                size.beatsEach() * BEAT_SECONDS * 9 / 10,
                new byte[0],
                0,
                0,
                0);
        return DeskDocument.fresh(grant.personId(), now).opened(stream, now);
    }

    private EnrolmentDocument enrolment(StudyGrant grant, Instant now) {
        var lessons = new ArrayList<EnrolmentDocument.LessonPart>();
        lessons.add(part(grant.lessonId(), LessonKind.VIDEO, size.beatsEach() * BEAT_SECONDS));
        for (int i = 0; i < 5; i++) {
            lessons.add(part(UUID.randomUUID(), LessonKind.TEXT, 0));
        }
        return new EnrolmentDocument(
                grant.enrolmentId(),
                EnrolmentDocument.SCHEMA,
                1,
                grant.personId(),
                grant.learnerId(),
                UUID.randomUUID(),
                1,
                TITLE,
                null,
                null,
                List.of(UUID.randomUUID()),
                EnrolmentState.ACTIVE,
                50,
                0,
                lessons,
                null,
                now,
                now,
                null,
                List.of(),
                null);
    }

    private static EnrolmentDocument.LessonPart part(UUID id, LessonKind kind, int seconds) {
        return new EnrolmentDocument.LessonPart(
                id, kind, TITLE, seconds, seconds * 9 / 10, new byte[0], 0, 0, null, false, null, null);
    }
}
