package cn.jiangxue.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi.PostedEntry;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.credit.Movement;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.credit.Posted;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.Actor;
import cn.jiangxue.recognition.rules.Answer;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A grade whose credential was revoked earns nothing any more, over a real store. */
class WithdrawnOutcomesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "抽查发现考评记录系伪造";

    private final Caller wu = RecognitionFixture.learner();
    private final LearnerId learner = new LearnerId(wu.learnerId());
    private RecognitionFixture all;
    private Caller wang;

    @BeforeEach
    void open() {
        all = new RecognitionFixture();
        wang = RecognitionFixture.officer(all.institution);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void a_withdrawn_grade_is_neither_offered_nor_counted() {
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        UUID outcome = all.outcomesOf(wu).getFirst();

        all.revoke(wu, grade, REASON);

        assertThat(all.recognitions
                        .preview(wu, new PreviewEdit(SampleBook.GRADES, List.of()))
                        .block()
                        .offered())
                .isEmpty();
        assertThat(code(all.recognitions.preview(wu, new PreviewEdit(SampleBook.GRADES, List.of(outcome)))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(code(apply(SampleBook.GRADES, List.of()))).isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
    }

    @Test
    void what_was_posted_because_of_it_is_reversed_once_however_often_it_is_told() {
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        RecognitionCase granted = granted();
        UUID outcome = all.outcomesOf(wu).getFirst();

        all.revoke(wu, grade, REASON);

        await(() -> assertThat(balance()).isZero());
        OutcomeWithdrawn told =
                all.outcomes.withdrawn(learner, List.of(new OutcomeId(outcome))).blockFirst();
        for (int i = 0; i < 5; i++) {
            all.hearing.hear(told).block();
            all.withdrawnCredit
                    .takeBack(
                            told,
                            all.cases.find(granted.id()).block().dossier().written().stream()
                                    .map(CaseDocument.Written::entryId)
                                    .toList())
                    .block();
            all.revoke(wu, grade, "another reason, told later");
        }
        assertThat(all.credit.entries(wu.learnerId())).containsExactly("REVERSE -8000", "DEPOSIT 8000");
        assertThat(all.credit.newestReason(wu.learnerId()))
                .contains(told.withdrawal().cause().toString(), REASON);
        assertThat(all.credit.corrections(wu.learnerId())).containsExactly("POSTED");
        await(() -> {
            RecognitionCase seen = seen(granted.id());
            assertThat(seen.posted()).extracting(PostedEntry::takenBack).containsExactly(true);
            assertThat(seen.withdrawn()).singleElement().satisfies(gone -> {
                assertThat(gone.outcomeId()).isEqualTo(outcome);
                assertThat(gone.reason()).isEqualTo(REASON);
            });
            assertThat(seen.history())
                    .filteredOn(event -> REASON.equals(event.reason()))
                    .hasSize(1);
        });
        await(() -> assertThat(all.told)
                .filteredOn(news -> news.kind() == MessageKind.OUTCOME_WITHDRAWN)
                .singleElement()
                .satisfies(news -> assertThat(news.matterId()).isEqualTo(outcome)));
    }

    @Test
    void credit_that_was_spent_is_taken_back_as_soon_as_the_account_has_it_and_never_below_zero() {
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        granted();
        Posted.Entered spent = (Posted.Entered) all.credit
                .postings
                .post(new Movement.Debit(
                        UUID.randomUUID(),
                        learner,
                        UUID.randomUUID(),
                        Credits.whole(5),
                        new LocalText("抵扣学费", "Fees"),
                        Mandate.SYSTEM))
                .block();

        all.revoke(wu, grade, REASON);

        await(() -> assertThat(all.credit.corrections(wu.learnerId()))
                .singleElement()
                .asString()
                .startsWith("APPROVED The credit was used; 5"));
        assertThat(balance()).isEqualTo(3_000);
        all.ground.clock.advanceSeconds(601);
        assertThat(all.credit.askAgain(all.withdrawnCredit)).isZero();
        assertThat(balance()).isEqualTo(3_000);

        all.credit
                .postings
                .post(new Movement.Reverse(
                        learner, spent.entry().entryId(), new LocalText("退费", "Refund"), Mandate.SYSTEM))
                .block();
        assertThat(all.credit.askAgain(all.withdrawnCredit))
                .as("not before its time")
                .isZero();
        all.ground.clock.advanceSeconds(601);
        assertThat(all.credit.askAgain(all.withdrawnCredit)).isOne();
        assertThat(balance()).isZero();
        assertThat(all.credit.corrections(wu.learnerId())).containsExactly("POSTED");
        all.ground.clock.advanceSeconds(601);
        assertThat(all.credit.askAgain(all.withdrawnCredit)).isZero();
    }

    @Test
    void an_award_that_rests_on_it_beside_others_is_taken_back_too() {
        all.course(wu);
        all.ground.clock.advanceSeconds(1);
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        granted(SampleBook.PAIR);
        assertThat(balance()).isEqualTo(6_000);

        all.revoke(wu, grade, REASON);

        await(() -> assertThat(all.credit.entries(wu.learnerId())).containsExactly("REVERSE -6000", "DEPOSIT 6000"));
    }

    @Test
    void an_open_case_says_so_and_is_not_granted() {
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        RecognitionCase made = applied();

        all.revoke(wu, grade, REASON);
        await(() -> assertThat(seen(made.id()).history())
                .anySatisfy(event -> assertThat(event.reason()).isEqualTo(REASON)));
        all.afterTheDay(made.id());

        ProblemException refused = refusal(decide(made.id(), true));
        assertThat(refused.code()).isEqualTo(ProblemCode.CASE_RESTS_ON_WITHDRAWN);
        assertThat(refused.inWords().zh()).contains("车工 INTERMEDIATE");
        assertThat(seen(made.id()).withdrawn()).hasSize(1);
        decide(made.id(), false).block();
        assertThat(seen(made.id()).stage()).isEqualTo(Stage.REFUSED);
        assertThat(all.credit.entries(wu.learnerId())).isEmpty();
    }

    @Test
    void what_was_decided_a_moment_before_is_posted_and_taken_back_and_then_registered() {
        UUID grade = all.grade(wu, Grade.INTERMEDIATE);
        RecognitionCase made = applied();
        all.afterTheDay(made.id());
        CaseDocument before = all.cases.find(made.id()).block();
        all.revoke(wu, grade, REASON);
        // As if the officer's decision had been written before anybody heard of the withdrawal.
        var decided = Proceedings.act(
                before.proceeding(),
                new Actor(wang.personId(), Set.of(all.institution), Set.of()),
                new Act.Decide(UUID.randomUUID(), true, ""),
                new Day(all.ground.time.today(), WorkingDays.PUBLISHED));
        CaseDocument now = all.cases.find(made.id()).block();
        CaseDocument posting = all.cases
                .save(
                        now,
                        now.next(((Answer.Done) decided).next(), now.dossier()),
                        new RecognitionDecided(made.id(), UUID.randomUUID(), wu.learnerId()))
                .block();

        await(() -> assertThat(seen(posting.id()).stage()).isEqualTo(Stage.REGISTERED));
        await(() -> assertThat(all.credit.entries(wu.learnerId())).containsExactly("REVERSE -8000", "DEPOSIT 8000"));
        assertThat(seen(made.id()).posted()).extracting(PostedEntry::kind).containsExactly(EntryKind.DEPOSIT);
    }

    private RecognitionCase granted() {
        return granted(SampleBook.GRADES);
    }

    private RecognitionCase granted(String programme) {
        RecognitionCase made = applied(programme);
        all.afterTheDay(made.id());
        decide(made.id(), true).block();
        Awaitility.await().atMost(PATIENCE).until(() -> seen(made.id()).stage() == Stage.REGISTERED);
        return seen(made.id());
    }

    private Mono<CaseDocument> decide(UUID caseId, boolean grant) {
        int revision = (int) all.cases.find(caseId).block().revision();
        return all.acting.act(wang, caseId, new Act.Decide(UUID.randomUUID(), grant, grant ? "" : REASON), revision);
    }

    private RecognitionCase applied() {
        return applied(SampleBook.GRADES);
    }

    private RecognitionCase applied(String programme) {
        CaseDocument made = apply(programme, all.outcomesOf(wu)).block();
        return seen(made.id());
    }

    private Mono<CaseDocument> apply(String programme, List<UUID> outcomes) {
        return all.applying.apply(wu, UUID.randomUUID(), new RecognitionEdit(programme, outcomes, "", List.of()));
    }

    private RecognitionCase seen(UUID caseId) {
        return all.recognitions.find(wu, caseId).block();
    }

    private long balance() {
        return all.credit.accounts.balance(learner).block().availableMilli();
    }

    private static void await(ThrowingRunnable seen) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(seen);
    }

    private static ProblemCode code(Mono<?> asked) {
        return refusal(asked).code();
    }

    private static ProblemException refusal(Mono<?> asked) {
        return catchThrowableOfType(ProblemException.class, asked::block);
    }
}
