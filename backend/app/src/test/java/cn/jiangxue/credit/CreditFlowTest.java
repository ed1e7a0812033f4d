package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.outcome.Completions;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** From a passed course to the account page, over the real outbox. */
class CreditFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LearnerId li = new LearnerId(UUID.randomUUID());
    private Ground ground;
    private CreditLedger ledger;
    private LearningOutcomes outcomes;
    private LearningAccounts accounts;

    @BeforeEach
    void open() {
        ground = new Ground();
        ledger = new CreditLedger(ground.documents, ground.clock);
        ledger.ensureIndexes(ground.database).block();
        ledger.start();
        CourseCreditPosting posting = new CourseCreditPosting(Standards.of(Frameworks.load()), ledger);
        Outbox outbox = ground.outbox(
                List.of(OutcomeFixture.SOURCE), List.of(new CreditConfiguration().creditForOutcomes(posting)));
        outcomes = OutcomeFixture.over(ground, outbox);
        accounts = new LearningAccounts(ledger, outcomes);
        ground.run(outbox);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        ground.close();
    }

    @Test
    void a_passed_course_becomes_credit_and_the_entry_leads_back_to_the_seconds() {
        CourseCompleted told = Completions.of(li.value(), UUID.randomUUID(), 96);
        OutcomeFixture.record(outcomes, told).block();
        OutcomeFixture.record(outcomes, told).block();

        Account account = awaitSeq(1);
        assertThat(account.balance().availableMilli()).isEqualTo(6_000);
        Entry entry = account.entries().items().getFirst();
        assertThat(entry.reason().zh()).isEqualTo("修完课程《车工基础》");
        assertThat(entry.rule().version()).isEqualTo(2);
        Trace trace = accounts.trace(li, 1).block();
        assertThat(trace.entry()).isEqualTo(entry);
        assertThat(trace.outcome().sourceId()).isEqualTo(told.enrolmentId());
        assertThat(trace.courseVersion()).isEqualTo(3);
        assertThat(trace.studySeconds()).isEqualTo(120);
        assertThat(trace.lessons()).extracting(lesson -> lesson.studySeconds()).containsExactly(120, 0);
        assertThat(trace.lessons().getLast().scorePercent()).isEqualTo(85);
        assertThat(trace.calculation()).hasSize(3).allMatch(Finding::met);
        assertThat(accounts.earned(li).block()).containsEntry(Completions.TURNER, Credits.whole(6));
    }

    @Test
    void a_course_with_too_few_hours_posts_nothing() {
        OutcomeFixture.record(outcomes, Completions.of(li.value(), UUID.randomUUID(), 7))
                .block();
        OutcomeFixture.record(outcomes, Completions.of(li.value(), UUID.randomUUID(), 8))
                .block();

        Account account = awaitSeq(1);

        assertThat(account.balance().availableMilli()).isEqualTo(500);
        assertThat(account.entries().items()).hasSize(1);
    }

    @Test
    void an_entry_of_somebody_else_is_not_found() {
        OutcomeFixture.record(outcomes, Completions.of(li.value(), UUID.randomUUID(), 96))
                .block();
        awaitSeq(1);

        assertThatThrownBy(() ->
                        accounts.trace(new LearnerId(UUID.randomUUID()), 1).block())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void a_new_account_is_empty() {
        Account account = accounts.account(li, null).block();

        assertThat(account.balance().seq()).isZero();
        assertThat(account.entries().items()).isEmpty();
        assertThat(account.entries().next()).isNull();
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap_while_entries_are_being_kept() {
        CourseCreditPosting posting = new CourseCreditPosting(Standards.of(Frameworks.load()), ledger);
        Flux.range(0, 105)
                .flatMap(
                        i -> posting.hear(
                                new cn.jiangxue.outcome.OutcomeAttained(
                                        UUID.randomUUID(),
                                        li.value(),
                                        cn.jiangxue.contract.CreditApi.OutcomeType.COURSE,
                                        UUID.randomUUID(),
                                        Completions.of(li.value(), UUID.randomUUID(), 8)
                                                .courseTitle(),
                                        Completions.TURNER,
                                        null,
                                        8,
                                        90,
                                        ground.time.today(),
                                        "x"),
                                new EventMeta(UUID.randomUUID(), Completions.NOON)),
                        20)
                .blockLast(PATIENCE);

        List<Long> seqs = new ArrayList<>();
        String cursor = null;
        do {
            Account page = accounts.account(li, cursor).block();
            assertThat(page.balance().availableMilli()).isEqualTo(105 * 500L);
            page.entries().items().forEach(entry -> seqs.add(entry.seq()));
            cursor = page.entries().next();
        } while (cursor != null);

        assertThat(seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 105).boxed().toList().reversed());
    }

    @Test
    void a_skill_grade_posts_no_credit_of_its_own() {
        CourseCreditPosting posting = new CourseCreditPosting(Standards.of(Frameworks.load()), ledger);

        posting.hear(
                        new cn.jiangxue.outcome.OutcomeAttained(
                                UUID.randomUUID(),
                                li.value(),
                                cn.jiangxue.contract.CreditApi.OutcomeType.SKILL_GRADE,
                                UUID.randomUUID(),
                                Completions.of(li.value(), UUID.randomUUID(), 8).courseTitle(),
                                Completions.TURNER,
                                cn.jiangxue.contract.Grade.JUNIOR,
                                0,
                                null,
                                ground.time.today(),
                                "x"),
                        new EventMeta(UUID.randomUUID(), Completions.NOON))
                .block();

        assertThat(accounts.balance(li).block().seq()).isZero();
    }

    private Account awaitSeq(long seq) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> accounts.account(li, null).block(),
                        account -> account.balance().seq() == seq);
    }
}
