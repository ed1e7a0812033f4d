package cn.jiangxue.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.AssessmentApi.Attempt;
import cn.jiangxue.contract.AssessmentApi.AttemptState;
import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.Subscription;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AttemptsTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID ENROLMENT = UUID.randomUUID();
    private static final UUID LESSON = UUID.randomUUID();

    private final Caller trainer = person(Role.TRAINER);
    private final Caller learner = person(Role.LEARNER);
    private final ConcurrentLinkedQueue<Integer> passes = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T01:00:00Z"));
    private final Clock clock = TestClock.from(now);
    private final UUID paperId = UUID.randomUUID();

    @TempDir
    Path folder;

    private DocumentStore store;
    private MongoClient client;
    private Outbox outbox;
    private QuestionBank bank;
    private Papers papers;
    private Attempts attempts;

    /** A clock that shows what the test says. */
    private static final class TestClock extends Clock {

        private final AtomicReference<Instant> now;

        private TestClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        static Clock from(AtomicReference<Instant> now) {
            return new TestClock(now);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    /** One quiz lesson of one enrolment, held by the learner of the test. */
    private final QuizLessons lessons = new QuizLessons() {
        @Override
        public Mono<QuizLesson> find(Caller caller, UUID enrolmentId, UUID lessonId) {
            return caller.learnerId().equals(learner.learnerId())
                    ? Mono.just(new QuizLesson(
                            enrolmentId,
                            caller.learnerId(),
                            lessonId,
                            new PaperRef(paperId, 1),
                            new LocalText("测验", "")))
                    : Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }

        @Override
        public Mono<Void> passed(UUID enrolmentId, UUID lessonId, UUID attemptId, int scorePercent, Instant at) {
            return Mono.fromRunnable(() -> passes.add(scorePercent));
        }
    };

    @BeforeEach
    void open() throws Exception {
        store = DocumentStore.open(folder.resolve("documents.db"), 0);
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        var database = client.getDatabase("test");
        var documents = new DocumentsFactory(database);
        var events = new Events(database.getCodecRegistry(), clock);
        List<Subscription<?>> subscriptions = new ArrayList<>();
        subscriptions.add(
                Subscription.to(AttemptMarked.class, "assessment", (event, meta) -> attempts.onMarked(event)));
        outbox = new Outbox(database, events, clock, List.of(new OutboxSource(Attempts.COLLECTION)), subscriptions);
        bank = new QuestionBank(documents.of(QuestionBank.COLLECTION, QuestionDocument.class), events, outbox, clock);
        papers = new Papers(documents.of(Papers.COLLECTION, PaperDocument.class), bank, events, outbox, clock);
        attempts = new Attempts(
                documents.of(Attempts.COLLECTION, AttemptDocument.class),
                new Standings(documents.of(Standings.COLLECTION, StandingDocument.class)),
                papers,
                new QuestionDraw(bank),
                lessons,
                events,
                outbox,
                clock);
        outbox.start();
    }

    @AfterEach
    void close() throws Exception {
        outbox.stop();
        client.close();
        store.close();
    }

    @Test
    void keys_and_explanations_are_told_only_after_submission() {
        paper(4, 3, 0);

        Attempt open = start(UUID.randomUUID());
        Attempt closed = attempts.submit(learner, open.id()).block();

        assertThat(open.questions()).hasSize(4).allSatisfy(question -> {
            assertThat(question.correct()).isNull();
            assertThat(question.explanation()).isNull();
            assertThat(question.right()).isNull();
        });
        assertThat(open.scorePercent()).isNull();
        assertThat(closed.questions()).allSatisfy(question -> {
            assertThat(question.correct()).containsExactly("a");
            assertThat(question.explanation()).isNotNull();
            assertThat(question.right()).isFalse();
        });
        assertThat(closed.state()).isEqualTo(AttemptState.SUBMITTED);
    }

    @Test
    void answers_are_kept_as_given_and_the_last_one_counts() {
        paper(2, 3, 0);
        Attempt attempt = start(UUID.randomUUID());
        UUID first = attempt.questions().get(0).questionId();
        UUID second = attempt.questions().get(1).questionId();

        answer(attempt, first, "b");
        answer(attempt, first, "a");
        answer(attempt, second, "b");
        Attempt seen = attempts.find(learner, attempt.id()).block();
        Attempt marked = attempts.submit(learner, attempt.id()).block();

        assertThat(seen.questions().get(0).given()).containsExactly("a");
        assertThat(marked.scorePercent()).isEqualTo(50);
        assertThat(marked.passed()).isFalse();
    }

    @Test
    void a_repeated_start_and_a_repeated_submission_are_the_same_attempt() {
        paper(3, 1, 0);
        UUID id = UUID.randomUUID();

        Attempt first = start(id);
        Attempt again = start(id);
        Attempt marked = attempts.submit(learner, id).block();
        Attempt markedAgain = attempts.submit(learner, id).block();

        assertThat(again).isEqualTo(first);
        assertThat(markedAgain).isEqualTo(marked);
    }

    @Test
    void fifty_starts_at_once_with_different_ids_open_one_attempt() {
        paper(3, 5, 0);

        var opened = Flux.range(0, 50)
                .flatMap(
                        i -> attempts.start(learner, UUID.randomUUID(), new StartAttempt(ENROLMENT, LESSON))
                                .onErrorResume(ProblemException.class, e -> Mono.empty()),
                        50)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(opened).hasSize(1);
        assertThat(standingAttempts()).isEqualTo(1);
    }

    @Test
    void an_attempt_is_refused_while_another_is_open_and_when_all_are_used_up() {
        paper(1, 2, 0);
        Attempt first = start(UUID.randomUUID());

        refused(() -> start(UUID.randomUUID()), ProblemCode.ATTEMPT_OPEN);
        attempts.submit(learner, first.id()).block();
        Attempt second = start(UUID.randomUUID());
        attempts.submit(learner, second.id()).block();

        assertThat(second.attemptNumber()).isEqualTo(2);
        refused(() -> start(UUID.randomUUID()), ProblemCode.ATTEMPTS_USED_UP);
    }

    @Test
    void nobody_sees_the_attempt_of_another() {
        paper(1, 2, 0);
        Attempt mine = start(UUID.randomUUID());
        Caller other = person(Role.LEARNER);

        refused(() -> attempts.find(other, mine.id()).block(), ProblemCode.NOT_FOUND);
        refused(() -> attempts.submit(other, mine.id()).block(), ProblemCode.NOT_FOUND);
        refused(
                () -> attempts.start(other, mine.id(), new StartAttempt(ENROLMENT, LESSON))
                        .block(),
                ProblemCode.NOT_FOUND);
    }

    @Test
    void when_the_time_is_up_answers_are_refused_and_what_was_given_is_marked() {
        paper(1, 2, 30);
        Attempt attempt = start(UUID.randomUUID());
        UUID question = attempt.questions().getFirst().questionId();
        answer(attempt, question, "a");

        now.set(now.get().plusSeconds(30 * 60 + 11));

        refused(() -> answer(attempt, question, "b"), ProblemCode.ATTEMPT_CLOSED);
        Attempt seen = attempts.find(learner, attempt.id()).block();
        assertThat(seen.state()).isEqualTo(AttemptState.SUBMITTED);
        assertThat(seen.scorePercent()).isEqualTo(100);
        assertThat(start(UUID.randomUUID()).attemptNumber()).isEqualTo(2);
    }

    @Test
    void a_passed_attempt_is_told_to_learning_and_stands_in_the_standing() {
        paper(1, 2, 0);
        Attempt attempt = start(UUID.randomUUID());
        answer(attempt, attempt.questions().getFirst().questionId(), "a");

        attempts.submit(learner, attempt.id()).block();

        Flux.interval(Duration.ofMillis(20))
                .filter(tick -> !passes.isEmpty())
                .next()
                .block(Duration.ofSeconds(20));
        assertThat(passes).containsOnly(100);
        var standing = attempts.standing(learner, ENROLMENT, LESSON).block();
        assertThat(standing.passed()).isTrue();
        assertThat(standing.bestPercent()).isEqualTo(100);
        assertThat(standing.openAttemptId()).isNull();
    }

    @Test
    void an_option_that_the_question_does_not_have_is_refused() {
        paper(1, 2, 0);
        Attempt attempt = start(UUID.randomUUID());

        refused(() -> answer(attempt, attempt.questions().getFirst().questionId(), "z"), ProblemCode.BAD_REQUEST);
        refused(() -> answer(attempt, UUID.randomUUID(), "a"), ProblemCode.NOT_FOUND);
    }

    @Test
    void an_edited_question_is_a_new_version_and_the_paper_keeps_its_own() {
        paper(1, 2, 0);
        var listed = bank.list(trainer, SCHOOL, null, null).block().items().getFirst();
        var edited = content("新的题干", "b");

        var saved = bank.save(trainer, listed.id(), new QuestionEdit(SCHOOL, "6-18-01-01", 1, edited))
                .block();
        var repeated = bank.save(trainer, listed.id(), new QuestionEdit(SCHOOL, "6-18-01-01", 1, edited))
                .block();

        assertThat(saved.version()).isEqualTo(2);
        assertThat(repeated).isEqualTo(saved);
        assertThat(start(UUID.randomUUID()).questions().getFirst().stem().zh()).isEqualTo("题干0");
        refused(
                () -> bank.save(trainer, listed.id(), new QuestionEdit(SCHOOL, "6-18-01-01", 1, content("又一个", "a")))
                        .block(),
                ProblemCode.CHANGED_MEANWHILE);
    }

    @Test
    void the_bank_pages_without_leaving_out_or_repeating() {
        for (int i = 0; i < 45; i++) {
            question(i);
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = bank.list(trainer, SCHOOL, null, cursor).block();
            page.items().forEach(question -> seen.add(question.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void to_a_trainer_of_another_school_the_bank_does_not_exist() {
        QuestionRef mine = question(1);
        Caller other = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.TRAINER, UUID.randomUUID())));

        refused(() -> bank.find(other, mine.questionId()).block(), ProblemCode.NOT_FOUND);
        refused(() -> bank.list(other, SCHOOL, null, null).block(), ProblemCode.NOT_FOUND);
        refused(
                () -> bank.save(other, mine.questionId(), new QuestionEdit(SCHOOL, "6-18-01-01", 1, content("题", "a")))
                        .block(),
                ProblemCode.NOT_ALLOWED);
    }

    private void paper(int questions, int maxAttempts, int minutes) {
        List<QuestionRef> refs = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            refs.add(question(i));
        }
        var content = new PaperContent(new LocalText("试卷", "Paper"), refs, questions, 60, maxAttempts, minutes);
        papers.save(trainer, paperId, new PaperEdit(SCHOOL, 0, content)).block();
    }

    private QuestionRef question(int i) {
        UUID id = UUID.randomUUID();
        bank.save(trainer, id, new QuestionEdit(SCHOOL, "6-18-01-01", 0, content("题干" + i, "a")))
                .block();
        return new QuestionRef(id, 1);
    }

    private static QuestionContent content(String stem, String correct) {
        return new QuestionContent(
                QuestionKind.SINGLE,
                new LocalText(stem, "Stem"),
                List.of(new Option("a", new LocalText("甲", "A")), new Option("b", new LocalText("乙", "B"))),
                List.of(correct),
                new LocalText("因为", "Because"),
                5);
    }

    private Attempt start(UUID id) {
        return attempts.start(learner, id, new StartAttempt(ENROLMENT, LESSON)).block();
    }

    private void answer(Attempt attempt, UUID question, String option) {
        attempts.answer(learner, attempt.id(), question, List.of(option)).block();
    }

    private int standingAttempts() {
        return attempts.standing(learner, ENROLMENT, LESSON).block().attempts().size();
    }

    private static Caller person(Role role) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, SCHOOL)));
    }

    private static void refused(ThrowingCallable work, ProblemCode code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
