package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PersonTold;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What applicants for a grade hear, over a real store. */
class ApplicantNewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String REASON = "请补充近五年的工作证明材料。";

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Caller officer;
    private Case applied;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        officer = all.officer();
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
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void an_applicant_hears_what_more_is_wanted_and_until_when() {
        decide(DecisionKind.ASK_FOR_MORE);

        PersonTold told = heard(1).getFirst();
        assertThat(told.kind()).isEqualTo(MessageKind.PROMOTION_MORE_ASKED);
        assertThat(told.personId()).isEqualTo(zhang.personId());
        assertThat(told.matterId()).isEqualTo(applied.id());
        assertThat(told.matter().zh()).startsWith("车工 · ");
        assertThat(told.institution().zh()).isEqualTo("临江市职业技能等级认定中心");
        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void an_applicant_hears_of_the_admission_and_the_approval() {
        all.approved(officer, applied).block(PATIENCE);

        assertThat(heard(2))
                .extracting(PersonTold::kind)
                .containsExactly(MessageKind.PROMOTION_ADMITTED, MessageKind.PROMOTION_APPROVED);
        assertThat(all.told).extracting(PersonTold::actBy).containsOnlyNulls();
    }

    @Test
    void an_applicant_hears_of_a_refusal_but_not_in_whose_words() {
        decide(DecisionKind.REFUSE);

        assertThat(heard(1)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(MessageKind.PROMOTION_REFUSED);
            assertThat(told.toString())
                    .doesNotContain(REASON, officer.personId().toString());
        });
    }

    @Test
    void what_applicants_do_themselves_is_no_news_to_them() {
        all.promotions.withdraw(zhang, applied.id()).block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited).anyMatch(fact -> fact.action().equals("promotion.withdrawn")));
        assertThat(all.told).isEmpty();
    }

    @Test
    void who_has_not_answered_is_reminded_once_two_working_days_before_the_day() {
        decide(DecisionKind.ASK_FOR_MORE);
        days(18);
        assertThat(reminded()).as("three working days before").isZero();

        days(1);
        assertThat(reminded()).isOne();
        assertThat(reminded()).isZero();
        days(1);
        assertThat(reminded()).isZero();

        PersonTold told = heard(2).getLast();
        assertThat(told.kind()).isEqualTo(MessageKind.PROMOTION_DAY_NEAR);
        assertThat(told.personId()).isEqualTo(zhang.personId());
        assertThat(told.matterId()).isEqualTo(applied.id());
        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void who_has_answered_or_withdrawn_is_not_reminded() {
        decide(DecisionKind.ASK_FOR_MORE);
        all.promotions.resubmit(zhang, applied.id()).block(PATIENCE);
        days(19);
        assertThat(reminded()).isZero();

        all.promotions.withdraw(zhang, applied.id()).block(PATIENCE);
        assertThat(reminded()).isZero();
    }

    @Test
    void nobody_is_reminded_of_a_day_that_is_over_and_everybody_of_a_later_request() {
        decide(DecisionKind.ASK_FOR_MORE);
        days(22);
        assertThat(reminded()).isZero();

        Case again = all.promotions.resubmit(zhang, applied.id()).block(PATIENCE);
        all.promotions
                .decide(
                        officer,
                        applied.id(),
                        UUID.randomUUID(),
                        new DecisionEdit(DecisionKind.ASK_FOR_MORE, REASON, again.revision()))
                .block(PATIENCE);
        days(20);
        assertThat(reminded()).isOne();
    }

    @Test
    void officers_are_reminded_once_of_an_application_whose_day_comes() {
        Caller second = all.officer();
        UUID works = UUID.randomUUID();
        UUID colleague = UUID.randomUUID();
        all.employers.put(zhang.personId(), Set.of(works));
        all.employers.put(colleague, Set.of(works));
        all.staff.addAll(List.of(zhang.personId(), colleague, officer.personId(), second.personId()));
        assertThat(applied.actBy()).isEqualTo(LocalDate.of(2026, 12, 18));
        days(25);
        assertThat(reminded()).as("three working days before").isZero();

        days(1);
        assertThat(reminded()).isOne();
        assertThat(reminded()).isZero();
        days(1);
        assertThat(reminded()).isZero();

        List<PersonTold> told = heard(2);
        assertThat(told).extracting(PersonTold::kind).containsOnly(MessageKind.PROMOTION_STEP_DAY_NEAR);
        assertThat(told).extracting(PersonTold::personId).containsExactly(officer.personId(), second.personId());
        assertThat(told).extracting(PersonTold::actBy).containsOnly(LocalDate.of(2026, 12, 18));
        assertThat(told).extracting(PersonTold::matterId).containsOnly(applied.id());
    }

    @Test
    void of_many_officers_ten_are_told_and_nobody_of_what_is_decided() {
        for (int i = 0; i < 30; i++) {
            all.staff.add(UUID.randomUUID());
        }
        days(26);
        assertThat(reminded()).isOne();
        heard(10);
        int revision =
                all.promotions.find(officer, applied.id()).block(PATIENCE).revision();
        all.promotions
                .decide(
                        officer,
                        applied.id(),
                        UUID.randomUUID(),
                        new DecisionEdit(DecisionKind.REFUSE, REASON, revision))
                .block(PATIENCE);
        heard(11);
        assertThat(reminded()).isZero();
    }

    /** Noon, so many civil days later. */
    private void days(int later) {
        all.ground.clock.advanceSeconds(Duration.ofDays(later).toSeconds());
    }

    private long reminded() {
        return all.reminders.batch().block(PATIENCE);
    }

    private void decide(DecisionKind kind) {
        all.promotions
                .decide(officer, applied.id(), UUID.randomUUID(), new DecisionEdit(kind, REASON, applied.revision()))
                .block(PATIENCE);
    }

    private List<PersonTold> heard(int howMany) {
        return Awaitility.await().atMost(PATIENCE).until(() -> all.told, told -> told.size() == howMany);
    }
}
