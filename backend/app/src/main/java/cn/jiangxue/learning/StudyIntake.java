package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.BeatReply;
import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.contract.LearningApi.StreamState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.learning.rules.CountedSegment;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.learning.rules.Intake;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.StudyGrant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes in beats: decides what counts, saves the desk with what is to be told in one write, answers what is on disk. */
final class StudyIntake {

    static final int MOST_INTERVALS = 200;

    /** What counted reaches the study record and the enrolment within this time, several beats at once; at once when a lesson is complete. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

    private static final int TRIES = 10;

    private final Documents<DeskDocument> desks;
    private final DeskWrites writes;
    private final Documents<EnrolmentDocument> enrolments;
    private final Progress progress;
    private final StudyRecord record;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    StudyIntake(
            Documents<DeskDocument> desks,
            Documents<EnrolmentDocument> enrolments,
            Progress progress,
            StudyRecord record,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.desks = desks;
        this.writes = new DeskWrites(desks);
        this.enrolments = enrolments;
        this.progress = progress;
        this.record = record;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@code grant} says whose beat it is; what the body claims about the stream must agree. */
    Mono<BeatReply> beat(StudyGrant grant, Beat beat) {
        if (beat.intervals().size() > MOST_INTERVALS || !beat.streamId().equals(grant.streamId())) {
            return Mono.error(new ProblemException(ProblemCode.BAD_REQUEST, "intervals"));
        }
        return Mono.defer(() -> desks.find(grant.personId()))
                .flatMap(desk -> desk.isActive(grant.streamId()) ? active(desk, beat) : takenOver(grant, beat))
                .repeatWhenEmpty(TRIES, tries -> tries)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.BUSY)));
    }

    /** Empty when somebody else changed the desk meanwhile. */
    private Mono<BeatReply> active(DeskDocument desk, Beat beat) {
        Stream stream = java.util.Objects.requireNonNull(desk.stream());
        Instant now = Instant.ofEpochMilli(clock.millis());
        var taken = Intake.active(desk.state(stream), beat.position(), beat.intervals(), stream.videoSeconds(), now);
        if (taken.segments().isEmpty() && taken.state().durableThrough() == stream.durableThrough()) {
            return reply(stream, List.of());
        }
        if (desk.outbox().size() >= Events.MAX_PENDING) {
            return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(Duration.ofSeconds(2)));
        }
        boolean completes = !stream.isComplete() && taken.state().coverage().seconds() >= stream.neededSeconds();
        var counted = counted(stream, taken, now);
        DeskDocument after = desk.studied(
                stream, taken.state(), List.of(events.store(counted)), completes ? now : now.plus(TOLD_WITHIN));
        return writes.replace(desk, after)
                .filter(saved -> saved)
                .flatMap(saved -> completes ? progress.studied(counted).then(wake()) : Mono.just(true))
                .flatMap(saved -> reply(java.util.Objects.requireNonNull(after.stream()), taken.segments()));
    }

    private Mono<Boolean> wake() {
        outbox.wake(DeskDocument.COLLECTION);
        return Mono.just(true);
    }

    private static StudyCounted counted(Stream stream, Intake.Taken taken, Instant now) {
        var state = taken.state();
        List<StudyCounted.Segment> segments = new ArrayList<>();
        for (CountedSegment one : taken.segments()) {
            UUID id = segmentId(stream.streamId(), state.durableThrough(), segments.size());
            segments.add(new StudyCounted.Segment(
                    id, one.from(), one.to(), one.newSeconds(), one.countedSeconds(), one.why()));
        }
        return new StudyCounted(
                stream.enrolmentId(),
                stream.lessonId(),
                stream.learnerId(),
                state.coverage().toBytes(),
                state.studyMillis(),
                state.resumeAtSeconds(),
                now,
                segments);
    }

    /** The same report has the same ids, so that hearing it again adds nothing to the record. */
    private static UUID segmentId(UUID streamId, long durableThrough, int index) {
        String name = streamId + ":" + durableThrough + ":" + index;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<BeatReply> reply(Stream stream, List<CountedSegment> segments) {
        Mono<Boolean> courseComplete = stream.isComplete()
                ? enrolments.find(stream.enrolmentId()).map(EnrolmentDocument::isCompleted)
                : Mono.just(false);
        Coverage coverage = Coverage.of(stream.coverage());
        return courseComplete.map(passed -> new BeatReply(
                stream.durableThrough(),
                StreamState.ACTIVE,
                coverage.spans(),
                coverage.seconds(),
                stream.neededSeconds(),
                (int) (stream.studyMillis() / 1000),
                segments.stream().mapToInt(CountedSegment::notCountedSeconds).sum(),
                mainReason(segments),
                stream.isComplete(),
                passed));
    }

    private static @Nullable NotCounted mainReason(List<CountedSegment> segments) {
        return segments.stream()
                .filter(segment -> segment.why() != null)
                .max(Comparator.comparingInt(CountedSegment::notCountedSeconds))
                .map(CountedSegment::why)
                .orElse(null);
    }

    /** A newer stream counts. What this one played goes on record as not counted, and its page is told to stop. */
    private Mono<BeatReply> takenOver(StudyGrant grant, Beat beat) {
        return enrolment(grant.enrolmentId())
                .flatMap(enrolment -> Mono.justOrEmpty(enrolment.lesson(grant.lessonId())))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(part -> record.append(lost(grant, beat, part)).thenReturn(part))
                .map(part -> refusedReply(beat, part));
    }

    private List<SegmentDocument> lost(StudyGrant grant, Beat beat, LessonPart part) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<PlayedInterval> reported = beat.intervals();
        long first = reported.stream().mapToLong(PlayedInterval::n).min().orElse(1);
        var segments = Intake.takenOver(Coverage.of(part.coverage()), reported, first - 1, part.videoSeconds());
        List<SegmentDocument> documents = new ArrayList<>();
        for (CountedSegment one : segments) {
            documents.add(new SegmentDocument(
                    segmentId(grant.streamId(), -first, documents.size()),
                    SegmentDocument.SCHEMA,
                    grant.enrolmentId(),
                    grant.lessonId(),
                    grant.learnerId(),
                    now,
                    one.from(),
                    one.to(),
                    one.newSeconds(),
                    one.countedSeconds(),
                    one.why()));
        }
        return documents;
    }

    private static BeatReply refusedReply(Beat beat, LessonPart part) {
        Coverage coverage = Coverage.of(part.coverage());
        long last = beat.intervals().stream().mapToLong(PlayedInterval::n).max().orElse(0);
        int lost = (int) beat.intervals().stream()
                .mapToDouble(interval -> Math.max(0, interval.to() - interval.from()))
                .sum();
        return new BeatReply(
                last,
                StreamState.TAKEN_OVER,
                coverage.spans(),
                coverage.seconds(),
                part.neededSeconds(),
                part.studySeconds(),
                lost,
                NotCounted.OTHER_STREAM_ACTIVE,
                part.isComplete(),
                false);
    }

    /** What the desk has counted and not yet told reaches its enrolment now. */
    Mono<Void> settle(DeskDocument desk) {
        Stream stream = desk.stream();
        if (stream == null || stream.durableThrough() == 0) {
            return Mono.empty();
        }
        var state = new StudyCounted(
                stream.enrolmentId(),
                stream.lessonId(),
                stream.learnerId(),
                stream.coverage(),
                stream.studyMillis(),
                stream.resumeAtSeconds(),
                Instant.ofEpochMilli(desk.clock().toEpochMilli()),
                List.of());
        return progress.studied(state).then();
    }

    /** As {@link #settle(DeskDocument)} for the person's desk, when it is about this enrolment and has something to tell. */
    Mono<Void> settle(UUID personId, UUID enrolmentId) {
        return desks.find(personId)
                .filter(desk -> !desk.outbox().isEmpty())
                .filter(desk ->
                        desk.stream() != null && desk.stream().enrolmentId().equals(enrolmentId))
                .flatMap(this::settle);
    }

    Mono<EnrolmentDocument> enrolment(UUID id) {
        return enrolments.find(id).switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** What a saved beat sets in motion; called at least once for each. */
    Mono<Void> onCounted(StudyCounted counted) {
        var documents = counted.segments().stream()
                .map(segment -> new SegmentDocument(
                        segment.id(),
                        SegmentDocument.SCHEMA,
                        counted.enrolmentId(),
                        counted.lessonId(),
                        counted.learnerId(),
                        counted.at(),
                        segment.from(),
                        segment.to(),
                        segment.newSeconds(),
                        segment.countedSeconds(),
                        segment.why()))
                .toList();
        return record.append(documents).then(progress.studied(counted)).then();
    }

    /** Study time a text earns, taken from the person's one clock. Empty when somebody else changed the desk meanwhile. */
    Mono<Long> earnReading(UUID personId, int textCountsSeconds) {
        if (textCountsSeconds == 0) {
            return Mono.just(0L);
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        return Mono.defer(() -> desks.find(personId))
                .defaultIfEmpty(DeskDocument.fresh(personId, now))
                .flatMap(desk -> {
                    long earned = cn.jiangxue.learning.rules.Reading.studyMillis(textCountsSeconds, desk.clock(), now);
                    DeskDocument after = desk.clockedUp(now);
                    return (desk.revision() == 0
                                    ? desks.insert(after)
                                    : desks.replace(desk.id(), desk.revision(), after))
                            .filter(saved -> saved)
                            .map(saved -> earned);
                })
                .repeatWhenEmpty(TRIES, tries -> tries);
    }
}
