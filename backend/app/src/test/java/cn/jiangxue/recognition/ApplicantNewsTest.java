package cn.jiangxue.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.recognition.rules.Act;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What applicants for recognition hear, over a real store. */
class ApplicantNewsTest extends RecognitionCast {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "材料与申请的课程并不一致，请核对。";

    @BeforeEach
    void aCourse() {
        all.course(zhang);
    }

    @Test
    void an_applicant_hears_of_publicity_and_of_what_is_in_the_account() {
        UUID made = applied(SampleBook.AUTOMATIC);
        granted(made);

        List<PersonTold> told = heard(MessageKind.RECOGNITION_PUBLICISED, MessageKind.RECOGNITION_REGISTERED);

        assertThat(told).allSatisfy(news -> {
            assertThat(news.personId()).isEqualTo(zhang.personId());
            assertThat(news.matterId()).isEqualTo(made);
            assertThat(news.institution().zh()).isEqualTo("临江工匠学院");
        });
        assertThat(told.getLast().actBy()).as("until then it may be appealed").isEqualTo(all.in(15));
    }

    @Test
    void an_applicant_hears_what_more_is_wanted_and_nothing_when_the_day_passes() {
        UUID made = applied(SampleBook.PANEL);
        act(wang, made, new Act.AskForMore(UUID.randomUUID(), REASON, 15));
        assertThat(heard(MessageKind.RECOGNITION_MORE_ASKED).getFirst().actBy()).isEqualTo(all.in(15));

        all.afterTheDay(made);
        all.sweep().sweep().block(PATIENCE);

        assertThat(all.cases.find(made).block().stage()).isEqualTo(Stage.REVIEWING);
        heard(MessageKind.RECOGNITION_MORE_ASKED);
    }

    @Test
    void an_applicant_hears_of_a_refusal_and_of_a_dismissed_appeal() {
        UUID made = refused();
        act(zhang, made, new Act.Appeal(UUID.randomUUID(), "评审没有看到我的成绩单，请复核。"));

        act(above, made, new Act.RuleOnAppeal(UUID.randomUUID(), false, REASON));

        List<PersonTold> told = heard(MessageKind.RECOGNITION_REFUSED, MessageKind.RECOGNITION_APPEAL_DISMISSED);
        assertThat(told.getFirst().actBy()).isEqualTo(all.in(15));
        assertThat(told.getLast().actBy()).isNull();
        assertThat(told.toString()).doesNotContain(REASON);
    }

    @Test
    void an_applicant_hears_when_a_dismissed_appeal_leaves_the_credit_as_it_is() {
        UUID made = applied(SampleBook.AUTOMATIC);
        granted(made);
        act(zhang, made, new Act.Appeal(UUID.randomUUID(), "请求按新规则复核认定的学分。"));

        act(above, made, new Act.RuleOnAppeal(UUID.randomUUID(), false, REASON));

        heard(
                MessageKind.RECOGNITION_PUBLICISED,
                MessageKind.RECOGNITION_REGISTERED,
                MessageKind.RECOGNITION_APPEAL_DISMISSED);
    }

    @Test
    void an_applicant_hears_of_an_upheld_appeal_once_it_is_in_the_account() {
        UUID made = refused();
        act(zhang, made, new Act.Appeal(UUID.randomUUID(), "评审没有看到我的成绩单，请复核。"));

        act(above, made, new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON));

        List<PersonTold> told = heard(MessageKind.RECOGNITION_REFUSED, MessageKind.RECOGNITION_APPEAL_UPHELD);
        assertThat(told.getLast().actBy()).isNull();
    }

    @Test
    void who_has_not_answered_is_reminded_once_two_working_days_before_the_day() {
        UUID made = applied(SampleBook.PANEL);
        LocalDate day = all.in(15);
        LocalDate near = all.in(13);
        LocalDate early = all.in(12);
        act(wang, made, new Act.AskForMore(UUID.randomUUID(), REASON, 15));
        sweptOn(early);
        heard(MessageKind.RECOGNITION_MORE_ASKED);

        sweptOn(near);
        sweptOn(day);

        PersonTold told = heard(MessageKind.RECOGNITION_MORE_ASKED, MessageKind.RECOGNITION_DAY_NEAR)
                .getLast();
        assertThat(told.actBy()).isEqualTo(day);
        assertThat(told.matterId()).isEqualTo(made);
        assertThat(all.cases.find(made).block().stage()).isEqualTo(Stage.SUPPLEMENTING);
    }

    @Test
    void who_has_answered_is_not_reminded() {
        UUID made = applied(SampleBook.PANEL);
        LocalDate near = all.in(13);
        act(wang, made, new Act.AskForMore(UUID.randomUUID(), REASON, 15));
        act(zhang, made, new Act.Supply(UUID.randomUUID(), "已补充成绩单原件的照片。"));

        sweptOn(near);

        heard(MessageKind.RECOGNITION_MORE_ASKED);
    }

    @Test
    void who_was_refused_is_reminded_of_the_appeal_unless_they_appealed() {
        UUID made = refused();
        LocalDate day = all.in(15);
        LocalDate near = all.in(13);
        sweptOn(near);
        sweptOn(day);

        PersonTold told = heard(MessageKind.RECOGNITION_REFUSED, MessageKind.RECOGNITION_APPEAL_DAY_NEAR)
                .getLast();
        assertThat(told.actBy()).isEqualTo(day);
        act(zhang, made, new Act.Appeal(UUID.randomUUID(), "评审没有看到我的成绩单，请复核。"));
        sweptOn(day);
        heard(MessageKind.RECOGNITION_REFUSED, MessageKind.RECOGNITION_APPEAL_DAY_NEAR);
    }

    @Test
    void the_officer_who_looks_after_it_is_reminded_once_and_nobody_while_nobody_does() {
        UUID made = applied(SampleBook.PANEL);
        LocalDate day = all.in(20);
        LocalDate near = all.in(18);
        sweptOn(near);
        heard();

        act(wang, made, new Act.Take());
        sweptOn(near);
        sweptOn(day);

        PersonTold told = heard(MessageKind.RECOGNITION_STEP_DAY_NEAR).getLast();
        assertThat(told.personId()).isEqualTo(wang.personId());
        assertThat(told.matterId()).isEqualTo(made);
        assertThat(told.actBy()).isEqualTo(day);
    }

    @Test
    void a_step_that_nobody_took_reminds_those_who_may_take_it_once() {
        UUID works = UUID.randomUUID();
        Caller colleague = RecognitionFixture.officer(all.institution);
        all.employers.put(zhang.personId(), Set.of(works));
        all.employers.put(colleague.personId(), Set.of(works, all.institution));
        all.staff.put(all.institution, List.of(zhang.personId(), colleague.personId(), wang.personId(), li.personId()));
        UUID made = applied(SampleBook.PANEL);
        LocalDate day = all.in(20);
        LocalDate near = all.in(18);
        sweptOn(all.in(17));
        heard();

        sweptOn(near);
        sweptOn(near);
        sweptOn(day);

        List<PersonTold> told =
                heard(MessageKind.RECOGNITION_UNTAKEN_DAY_NEAR, MessageKind.RECOGNITION_UNTAKEN_DAY_NEAR);
        assertThat(told).extracting(PersonTold::personId).containsExactly(wang.personId(), li.personId());
        assertThat(told).extracting(PersonTold::matterId).containsOnly(made);
        assertThat(told).extracting(PersonTold::actBy).containsOnly(day);
    }

    @Test
    void of_many_officers_ten_are_told() {
        all.staff.put(
                all.institution, Stream.generate(UUID::randomUUID).limit(30).toList());
        applied(SampleBook.PANEL);

        sweptOn(all.in(18));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.told).hasSize(10));
    }

    private void sweptOn(LocalDate date) {
        all.on(date);
        all.sweep().sweep().block(PATIENCE);
    }

    private UUID applied(String programme) {
        UUID id = UUID.randomUUID();
        all.applying
                .apply(zhang, id, new RecognitionEdit(programme, all.outcomesOf(zhang), "", List.of()))
                .block(PATIENCE);
        return id;
    }

    private void granted(UUID made) {
        all.afterTheDay(made);
        act(wang, made, new Act.Decide(UUID.randomUUID(), true, REASON));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all.cases.find(made).block().stage() == Stage.REGISTERED);
    }

    private UUID refused() {
        UUID made = applied(SampleBook.PANEL);
        act(wang, made, new Act.Vote(UUID.randomUUID(), all.institution, false, REASON));
        act(li, made, new Act.Vote(UUID.randomUUID(), all.institution, false, REASON));
        act(wang, made, new Act.Decide(UUID.randomUUID(), false, REASON));
        return made;
    }

    private void act(Caller who, UUID made, Act act) {
        all.acting
                .act(who, made, act, (int) all.cases.find(made).block().revision())
                .block(PATIENCE);
    }

    private List<PersonTold> heard(MessageKind... kinds) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.told).extracting(PersonTold::kind).containsExactly(kinds));
        return all.told;
    }
}
