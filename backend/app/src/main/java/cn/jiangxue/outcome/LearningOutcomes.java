package cn.jiangxue.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Page;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.learning.StudyEvidence;
import cn.jiangxue.outcome.Particulars.Standing;
import cn.jiangxue.outcome.rules.Codes;
import cn.jiangxue.outcome.rules.Evidence;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.Uuid7;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every learning outcome, recorded once per enrolment or case however often it is told. */
@Component
public class LearningOutcomes {

    /** Most outcomes of one learner that recognition looks at. */
    public static final int MOST_STATED = 500;

    private static final int PAGE = 20;
    private static final Bson NEWEST_FIRST = Sorts.descending("learnerId", "recordedAt", "_id");

    private final Documents<OutcomeDocument> outcomes;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    LearningOutcomes(Documents<OutcomeDocument> outcomes, Events events, Outbox outbox, CivilTime time) {
        this.outcomes = outcomes;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** An outcome with the lessons and seconds under it; {@code study} is null for a skill grade. */
    public record Attained(Outcome outcome, @Nullable StudyEvidence study) {}

    /** Records a passed course. Evidence that does not fit is a bug upstream: the event stays and is told again. */
    Mono<Void> record(CourseCompleted told) {
        return switch (Evidence.of(told)) {
            case Evidence.Proof.Sound sound -> insert(course(told, sound.evidence(), now()));
            case Evidence.Proof.Unsound unsound ->
                Mono.error(new IllegalStateException(
                        "enrolment " + told.enrolmentId() + " is not proven: " + unsound.reasons()));
        };
    }

    /** Records a skill grade; the same case again changes nothing. */
    public Mono<Void> record(SkillGradeAttained told) {
        return insert(grade(told, now()));
    }

    /** Records awarded competence units; the same claim again changes nothing. */
    public Mono<Void> record(PriorLearningRecognised told) {
        return insert(units(told, now()));
    }

    /** One of this learner's outcomes, or empty. */
    public Mono<Attained> find(LearnerId learner, OutcomeId id) {
        return outcomes.first(and(eq("_id", id.value()), eq("learnerId", learner.value())))
                .map(found -> new Attained(found.view(), found.study()));
    }

    /** Who answers for one of this learner's outcomes, or empty. */
    public Mono<UUID> issuer(LearnerId learner, OutcomeId id) {
        return outcomes.first(and(eq("_id", id.value()), eq("learnerId", learner.value())))
                .map(OutcomeDocument::answeredForBy);
    }

    /** This learner's outcomes that count, as recognition needs them, newest on record first; at most {@link #MOST_STATED}. */
    public Flux<StatedOutcome> stated(LearnerId learner) {
        return outcomes.list(
                        and(eq("learnerId", learner.value()), exists("withdrawal", false)), NEWEST_FIRST, MOST_STATED)
                .map(OutcomeDocument::stated);
    }

    /** Those of these that were taken back; others are left out. */
    public Flux<OutcomeWithdrawn> withdrawn(LearnerId learner, Collection<OutcomeId> ids) {
        Set<UUID> wanted = ids.stream().map(OutcomeId::value).collect(Collectors.toUnmodifiableSet());
        return outcomes.list(
                        and(in("_id", wanted), eq("learnerId", learner.value()), exists("withdrawal")),
                        null,
                        Math.max(1, wanted.size()))
                .mapNotNull(OutcomeDocument::asWithdrawn);
    }

    /** Newest on record first, 20 at a time. */
    Mono<Page<Outcome>> page(LearnerId learner, @Nullable String cursor) {
        var own = eq("learnerId", learner.value());
        var filter = cursor == null ? own : and(own, older(Cursors.decode(cursor, Instant.class, UUID.class)));
        return outcomes.list(filter, NEWEST_FIRST, PAGE + 1)
                .map(OutcomeDocument::view)
                .collectList()
                .map(LearningOutcomes::asPage);
    }

    private static Bson older(List<Object> last) {
        Object recordedAt = last.get(0);
        return or(lt("recordedAt", recordedAt), and(eq("recordedAt", recordedAt), lt("_id", last.get(1))));
    }

    private static Page<Outcome> asPage(List<Outcome> found) {
        List<Outcome> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                List.copyOf(shown),
                found.size() > PAGE
                        ? Cursors.encode(
                                shown.getLast().recordedAt(), shown.getLast().id())
                        : null);
    }

    /** A duplicate key on type and source means that it was recorded before, and told by what was written then. */
    private Mono<Void> insert(OutcomeDocument outcome) {
        return outcomes.insert(outcome.telling(events.store(outcome.attained())))
                .doOnSuccess(inserted -> outbox.wake(OutcomeDocument.COLLECTION))
                .then();
    }

    private OutcomeDocument course(CourseCompleted told, StudyEvidence evidence, Instant now) {
        return new OutcomeDocument(
                Uuid7.next(time.clock()),
                OutcomeDocument.SCHEMA,
                told.learnerId(),
                OutcomeType.COURSE,
                told.enrolmentId(),
                told.courseTitle(),
                told.issuerId(),
                told.issuerName(),
                told.occupationCode(),
                told.grade(),
                told.classHours(),
                told.scorePercent(),
                time.dateOf(told.completedAt()),
                evidence,
                told.evidenceHash(),
                now,
                new Particulars(
                        told.courseId().toString(),
                        null,
                        null,
                        told.scorePercent() == null ? null : told.scorePercent() * 100,
                        null,
                        null,
                        List.of()),
                null,
                null,
                null,
                List.of(),
                null);
    }

    private OutcomeDocument grade(SkillGradeAttained told, Instant now) {
        return new OutcomeDocument(
                Uuid7.next(time.clock()),
                OutcomeDocument.SCHEMA,
                told.learnerId(),
                OutcomeType.SKILL_GRADE,
                told.caseId(),
                told.title(),
                told.issuerId(),
                told.issuer(),
                told.occupationCode(),
                told.grade(),
                0,
                null,
                told.decidedOn(),
                null,
                Evidence.ofGrade(told.caseId(), told.occupationCode(), told.grade(), told.decidedOn()),
                now,
                new Particulars(
                        Codes.ofGrade(told.occupationCode(), told.grade()),
                        null,
                        null,
                        null,
                        null,
                        new Standing(
                                Codes.gradesOf(told.occupationCode()),
                                told.grade().ordinal() + 1),
                        List.of()),
                null,
                null,
                null,
                List.of(),
                null);
    }

    private OutcomeDocument units(PriorLearningRecognised told, Instant now) {
        return new OutcomeDocument(
                Uuid7.next(time.clock()),
                OutcomeDocument.SCHEMA,
                told.learnerId(),
                OutcomeType.PRIOR_LEARNING,
                told.claimId(),
                told.title(),
                told.issuerId(),
                told.issuer(),
                told.occupationCode(),
                told.grade(),
                0,
                null,
                told.decidedOn(),
                null,
                told.evidenceHash(),
                now,
                new Particulars(
                        Codes.ofUnits(told.occupationCode(), told.grade()),
                        told.level(),
                        null,
                        null,
                        null,
                        null,
                        told.unitIds()),
                null,
                null,
                null,
                List.of(),
                null);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
