package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of applications that an institution is late with, over a real store. */
class EscalationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String REASON = "请补充近五年的工作证明材料。";

    /** Twenty working days after the application. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 18);

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Caller officer;
    private Caller above;
    private Case applied;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        officer = all.officer();
        above = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.union)));
        all.careers
                .save(
                        zhang.learnerId(),
                        zhang.personId(),
                        UUID.randomUUID(),
                        new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2020, 7, 1), null))
                .block(PATIENCE);
        all.credit.earn(zhang.learnerId(), 16);
        applied = all.promotions
                .apply(
                        zhang,
                        UUID.randomUUID(),
                        Application.byExamination(TURNER, Grade.INTERMEDIATE, all.institution, "从事车工六年。"))
                .block(PATIENCE);
        assertThat(applied.actBy()).isEqualTo(LAST_DAY);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void on_the_last_day_the_institution_is_in_time_and_nobody_above_sees_the_application() {
        days(28);

        assertThat(escalated()).isZero();
        assertThat(list(above)).isEmpty();
        refused(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_day_later_it_is_on_the_list_of_the_organisation_above_once_and_stays_on_the_institutions_own() {
        days(29);

        assertThat(escalated()).isOne();
        assertThat(escalated()).isZero();

        assertThat(list(above)).singleElement().satisfies(late -> {
            assertThat(late.id()).isEqualTo(applied.id());
            assertThat(late.escalatedOn()).isEqualTo(LAST_DAY.plusDays(1));
        });
        assertThat(list(officer)).extracting(CaseSummary::id).containsExactly(applied.id());
        assertThat(seen(above).history())
                .extracting(CaseEvent::what)
                .anySatisfy(what -> assertThat(what.zh()).contains("上级机构督办"));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited).extracting(AuditFact::action).contains("promotion.escalated"));
    }

    @Test
    void the_list_says_who_must_act_and_an_officer_above_is_told_once() {
        days(29);
        escalated();
        escalated();

        assertThat(list(above)).singleElement().satisfies(late -> {
            assertThat(late.actOn().zh()).isEqualTo("等待认定机构审核");
            assertThat(late.actBy()).isEqualTo(LAST_DAY);
        });
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.told).singleElement().satisfies(told -> {
                    assertThat(told.kind()).isEqualTo(MessageKind.PROMOTION_OVERDUE);
                    assertThat(told.personId()).isEqualTo(all.officerAbove);
                    assertThat(told.matterId()).isEqualTo(applied.id());
                    assertThat(told.actBy()).isEqualTo(LAST_DAY);
                }));
    }

    @Test
    void the_organisation_above_looks_on_and_decides_nothing() {
        days(29);
        escalated();

        assertThat(seen(above).possible()).isEmpty();
        assertThat(seen(officer).possible()).contains(DecisionKind.REFUSE);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decide(above, DecisionKind.REFUSE))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void once_the_institution_acted_it_is_off_the_list_above() {
        days(29);
        escalated();

        decide(officer, DecisionKind.ASK_FOR_MORE);

        assertThat(list(above)).isEmpty();
        refused(ProblemCode.NOT_FOUND);
        days(60);
        assertThat(escalated()).as("the applicant is waited for").isZero();
        assertThat(seen(officer).state()).isEqualTo(CaseState.MORE_ASKED);
    }

    /** Noon, so many civil days later. */
    private void days(int later) {
        all.ground.clock.advanceSeconds(Duration.ofDays(later).toSeconds());
    }

    private long escalated() {
        return all.escalations.batch().block(PATIENCE);
    }

    private List<CaseSummary> list(Caller caller) {
        return all.lists.inbox(caller, null, null).block(PATIENCE).items();
    }

    private Case seen(Caller caller) {
        return all.promotions.find(caller, applied.id()).block(PATIENCE);
    }

    private void refused(ProblemCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> seen(above))
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    private void decide(Caller caller, DecisionKind kind) {
        all.promotions
                .decide(
                        caller,
                        applied.id(),
                        UUID.randomUUID(),
                        new DecisionEdit(kind, REASON, seen(officer).revision()))
                .block(PATIENCE);
    }
}
