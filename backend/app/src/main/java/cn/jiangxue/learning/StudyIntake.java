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
import cn.jiangxue.platform.Lane;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.StudyGrant;
import cn.jiangxue.platform.Tries;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes in beats: decides what counts, saves the desk with what is to be told, answers what is on disk. */
final class StudyIntake {

    static final int MOST_INTERVALS = 200;

    private static final int TRIES = 10;
    private static final int COMPLETING = 128;
    private static final int WAITING_LIMIT = 2_000;

    private final Documents<DeskDocument> desks;
    private final Desks lanes;
    private final Documents<EnrolmentDocument> enrolments;
    private final StudyRecord record;
    private final StudyRelay relay;
    private final Lane<DeskDocument, Boolean> completing;
    private final Clock clock;

    StudyIntake(
            Documents<DeskDocument> desks,
            Documents<EnrolmentDocument> enrolments,
            StudyRecord record,
            StudyRelay relay,
            Clock clock) {
        this.desks = desks;
        this.lanes = new Desks(desks, clock);
        this.enrolments = enrolments;
        this.record = record;
        this.relay = relay;
        relay.whenCleared(lanes::changed);
        this.completing = new Lane<>(COMPLETING, WAITING_LIMIT, this::complete);
        this.clock = clock;
    }

    /** {@code grant} says whose beat it is; what the body claims about the stream must agree. */
    Mono<BeatReply> beat(StudyGrant grant, Beat beat) {
        if (beat.intervals().size() > MOST_INTERVALS || !beat.streamId().equals(grant.streamId())) {
            return Mono.error(new ProblemException(ProblemCode.BAD_REQUEST, "intervals"));
        }
        return lanes.take(grant.personId(), grant.streamId(), beat)
                .flatMap(answer -> answer.taken() == null ? takenOver(grant, beat) : taken(answer.taken()));
    }

    private Mono<BeatReply> taken(BeatTaken taken) {
        Mono<Void> followed = taken.completesLesson() ? completed(taken) : Mono.empty();
        return followed.then(Mono.defer(() -> reply(taken.stream(), taken.segments())));
    }

    /** A learner who completes a lesson sees at once what follows from it. */
    private Mono<Void> completed(BeatTaken taken) {
        return completing.submit(taken.desk()).then();
    }

    /** What cannot be saved here is not lost: the desk is due, and the relay says what is wrong with it. */
    private Mono<List<Boolean>> complete(List<DeskDocument> completed) {
        return relay.tellAndClear(completed).onErrorComplete().thenReturn(Collections.nCopies(completed.size(), true));
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
                    BeatTaken.segmentId(grant.streamId(), -first, documents.size()),
                    SegmentDocument.SCHEMA,
                    grant.enrolmentId(),
                    grant.lessonId(),
                    grant.learnerId(),
                    now,
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

    /** What the desk has counted and not yet told reaches the study record and its enrolment now. The desk after it; empty when it had moved on. */
    Mono<DeskDocument> settle(DeskDocument desk) {
        return relay.tell(desk);
    }

    /** As {@link #settle(DeskDocument)} for the person's desk, when it has something to tell. */
    Mono<Void> settle(UUID personId) {
        return Tries.of(() -> desks.find(personId)
                        .defaultIfEmpty(DeskDocument.fresh(personId, clock.instant()))
                        .flatMap(desk -> desk.untold().isEmpty() ? Mono.just(desk) : settle(desk)))
                .then();
    }

    Mono<EnrolmentDocument> enrolment(UUID id) {
        return enrolments.find(id).switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
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
