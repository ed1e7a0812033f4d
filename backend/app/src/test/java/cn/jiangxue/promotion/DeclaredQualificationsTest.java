package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationEdit;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A learner declares a diploma, applies on it, and the officer's approval confirms it. */
class DeclaredQualificationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final QualificationEdit SENIOR_CLASS = diploma(LocalDate.of(2019, 7, 1));

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Caller officer;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        officer = all.officer();
        all.credit.earn(zhang.learnerId(), 32);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void a_diploma_opens_the_way_to_grade_three_and_its_approval_confirms_it() {
        UUID id = UUID.randomUUID();
        assertThat(senior().eligible()).isFalse();

        Qualification declared = save(id, SENIOR_CLASS).block();
        assertThat(declared.confirmed()).isFalse();
        assertThat(declared.typeName().zh()).isEqualTo("技工院校高级工班毕业证书");
        assertThat(senior().eligible()).isTrue();
        Case applied = all.promotions
                .apply(zhang, UUID.randomUUID(), Application.byExamination(TURNER, Grade.SENIOR, all.institution, ""))
                .block(PATIENCE);
        assertThat(applied.qualifications()).containsExactly(declared);
        all.approved(officer, applied).block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(mine()).extracting(Qualification::confirmed).containsExactly(true));
        assertThat(refusal(save(id, diploma(LocalDate.of(2018, 7, 1))))).isEqualTo(ProblemCode.QUALIFICATION_CONFIRMED);
        assertThat(refusal(remove(id))).isEqualTo(ProblemCode.QUALIFICATION_CONFIRMED);
        assertThat(save(id, SENIOR_CLASS).block().confirmed())
                .as("the same again")
                .isTrue();
    }

    @Test
    void what_was_only_declared_can_be_changed_and_removed_and_an_approval_looks_again() {
        UUID id = UUID.randomUUID();
        save(id, SENIOR_CLASS).block();
        save(id, diploma(LocalDate.of(2020, 7, 1))).block();
        assertThat(mine()).extracting(Qualification::since).containsExactly(LocalDate.of(2020, 7, 1));
        Case applied = all.promotions
                .apply(zhang, UUID.randomUUID(), Application.byExamination(TURNER, Grade.SENIOR, all.institution, ""))
                .block(PATIENCE);

        remove(id).block();
        remove(id).block();

        assertThat(mine()).isEmpty();
        assertThat(refusal(all.promotions.decide(
                        officer,
                        applied.id(),
                        UUID.randomUUID(),
                        new DecisionEdit(DecisionKind.ADMIT, "", applied.revision()))))
                .isEqualTo(ProblemCode.NOT_ELIGIBLE);
    }

    @Test
    void what_cannot_be_is_refused() {
        for (QualificationEdit wrong : List.of(
                new QualificationEdit("0-0", QualificationType.TITLE_SENIOR, "评审委员会", LocalDate.of(2019, 7, 1)),
                new QualificationEdit(TURNER, QualificationType.TITLE_SENIOR, " ", LocalDate.of(2019, 7, 1)),
                new QualificationEdit(
                        TURNER, QualificationType.TITLE_SENIOR, "x".repeat(101), LocalDate.of(2019, 7, 1)),
                diploma(LocalDate.of(2026, 11, 21)),
                diploma(LocalDate.of(1939, 12, 31)))) {
            assertThat(refusal(Mono.defer(() -> save(UUID.randomUUID(), wrong))))
                    .isEqualTo(ProblemCode.INVALID_FIELDS);
        }
        assertThat(mine()).isEmpty();
    }

    @Test
    void twenty_are_enough() {
        Flux.range(0, 20).concatMap(i -> save(UUID.randomUUID(), SENIOR_CLASS)).blockLast(PATIENCE);

        assertThat(refusal(save(UUID.randomUUID(), SENIOR_CLASS))).isEqualTo(ProblemCode.QUALIFICATION_LIMIT);
    }

    private Eligibility senior() {
        return all.promotions.paths(zhang, TURNER).block(PATIENCE).stream()
                .filter(path -> path.grade() == Grade.SENIOR)
                .findFirst()
                .orElseGet(() ->
                        new Eligibility(TURNER, null, "", null, Grade.SENIOR, null, false, null, List.of(), null));
    }

    private Mono<Qualification> save(UUID id, QualificationEdit edit) {
        return all.qualifications.save(zhang.learnerId(), zhang.personId(), id, edit);
    }

    private Mono<Void> remove(UUID id) {
        return all.qualifications.remove(zhang.learnerId(), zhang.personId(), id);
    }

    private List<Qualification> mine() {
        return all.qualifications.of(zhang.learnerId()).block(PATIENCE);
    }

    private static QualificationEdit diploma(LocalDate since) {
        return new QualificationEdit(TURNER, QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS, "临江技师学院", since);
    }

    private static ProblemCode refusal(Mono<?> call) {
        try {
            throw new AssertionError("was not refused but answered " + call.block(PATIENCE));
        } catch (ProblemException e) {
            return e.code();
        }
    }
}
