package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.SupervisionApi.ActKind;
import cn.jiangxue.contract.SupervisionApi.Burst;
import cn.jiangxue.contract.SupervisionApi.BurstInFull;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bursts of marks over a real store. */
class BurstsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TURNER = "6-18-01-01";
    private static final String REASON = "登分时看错了一行，以原始评分表为准。";

    private PromotionFixture all;
    private Caller chen;
    private Caller administrator;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        chen = all.assessor();
        administrator = all.administrator();
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void twenty_one_marks_within_ten_minutes_are_shown_with_their_cases_and_reasons() {
        List<Case> admitted = admitted(11);
        for (Case one : admitted.subList(0, 10)) {
            mark(one, ExamPart.THEORY);
            mark(one, ExamPart.PRACTICE);
        }
        assertThat(bursts()).as("twenty are none").isEmpty();

        Case last = mark(admitted.getLast(), ExamPart.THEORY);
        all.ground.clock.advanceSeconds(1);
        UUID wrong = last.examination().marks().getFirst().id();
        all.promotions
                .mark(chen, last.id(), UUID.randomUUID(), new MarkEdit(ExamPart.THEORY, 1, 810, wrong, REASON))
                .block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bursts()).singleElement().satisfies(burst -> {
                    assertThat(burst.acts()).isEqualTo(22);
                    assertThat(burst.personId()).isEqualTo(chen.personId());
                    assertThat(burst.most()).isEqualTo(20);
                }));
        BurstInFull full =
                all.supervision.find(administrator, bursts().getFirst().id()).block(PATIENCE);
        assertThat(full.acts()).hasSize(22).allMatch(act -> act.kind() == ActKind.MARK);
        assertThat(full.acts().getLast().reason()).isEqualTo(REASON);
        assertThat(full.acts().getLast().what().zh()).contains("更正为：81.0分");
        assertThat(all.audited).extracting(AuditFact::action).contains("promotion.burst-opened");
    }

    @Test
    void at_a_steady_pace_there_is_nothing_to_show() {
        List<Case> admitted = admitted(12);
        for (Case one : admitted) {
            mark(one, ExamPart.THEORY);
            all.ground.clock.advanceSeconds(20);
            mark(one, ExamPart.PRACTICE);
            all.ground.clock.advanceSeconds(60);
        }

        assertThat(bursts()).isEmpty();
    }

    @Test
    void an_act_told_again_changes_nothing() {
        List<Case> admitted = admitted(11);
        List<ActTaken> told = new ArrayList<>();
        Bursts bursts = new Bursts(all.ground.documents, all.ground.time);
        for (int i = 0; i < 21; i++) {
            told.add(new ActTaken(
                    UUID.randomUUID(),
                    ActKind.APPROVAL,
                    chen.personId(),
                    all.institution,
                    admitted.getFirst().id(),
                    all.ground.clock.instant().plusSeconds(i)));
        }

        told.reversed().forEach(act -> bursts.take(act).block(PATIENCE));
        told.forEach(act -> bursts.take(act).block(PATIENCE));

        assertThat(bursts())
                .singleElement()
                .satisfies(burst -> assertThat(burst.acts()).isEqualTo(21));
    }

    @Test
    void they_are_for_the_administrators_of_the_institution_only() {
        Caller elsewhere = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.ADMINISTRATOR, UUID.randomUUID())));

        for (Caller foreign : List.of(elsewhere, all.officer(), chen)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() ->
                            all.supervision.list(foreign, all.institution, null).block(PATIENCE))
                    .matches(refusal -> refusal.code() == ProblemCode.NOT_FOUND);
        }
    }

    private List<Burst> bursts() {
        return all.supervision
                .list(administrator, all.institution, null)
                .block(PATIENCE)
                .items();
    }

    private List<Case> admitted(int count) {
        Caller officer = all.officer();
        List<Case> admitted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Caller learner = PromotionFixture.learner();
            WorkRecordEdit work = new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2020, 7, 1), null);
            all.careers
                    .save(learner.learnerId(), learner.personId(), UUID.randomUUID(), work)
                    .block(PATIENCE);
            all.credit.earn(learner.learnerId(), 16);
            Application application = Application.byExamination(TURNER, Grade.INTERMEDIATE, all.institution, "");
            Case applied = all.promotions
                    .apply(learner, UUID.randomUUID(), application)
                    .block(PATIENCE);
            admitted.add(all.promotions
                    .decide(
                            officer,
                            applied.id(),
                            UUID.randomUUID(),
                            new DecisionEdit(DecisionKind.ADMIT, "", applied.revision()))
                    .block(PATIENCE));
        }
        return admitted;
    }

    private Case mark(Case one, ExamPart part) {
        return all.promotions
                .mark(chen, one.id(), UUID.randomUUID(), new MarkEdit(part, 1, 800, null, ""))
                .block(PATIENCE);
    }
}
