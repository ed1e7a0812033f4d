package cn.jiangxue.recognition.rules;

import static cn.jiangxue.recognition.rules.CaseScene.FRIDAY;
import static cn.jiangxue.recognition.rules.CaseScene.REASON;
import static cn.jiangxue.recognition.rules.CaseScene.above;
import static cn.jiangxue.recognition.rules.CaseScene.anybody;
import static cn.jiangxue.recognition.rules.CaseScene.appeal;
import static cn.jiangxue.recognition.rules.CaseScene.applicant;
import static cn.jiangxue.recognition.rules.CaseScene.grant;
import static cn.jiangxue.recognition.rules.CaseScene.id;
import static cn.jiangxue.recognition.rules.CaseScene.objection;
import static cn.jiangxue.recognition.rules.CaseScene.officer;
import static cn.jiangxue.recognition.rules.CaseScene.partner;
import static cn.jiangxue.recognition.rules.CaseScene.refuse;
import static cn.jiangxue.recognition.rules.CaseScene.ruling;
import static cn.jiangxue.recognition.rules.CaseScene.vote;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.RecognitionApi.CaseAct;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProceedingsTest {

    // ── what nobody has to review ──

    @Test
    void outcomes_that_prove_themselves_are_publicised_at_once_and_then_wait_for_an_officer() {
        CaseScene scene = CaseScene.automatic();

        assertThat(scene.state()).isEqualTo(new State.Publicised(LocalDate.of(2026, 11, 27)));
        assertThat(scene.afterTheDay().state()).isInstanceOf(State.Deciding.class);
        scene.done(officer("wang"), grant("d"));
        assertThat(scene.state()).isInstanceOf(State.Posting.class);
    }

    @Test
    void without_publicity_outcomes_that_prove_themselves_need_no_person_at_all() {
        CaseScene scene =
                new CaseScene(new Needs(CaseScene.SCHOOL, false, Set.of(), null), Procedure.SAMPLE.publicity(0));

        assertThat(scene.state()).isInstanceOf(State.Posting.class);
        assertThat(scene.now.decision())
                .hasValueSatisfying(ruling -> assertThat(ruling.officer()).isNull());
    }

    @Test
    void an_applicant_is_waited_for_when_more_is_asked_and_when_a_refusal_may_be_appealed() {
        LocalDate last = FRIDAY.plusDays(21);

        assertThat(Proceedings.waitsForApplicantUntil(new State.Supplementing(last, 9)))
                .isEqualTo(last);
        assertThat(Proceedings.waitsForApplicantUntil(new State.Refused(last))).isEqualTo(last);
        assertThat(Proceedings.waitsForApplicantUntil(new State.Refused(null))).isNull();
        assertThat(List.of(
                        new State.Reviewing(last),
                        new State.Publicised(last),
                        new State.Deciding(last),
                        new State.Posting(),
                        new State.Registered(last),
                        new State.Appealed(last),
                        new State.Withdrawn()))
                .extracting(Proceedings::waitsForApplicantUntil)
                .containsOnlyNulls();
    }

    @Test
    void the_officer_who_looks_after_a_case_is_waited_for_and_nobody_where_nobody_does() {
        CaseScene scene = CaseScene.panel();
        assertThat(Proceedings.waitsForHandlerUntil(scene.now)).isNull();

        scene.done(officer("wang"), new Act.Take());

        assertThat(Proceedings.waitsForHandlerUntil(scene.now))
                .isEqualTo(scene.state().due());
        assertThat(Proceedings.waitsForHandlerUntil(scene.now.in(new State.Publicised(FRIDAY))))
                .isNull();
    }

    // ── panel ──

    @Test
    void a_panel_needs_two_votes_of_the_institution() {
        CaseScene scene = CaseScene.panel().done(officer("wang"), vote("w", true));

        assertThat(scene.state()).isInstanceOf(State.Reviewing.class);
        scene.done(officer("li"), vote("l", true));
        assertThat(scene.state()).isInstanceOf(State.Publicised.class);
    }

    @Test
    void two_votes_against_go_to_a_decision_that_can_only_refuse() {
        CaseScene scene =
                CaseScene.panel().done(officer("wang"), vote("w", false)).done(officer("li"), vote("l", false));

        assertThat(scene.state()).isInstanceOf(State.Deciding.class);
        assertThat(scene.ask(officer("wang"), grant("d"))).isEqualTo(new Answer.NotAgreed());
        scene.done(officer("wang"), refuse("d"));
        assertThat(scene.state()).isInstanceOf(State.Refused.class);
    }

    @Test
    void at_a_tie_the_third_officer_sits_in_the_chair_and_decides_it() {
        CaseScene scene =
                CaseScene.panel().done(officer("wang"), vote("w", true)).done(officer("li"), vote("l", false));
        assertThat(scene.state()).isInstanceOf(State.Reviewing.class);

        scene.done(officer("zhao"), vote("z", true));

        assertThat(scene.now.opinions().getLast().chair()).isTrue();
        assertThat(scene.state()).isInstanceOf(State.Publicised.class);
    }

    @Test
    void nobody_votes_twice_in_a_round_and_a_repeat_is_the_same_vote() {
        CaseScene scene = CaseScene.panel().done(officer("wang"), vote("w", true));

        assertThat(scene.ask(officer("wang"), vote("w", true))).isEqualTo(new Answer.Repeated());
        assertThat(scene.ask(officer("wang"), vote("w", false))).isEqualTo(new Answer.Conflicting(id("w")));
        assertThat(scene.ask(officer("wang"), vote("w2", true))).isEqualTo(new Answer.Partial(Interest.VOTED));
    }

    @Test
    void a_vote_has_a_reason_and_an_office() {
        CaseScene scene = CaseScene.panel();

        assertThat(scene.ask(officer("wang"), new Act.Vote(id("w"), CaseScene.SCHOOL, true, "同意")))
                .isInstanceOf(Answer.ReasonNeeded.class);
        assertThat(scene.ask(partner("chen"), vote("c", true))).isEqualTo(new Answer.NotTheirs());
        assertThat(scene.ask(partner("chen"), new Act.Vote(id("c"), CaseScene.PARTNER, true, REASON)))
                .isEqualTo(new Answer.NotTheirs());
    }

    // ── both institutions ──

    @Test
    void both_institutions_have_to_agree_with_one_officer_each() {
        CaseScene scene = CaseScene.joint().done(officer("wang"), vote("w", true));

        assertThat(scene.ask(officer("li"), vote("l", true))).isEqualTo(new Answer.VotesComplete());
        assertThat(scene.state()).isInstanceOf(State.Reviewing.class);
        scene.done(partner("chen"), new Act.Vote(id("c"), CaseScene.PARTNER, true, REASON));
        assertThat(scene.state()).isInstanceOf(State.Publicised.class);
    }

    @Test
    void one_institution_against_it_is_enough() {
        CaseScene scene =
                CaseScene.joint().done(partner("chen"), new Act.Vote(id("c"), CaseScene.PARTNER, false, REASON));

        assertThat(scene.state()).isInstanceOf(State.Deciding.class);
        assertThat(scene.ask(officer("wang"), grant("d"))).isEqualTo(new Answer.NotAgreed());
    }

    // ── supplement ──

    @Test
    void what_an_applicant_takes_to_answer_does_not_count_against_the_officers() {
        CaseScene scene = CaseScene.panel();
        scene.on(LocalDate.of(2026, 11, 27)).done(officer("wang"), new Act.AskForMore(id("more"), "请补交成绩单原件的扫描件。", 10));
        assertThat(scene.due()).isEqualTo(LocalDate.of(2026, 12, 11));

        scene.on(LocalDate.of(2026, 12, 10)).done(applicant(), new Act.Supply(id("answer"), "已附上成绩单原件扫描件。"));

        assertThat(scene.state())
                .as("15 of 20 days were left")
                .isEqualTo(new State.Reviewing(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void votes_are_taken_anew_after_an_answer() {
        CaseScene scene = CaseScene.panel()
                .done(officer("wang"), vote("w", true))
                .done(officer("li"), new Act.AskForMore(id("more"), "请补交成绩单原件的扫描件。", 0))
                .done(applicant(), new Act.Supply(id("answer"), "已附上成绩单原件扫描件。"));

        assertThat(scene.now.round()).isEqualTo(2);
        scene.done(officer("wang"), vote("w2", true)).done(officer("li"), vote("l2", true));
        assertThat(scene.state()).isInstanceOf(State.Publicised.class);
    }

    @Test
    void a_request_that_nobody_answers_goes_back_to_the_officers_with_what_is_there() {
        CaseScene scene = CaseScene.panel().done(officer("wang"), new Act.AskForMore(id("more"), "请补交成绩单原件的扫描件。", 1));
        assertThat(scene.due()).isEqualTo(LocalDate.of(2026, 11, 23));

        scene.on(LocalDate.of(2026, 11, 24));

        assertThat(scene.state()).isInstanceOf(State.Reviewing.class);
        assertThat(scene.ask(applicant(), new Act.Supply(id("late"), "已附上成绩单原件扫描件。")))
                .isInstanceOf(Answer.NotNow.class);
        scene.done(officer("wang"), vote("w", false));
    }

    @Test
    void a_request_names_a_reason_and_between_one_and_sixty_days() {
        CaseScene scene = CaseScene.panel();

        assertThat(scene.ask(officer("wang"), new Act.AskForMore(id("a"), "补", 5)))
                .isInstanceOf(Answer.ReasonNeeded.class);
        assertThat(scene.ask(officer("wang"), new Act.AskForMore(id("a"), REASON, 61)))
                .isEqualTo(new Answer.DaysOutOfRange(1, 60));
        assertThat(scene.ask(applicant(), new Act.AskForMore(id("a"), REASON, 5)))
                .isEqualTo(new Answer.NotTheirs());
    }

    // ── publicity ──

    @Test
    void anybody_objects_on_the_last_day_and_nobody_the_day_after() {
        CaseScene scene = CaseScene.automatic().on(LocalDate.of(2026, 11, 27));
        scene.done(anybody("neighbour"), objection("o"));

        scene.on(LocalDate.of(2026, 11, 28));

        assertThat(scene.ask(anybody("another"), objection("p"))).isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void an_objection_is_answered_before_it_is_decided() {
        CaseScene scene =
                CaseScene.automatic().done(anybody("neighbour"), objection("o")).afterTheDay();

        assertThat(scene.ask(officer("wang"), grant("d"))).isEqualTo(new Answer.Unanswered(1));
        scene.done(officer("wang"), new Act.Reply(id("o"), "经核对成绩单，两门课程内容一致。"));
        scene.done(officer("wang"), grant("d"));
    }

    @Test
    void nobody_objects_to_their_own_case_nor_twice() {
        CaseScene scene = CaseScene.automatic();

        assertThat(scene.ask(applicant(), objection("o"))).isEqualTo(new Answer.Partial(Interest.OWN_CASE));
        scene.done(anybody("neighbour"), objection("o"));
        assertThat(scene.ask(anybody("neighbour"), objection("o"))).isEqualTo(new Answer.Repeated());
        assertThat(scene.ask(anybody("neighbour"), objection("o2"))).isEqualTo(new Answer.Partial(Interest.OBJECTED));
        assertThat(scene.ask(anybody("x"), new Act.Object(id("o3"), "不同意"))).isInstanceOf(Answer.ReasonNeeded.class);
    }

    // ── decision ──

    @Test
    void of_two_decisions_one_stands_and_the_other_hears_of_it() {
        CaseScene scene = CaseScene.panel().readyToDecide();
        scene.done(officer("wang"), grant("d"));

        assertThat(scene.ask(officer("wang"), grant("d"))).isEqualTo(new Answer.Repeated());
        assertThat(scene.ask(officer("wang"), refuse("d"))).isEqualTo(new Answer.Conflicting(id("d")));
        assertThat(scene.ask(officer("li"), refuse("e")))
                .isInstanceOfSatisfying(
                        Answer.DecidedBefore.class,
                        before -> assertThat(before.first().officer()).isEqualTo(id("wang")));
    }

    @Test
    void nothing_is_decided_before_the_publicity_is_over() {
        CaseScene scene = CaseScene.automatic();

        assertThat(scene.ask(officer("wang"), grant("d"))).isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void an_applicant_withdraws_until_it_is_decided() {
        CaseScene decided = CaseScene.panel().granted();
        CaseScene open = CaseScene.panel();

        assertThat(decided.ask(applicant(), new Act.Withdraw())).isInstanceOf(Answer.NotNow.class);
        open.done(applicant(), new Act.Withdraw());
        assertThat(open.ask(applicant(), new Act.Withdraw())).isEqualTo(new Answer.Repeated());
        assertThat(open.now.open()).isFalse();
        assertThat(CaseScene.panel().ask(officer("wang"), new Act.Withdraw())).isEqualTo(new Answer.NotTheirs());
    }

    // ── who must keep out ──

    @Test
    void nobody_acts_on_their_own_case() {
        Actor self = new Actor(CaseScene.APPLICANT, Set.of(CaseScene.SCHOOL, CaseScene.UNION), Set.of());
        CaseScene scene = CaseScene.panel();

        assertThat(scene.ask(self, vote("v", true))).isEqualTo(new Answer.Partial(Interest.OWN_CASE));
        assertThat(scene.ask(self, new Act.Take())).isEqualTo(new Answer.Partial(Interest.OWN_CASE));
        assertThat(scene.readyToDecide().ask(self, grant("d"))).isEqualTo(new Answer.Partial(Interest.OWN_CASE));
        assertThat(scene.done(officer("wang"), refuse("d"))
                        .done(applicant(), appeal())
                        .ask(self, ruling(true)))
                .isEqualTo(new Answer.Partial(Interest.OWN_CASE));
    }

    @Test
    void whoever_shares_an_employer_or_school_with_the_applicant_keeps_out_where_independence_is_asked() {
        Actor colleague = new Actor(id("ma"), Set.of(CaseScene.SCHOOL), Set.of(id("works")));
        Procedure lax = new Procedure(20, 15, 5, 10, 15, 30, false);
        Needs needs = new Needs(CaseScene.SCHOOL, true, Set.of(), CaseScene.UNION);

        assertThat(CaseScene.panel().ask(colleague, vote("v", true)))
                .isEqualTo(new Answer.Partial(Interest.SAME_ORGANISATION));
        assertThat(new CaseScene(needs, lax).ask(colleague, vote("v", true))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void whoever_objected_neither_answers_nor_decides() {
        CaseScene scene = CaseScene.automatic().done(officer("wang"), objection("o"));

        assertThat(scene.ask(officer("wang"), new Act.Reply(id("o"), REASON)))
                .isEqualTo(new Answer.Partial(Interest.OBJECTED));
        scene.done(officer("li"), new Act.Reply(id("o"), REASON)).afterTheDay();
        assertThat(scene.ask(officer("wang"), grant("d"))).isEqualTo(new Answer.Partial(Interest.OBJECTED));
    }

    @Test
    void an_appeal_is_never_ruled_on_by_whoever_took_part_before() {
        Actor promoted = new Actor(id("wang"), Set.of(CaseScene.UNION), Set.of());
        CaseScene scene = CaseScene.panel().registered().done(applicant(), appeal());

        assertThat(scene.ask(promoted, ruling(true))).isEqualTo(new Answer.Partial(Interest.TOOK_PART));
        scene.done(above("qian"), ruling(true));
    }

    // ── appeal ──

    @Test
    void an_appeal_is_in_time_on_the_last_day_and_late_the_day_after() {
        CaseScene scene = CaseScene.panel().registered();
        LocalDate until = ((State.Registered) scene.state()).appealUntil();
        assertThat(until).isNotNull();

        assertThat(scene.on(until.plusDays(1)).ask(applicant(), appeal())).isEqualTo(new Answer.TooLate(until));
        scene.on(until).done(applicant(), appeal());
        assertThat(scene.ask(applicant(), appeal())).isEqualTo(new Answer.Repeated());
    }

    @Test
    void an_appeal_that_is_upheld_is_posted_anew_and_the_first_decision_stays_on_record() {
        CaseScene scene = CaseScene.panel().readyToDecide().done(officer("wang"), refuse("d"));
        scene.done(applicant(), appeal()).done(above("qian"), ruling(true));

        assertThat(scene.state()).isInstanceOf(State.Posting.class);
        assertThat(scene.now.rulings()).hasSize(2);
        assertThat(scene.now.decision())
                .hasValueSatisfying(first -> assertThat(first.granted()).isFalse());
        scene.done(Actor.SYSTEM, new Act.Post());
        assertThat(scene.state()).isEqualTo(new State.Registered(null));
        assertThat(scene.ask(applicant(), new Act.Appeal(id("again"), REASON))).isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void an_appeal_that_is_dismissed_leaves_the_decision_for_good() {
        CaseScene refused = CaseScene.panel().readyToDecide().done(officer("wang"), refuse("d"));
        refused.done(applicant(), appeal()).done(above("qian"), ruling(false));
        CaseScene granted = CaseScene.panel().registered();
        granted.done(applicant(), appeal()).done(above("qian"), ruling(false));

        assertThat(refused.state()).isEqualTo(new State.Refused(null));
        assertThat(granted.state()).isEqualTo(new State.Registered(null));
    }

    @Test
    void without_a_body_above_there_is_no_appeal() {
        CaseScene scene =
                new CaseScene(new Needs(CaseScene.SCHOOL, true, Set.of(), null), Procedure.SAMPLE).registered();

        assertThat(scene.ask(applicant(), appeal())).isEqualTo(new Answer.NobodyAbove());
    }

    // ── the calendar ──

    @Test
    void what_is_overdue_is_told_to_the_body_above_once() {
        CaseScene scene = CaseScene.panel();
        assertThat(scene.due()).isEqualTo(LocalDate.of(2026, 12, 18));
        assertThat(Proceedings.wakesOn(scene.now)).isEqualTo(LocalDate.of(2026, 12, 19));

        Proceeding late = Proceedings.passed(scene.now, scene.on(LocalDate.of(2026, 12, 19)).day);

        assertThat(late.escalatedOn()).isEqualTo(LocalDate.of(2026, 12, 19));
        assertThat(Proceedings.wakesOn(late)).isNull();
        assertThat(Proceedings.passed(late, scene.on(LocalDate.of(2026, 12, 31)).day))
                .isEqualTo(late);
        scene.done(officer("wang"), vote("w", true)).done(officer("li"), vote("l", true));
        assertThat(scene.now.escalatedOn()).as("the next step begins anew").isNull();
    }

    @Test
    void a_deadline_over_new_year_leaves_out_the_holiday_that_is_announced() {
        CaseScene scene = CaseScene.automatic();
        Day beforeSpringFestival = new Day(LocalDate.of(2026, 2, 12), scene.day.calendar());

        Proceeding opened = Proceedings.open(
                CaseScene.APPLICANT, scene.now.needs(), Procedure.SAMPLE, id("x"), beforeSpringFestival);

        assertThat(opened.state()).isEqualTo(new State.Publicised(LocalDate.of(2026, 2, 26)));
    }

    // ── what is offered ──

    @Test
    void everybody_is_offered_what_they_may_do() {
        CaseScene scene = CaseScene.panel();

        assertThat(Menu.of(scene.now, applicant(), scene.day))
                .containsExactlyInAnyOrder(CaseAct.ATTACH, CaseAct.WITHDRAW);
        assertThat(Menu.of(scene.now, officer("wang"), scene.day))
                .containsExactlyInAnyOrder(CaseAct.TAKE, CaseAct.VOTE, CaseAct.ASK_FOR_MORE);
        assertThat(Menu.of(scene.now, above("qian"), scene.day)).isEmpty();
        scene.readyToDecide();
        assertThat(Menu.of(scene.now, officer("zhao"), scene.day))
                .containsExactlyInAnyOrder(CaseAct.TAKE, CaseAct.DECIDE, CaseAct.ASK_FOR_MORE);
        scene.done(officer("wang"), refuse("d"));
        assertThat(Menu.of(scene.now, applicant(), scene.day)).containsExactly(CaseAct.APPEAL);
        scene.done(applicant(), appeal());
        assertThat(Menu.of(scene.now, above("qian"), scene.day)).containsExactly(CaseAct.RULE_ON_APPEAL);
    }

    @Test
    void the_public_sees_the_first_character_of_a_name() {
        assertThat(MaskedName.of("张建国")).isEqualTo("张**");
        assertThat(MaskedName.of("李")).isEqualTo("李*");
        assertThat(MaskedName.of("")).isEqualTo("*");
        assertThat(MaskedName.of("Alexander Smith")).isEqualTo("A********");
    }

    @Test
    void an_officer_takes_a_case_over_and_another_one_takes_it_from_them() {
        CaseScene scene = CaseScene.panel().done(officer("wang"), new Act.Take());

        assertThat(scene.ask(officer("wang"), new Act.Take())).isEqualTo(new Answer.Repeated());
        assertThat(scene.done(officer("li"), new Act.Take()).now.handler()).isEqualTo(id("li"));
        assertThat(scene.ask(partner("chen"), new Act.Take())).isEqualTo(new Answer.NotTheirs());
        assertThat(FRIDAY).isEqualTo(scene.day.today());
    }
}
