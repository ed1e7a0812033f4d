package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Achievement;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Direct recognition, exceptional promotion and promotion by contest over a real store. */
class OtherPathsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String WELDER = "6-18-02-04";
    private static final String REASON = "业绩材料经现场核实，同意。证明齐全。";

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Caller zhou;
    private Caller wu;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        zhou = all.officer();
        wu = all.officer();
        for (String occupation : List.of(TURNER, WELDER)) {
            all.careers
                    .save(
                            zhang.learnerId(),
                            zhang.personId(),
                            UUID.randomUUID(),
                            new WorkRecordEdit(occupation, "匠心精工", LocalDate.of(2020, 7, 1), null))
                    .block();
        }
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void direct_recognition_is_decided_on_evidence_and_with_a_reason() {
        Case applied = apply(direct(TURNER, Grade.SENIOR)).block(PATIENCE);
        assertThat(applied.examination()).isNull();
        assertThat(refusal(decide(zhou, applied, DecisionKind.APPROVE, REASON))).isEqualTo(ProblemCode.EVIDENCE_NEEDED);
        Case proven = proven(applied);

        assertThat(refusal(decide(zhou, proven, DecisionKind.APPROVE, ""))).isEqualTo(ProblemCode.INVALID_FIELDS);
        Case approved = decide(zhou, proven, DecisionKind.APPROVE, REASON).block(PATIENCE);

        assertThat(approved.state()).isEqualTo(CaseState.APPROVED);
        assertThat(approved.decision().reason()).isEqualTo(REASON);
        awaitGrade(Grade.SENIOR);
    }

    @Test
    void an_exceptional_promotion_is_proposed_by_one_officer_and_decided_by_another() {
        held(TURNER, Grade.SENIOR);
        Case applied = proven(apply(exceptional(Achievement.MENTORING)).block(PATIENCE));
        assertThat(applied.possible()).contains(DecisionKind.PROPOSE).doesNotContain(DecisionKind.APPROVE);

        Case proposed = decide(zhou, applied, DecisionKind.PROPOSE, REASON).block(PATIENCE);

        assertThat(proposed.state()).isEqualTo(CaseState.AWAITING_SECOND);
        assertThat(proposed.possible()).as("the proposer is offered nothing").isEmpty();
        assertThat(all.promotions.find(all.officer(), applied.id()).block().possible())
                .as("another officer decides")
                .containsExactly(DecisionKind.APPROVE, DecisionKind.REFUSE);
        assertThat(all.promotions
                        .find(zhang, applied.id())
                        .block()
                        .history()
                        .getLast()
                        .reason())
                .as("the applicant reads why")
                .isEqualTo(REASON);
        assertThat(refusal(decide(zhou, proposed, DecisionKind.APPROVE, REASON)))
                .isEqualTo(ProblemCode.SECOND_OFFICER_NEEDED);
        assertThat(decide(wu, proposed, DecisionKind.APPROVE, REASON)
                        .block(PATIENCE)
                        .state())
                .isEqualTo(CaseState.APPROVED);
        awaitGrade(Grade.TECHNICIAN);
    }

    @Test
    void a_way_that_is_not_open_is_refused_with_every_condition() {
        assertThat(refusal(apply(exceptional(Achievement.MAJOR_PROBLEM)))).isEqualTo(ProblemCode.NOT_ELIGIBLE);
        assertThat(refusal(apply(direct(TURNER, Grade.CHIEF_TECHNICIAN)))).isEqualTo(ProblemCode.NOT_ELIGIBLE);
        assertThat(refusal(apply(contest(TURNER, Grade.SENIOR, 4, 2026)))).isEqualTo(ProblemCode.NOT_ELIGIBLE);
    }

    @Test
    void an_application_is_filled_in_as_its_path_asks() {
        ContestResult won = result(1, 2026);
        for (Application wrong : List.of(
                application(TURNER, Grade.SENIOR, PromotionPath.DIRECT, Achievement.MENTORING, null),
                application(TURNER, Grade.SENIOR, PromotionPath.DIRECT, null, won),
                application(TURNER, Grade.TECHNICIAN, PromotionPath.EXCEPTIONAL, null, null),
                application(TURNER, Grade.SENIOR, PromotionPath.CONTEST, null, null),
                contest(TURNER, Grade.SENIOR, 0, 2026),
                contest(TURNER, Grade.SENIOR, 1, 2027),
                contest(TURNER, Grade.SENIOR, 1, 1999))) {
            assertThat(refusal(Mono.defer(() -> apply(wrong)))).isEqualTo(ProblemCode.INVALID_FIELDS);
        }
    }

    @Test
    void of_two_contests_of_one_year_approved_at_once_one_promotes() {
        Case turner = proven(apply(contest(TURNER, Grade.SENIOR, 3, 2026)).block(PATIENCE));
        Case welder = proven(apply(contest(WELDER, Grade.SENIOR, 1, 2026)).block(PATIENCE));
        List<ProblemException> refused = new CopyOnWriteArrayList<>();

        List<Case> approved = Flux.just(turner, welder)
                .flatMap(
                        one -> decide(zhou, one, DecisionKind.APPROVE, REASON)
                                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e))),
                        2)
                .collectList()
                .block(PATIENCE);

        assertThat(approved).hasSize(1);
        assertThat(refused).extracting(ProblemException::code).containsExactly(ProblemCode.NOT_ELIGIBLE);
        Application again = contest(TURNER, Grade.SENIOR, 2, 2025);
        Case other = approved.getFirst().id().equals(turner.id()) ? welder : turner;
        all.promotions.withdraw(zhang, other.id()).block(PATIENCE);
        if (!approved.getFirst().id().equals(turner.id())) {
            Case before = proven(apply(again).block(PATIENCE));
            assertThat(decide(zhou, before, DecisionKind.APPROVE, REASON)
                            .block(PATIENCE)
                            .state())
                    .as("another year")
                    .isEqualTo(CaseState.APPROVED);
        }
    }

    private static final boolean STUDENT = true;

    private ContestResult result(int place, int year) {
        LocalDate day = LocalDate.of(year, 10, 1);
        return new ContestResult(ContestRank.CITY, "临江市职工技能大赛", place, STUDENT, day);
    }

    private Application contest(String occupation, Grade grade, int place, int year) {
        return application(occupation, grade, PromotionPath.CONTEST, null, result(place, year));
    }

    private Application direct(String occupation, Grade grade) {
        return application(occupation, grade, PromotionPath.DIRECT, null, null);
    }

    private Application exceptional(Achievement achievement) {
        return application(TURNER, Grade.TECHNICIAN, PromotionPath.EXCEPTIONAL, achievement, null);
    }

    private Application application(
            String occupation,
            Grade grade,
            PromotionPath path,
            @Nullable Achievement achievement,
            @Nullable ContestResult contest) {
        return new Application(occupation, grade, all.institution, "", path, achievement, contest, null);
    }

    private Mono<Case> apply(Application application) {
        return all.promotions.apply(zhang, UUID.randomUUID(), application);
    }

    private Case proven(Case applied) {
        UUID id = UUID.randomUUID();
        all.files.put(id, new StoredFile(id, zhang.personId(), "证明.jpg", "image/jpeg", 1_234, "00"));
        EvidenceEdit edit = new EvidenceEdit(new LocalText("业绩证明", "Proof"), id, "证明.jpg", "image/jpeg", 1_234);
        return all.promotions
                .attach(zhang, applied.id(), UUID.randomUUID(), edit)
                .block(PATIENCE);
    }

    private void held(String occupation, Grade grade) {
        Case applied = proven(apply(direct(occupation, grade)).block(PATIENCE));
        decide(zhou, applied, DecisionKind.APPROVE, REASON).block(PATIENCE);
        awaitGrade(grade);
    }

    private void awaitGrade(Grade grade) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.careers.grades(zhang.learnerId()).block())
                                .anyMatch(held -> held.grade() == grade));
    }

    private Mono<Case> decide(Caller who, Case seen, DecisionKind kind, String reason) {
        return all.promotions.decide(
                who, seen.id(), UUID.randomUUID(), new DecisionEdit(kind, reason, seen.revision()));
    }

    private static ProblemCode refusal(Mono<?> call) {
        try {
            Object answer = call.block(PATIENCE);
            throw new AssertionError("was not refused but answered " + answer);
        } catch (ProblemException e) {
            return e.code();
        }
    }
}
