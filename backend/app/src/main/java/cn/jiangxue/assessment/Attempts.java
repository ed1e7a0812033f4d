package cn.jiangxue.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.assessment.QuizLessons.QuizLesson;
import cn.jiangxue.assessment.rules.AttemptPolicy;
import cn.jiangxue.assessment.rules.AttemptPolicy.Start;
import cn.jiangxue.contract.AssessmentApi.Attempt;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.QuizStanding;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Attempts of learners: started once, answered as often as they like, marked once. An attempt is its learner's alone. */
final class Attempts {

    static final String COLLECTION = "attempts";

    private final Documents<AttemptDocument> attempts;
    private final Standings standings;
    private final Papers papers;
    private final QuestionDraw draw;
    private final QuizLessons lessons;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Attempts(
            Documents<AttemptDocument> attempts,
            Standings standings,
            Papers papers,
            QuestionDraw draw,
            QuizLessons lessons,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.attempts = attempts;
        this.standings = standings;
        this.papers = papers;
        this.draw = draw;
        this.lessons = lessons;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<QuizStanding> standing(Caller caller, UUID enrolmentId, UUID lessonId) {
        return lessons.find(caller, enrolmentId, lessonId)
                .flatMap(lesson -> Mono.zip(paperOf(lesson), currentStanding(lesson)))
                .map(both -> AttemptViews.standing(both.getT1(), both.getT2()));
    }

    Mono<Attempt> start(Caller caller, UUID id, StartAttempt start) {
        return attempts.find(id)
                .map(known -> sameStart(caller, known, start))
                .switchIfEmpty(Mono.defer(() -> startNew(caller, id, start)))
                .flatMap(this::closedWhenOver)
                .map(AttemptViews::attempt);
    }

    Mono<Attempt> find(Caller caller, UUID id) {
        return mine(caller, id).flatMap(this::closedWhenOver).map(AttemptViews::attempt);
    }

    /** One write; what was given stays as given until the next answer to the same question. */
    Mono<Void> answer(Caller caller, UUID id, UUID questionId, List<String> optionIds) {
        return mine(caller, id)
                .doOnNext(attempt -> checkAnswer(attempt, questionId, optionIds))
                .flatMap(attempt -> attempts.update(
                        and(eq("_id", id), eq("result", null)),
                        Updates.combine(Updates.set("answers." + questionId, optionIds), Updates.inc("revision", 1L))))
                .filter(matched -> matched == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.ATTEMPT_CLOSED)))
                .then();
    }

    Mono<Attempt> submit(Caller caller, UUID id) {
        return mine(caller, id).flatMap(this::submitted).map(AttemptViews::attempt);
    }

    /** What the marking of an attempt sets in motion; called at least once for each. */
    Mono<Void> onMarked(AttemptMarked event) {
        return attempts.find(event.attemptId())
                .flatMap(standings::settle)
                .filter(settled -> event.passed())
                .flatMap(settled -> lessons.passed(
                        event.enrolmentId(),
                        event.lessonId(),
                        event.attemptId(),
                        event.scorePercent(),
                        event.submittedAt()));
    }

    private Mono<AttemptDocument> mine(Caller caller, UUID id) {
        return attempts.find(id)
                .filter(attempt -> attempt.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static AttemptDocument sameStart(Caller caller, AttemptDocument known, StartAttempt start) {
        if (!known.learnerId().equals(caller.learnerId())) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        if (!known.enrolmentId().equals(start.enrolmentId())
                || !known.lessonId().equals(start.lessonId())) {
            throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, known.id());
        }
        return known;
    }

    private Mono<AttemptDocument> startNew(Caller caller, UUID id, StartAttempt start) {
        return lessons.find(caller, start.enrolmentId(), start.lessonId())
                .flatMap(lesson -> paperOf(lesson)
                        .flatMap(paper ->
                                reserve(id, lesson, paper).flatMap(number -> open(id, number, lesson, paper))));
    }

    private Mono<PaperContent> paperOf(QuizLesson lesson) {
        return papers.version(lesson.paper())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "published lesson " + lesson.lessonId() + " names a paper that does not exist")));
    }

    /** Decides, in the one document that knows all attempts, whether and with which number this one starts. */
    private Mono<Integer> reserve(UUID id, QuizLesson lesson, PaperContent paper) {
        return Tries.of(() -> currentStanding(lesson).flatMap(standing -> reserveIn(standing, id, paper)));
    }

    private Mono<Integer> reserveIn(StandingDocument standing, UUID id, PaperContent paper) {
        return switch (AttemptPolicy.start(id, standing.earlier(), paper.maxAttempts())) {
            case Start.Repeated repeated -> Mono.just(repeated.number());
            case Start.Allowed allowed ->
                standings
                        .save(standing, standing.started(id, allowed.number()))
                        .filter(saved -> saved)
                        .map(saved -> allowed.number());
            case Start.AnotherOpen open -> Mono.error(new ProblemException(ProblemCode.ATTEMPT_OPEN, open.attemptId()));
            case Start.UsedUp used -> Mono.error(new ProblemException(ProblemCode.ATTEMPTS_USED_UP, used.allowed()));
        };
    }

    /** The standing with an attempt settled whose time has run out or whose marking was not yet heard of. */
    private Mono<StandingDocument> currentStanding(QuizLesson lesson) {
        return standings
                .of(lesson.enrolmentId(), lesson.lessonId())
                .flatMap(standing -> openIn(standing)
                        .flatMap(this::closedWhenOver)
                        .filter(attempt -> !attempt.isOpen())
                        .flatMap(standings::settle)
                        .defaultIfEmpty(standing));
    }

    private Mono<AttemptDocument> openIn(StandingDocument standing) {
        return standing.attempts().stream()
                .filter(StandingDocument.Entry::open)
                .findFirst()
                .map(entry -> attempts.find(entry.id()))
                .orElseGet(Mono::empty);
    }

    private Mono<AttemptDocument> open(UUID id, int number, QuizLesson lesson, PaperContent paper) {
        Instant now = clock.instant();
        return draw.draw(paper, id)
                .map(asked -> new AttemptDocument(
                        id,
                        AttemptDocument.SCHEMA,
                        1,
                        lesson.enrolmentId(),
                        lesson.lessonId(),
                        lesson.learnerId(),
                        lesson.paper(),
                        number,
                        paper.maxAttempts(),
                        paper.passPercent(),
                        now,
                        AttemptPolicy.closesAt(now, paper.minutes()),
                        asked,
                        java.util.Map.of(),
                        null,
                        List.of(),
                        null))
                .flatMap(fresh ->
                        attempts.insert(fresh).flatMap(stored -> stored ? Mono.just(fresh) : attempts.find(id)));
    }

    private void checkAnswer(AttemptDocument attempt, UUID questionId, List<String> optionIds) {
        if (!attempt.isOpen() || AttemptPolicy.isOver(attempt.closesAt(), clock.instant())) {
            throw new ProblemException(ProblemCode.ATTEMPT_CLOSED);
        }
        var question = attempt.asked().stream()
                .filter(one -> one.questionId().equals(questionId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        var known =
                question.content().options().stream().map(option -> option.id()).toList();
        if (!known.containsAll(optionIds) || new HashSet<>(optionIds).size() != optionIds.size()) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "optionIds");
        }
    }

    private Mono<AttemptDocument> closedWhenOver(AttemptDocument attempt) {
        return attempt.isOpen() && AttemptPolicy.isOver(attempt.closesAt(), clock.instant())
                ? submitted(attempt)
                : Mono.just(attempt);
    }

    /** Marks what was answered, once; whoever comes later gets the same result. */
    private Mono<AttemptDocument> submitted(AttemptDocument seen) {
        return Tries.of(() ->
                attempts.find(seen.id()).flatMap(attempt -> attempt.isOpen() ? mark(attempt) : Mono.just(attempt)));
    }

    private Mono<AttemptDocument> mark(AttemptDocument attempt) {
        Instant now = clock.instant();
        var mark = attempt.mark();
        var marked = events.store(new AttemptMarked(
                attempt.id(),
                attempt.enrolmentId(),
                attempt.lessonId(),
                attempt.learnerId(),
                mark.percent(),
                mark.passed(),
                now));
        AttemptDocument after = attempt.submitted(mark, now, marked);
        return attempts.replace(attempt.id(), attempt.revision(), after)
                .filter(replaced -> replaced)
                .doOnNext(replaced -> outbox.wake(COLLECTION))
                .map(replaced -> after);
    }
}
