package cn.jiangxue.recognition.rules;

import static cn.jiangxue.recognition.rules.CaseScene.APPLICANT;
import static cn.jiangxue.recognition.rules.CaseScene.REASON;
import static cn.jiangxue.recognition.rules.CaseScene.SCHOOL;
import static cn.jiangxue.recognition.rules.CaseScene.UNION;
import static cn.jiangxue.recognition.rules.CaseScene.above;
import static cn.jiangxue.recognition.rules.CaseScene.appeal;
import static cn.jiangxue.recognition.rules.CaseScene.applicant;
import static cn.jiangxue.recognition.rules.CaseScene.grant;
import static cn.jiangxue.recognition.rules.CaseScene.id;
import static cn.jiangxue.recognition.rules.CaseScene.officer;
import static cn.jiangxue.recognition.rules.CaseScene.partner;
import static cn.jiangxue.recognition.rules.CaseScene.refuse;
import static cn.jiangxue.recognition.rules.CaseScene.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceStepsTest {

    private static final UUID PLC = id("plc");
    private static final UUID WELDING = id("welding");
    private static final Needs NEEDS = new Needs(SCHOOL, true, Set.of(), UNION);

    private final CaseScene scene = CaseScene.declaring(PLC, WELDING);

    @Test
    void nobody_votes_before_the_evidence_of_every_outcome_of_elsewhere_was_examined() {
        assertThat(scene.ask(officer("wang"), vote("w", true))).isEqualTo(new Answer.EvidenceOpen(2));
        assertThat(menu(officer("wang"))).contains(CaseAct.EXAMINE).doesNotContain(CaseAct.VOTE);

        scene.done(officer("wang"), authentic(PLC));
        assertThat(scene.ask(officer("wang"), vote("w", true))).isEqualTo(new Answer.EvidenceOpen(1));
        scene.done(officer("li"), untrue(WELDING));

        assertThat(menu(officer("wang"))).contains(CaseAct.VOTE).doesNotContain(CaseAct.EXAMINE);
        scene.done(officer("wang"), vote("w", true));
    }

    @Test
    void evidence_is_examined_once_and_what_is_none_of_the_case_is_not() {
        scene.done(officer("wang"), authentic(PLC));

        assertThat(scene.ask(officer("li"), untrue(PLC))).isInstanceOf(Answer.NothingToExamine.class);
        assertThat(scene.ask(officer("li"), authentic(id("else")))).isInstanceOf(Answer.NothingToExamine.class);
        assertThat(scene.now.refuted()).isEmpty();
        assertThat(scene.now.unexamined()).containsExactly(WELDING);
    }

    @Test
    void only_officers_of_the_awarding_institution_examine_and_whoever_has_to_keep_out_does_not() {
        Actor own = new Actor(APPLICANT, Set.of(SCHOOL), Set.of());
        Actor colleague = new Actor(id("colleague"), Set.of(SCHOOL), Set.of(id("works")));

        assertThat(scene.ask(partner("chen"), authentic(PLC))).isInstanceOf(Answer.NotTheirs.class);
        assertThat(scene.ask(above("zhou"), authentic(PLC))).isInstanceOf(Answer.NotTheirs.class);
        assertThat(scene.ask(applicant(), authentic(PLC))).isInstanceOf(Answer.NotTheirs.class);
        assertThat(scene.ask(own, authentic(PLC))).isEqualTo(new Answer.Partial(Interest.OWN_CASE));
        assertThat(scene.ask(colleague, authentic(PLC))).isEqualTo(new Answer.Partial(Interest.SAME_ORGANISATION));
        assertThat(menu(colleague)).doesNotContain(CaseAct.EXAMINE);
    }

    @Test
    void a_finding_has_a_note_and_says_by_what_it_was_verified() {
        assertThat(scene.ask(officer("wang"), new Act.Examine(id("f"), PLC, true, Means.ORIGINAL_SEEN, "属实")))
                .isInstanceOf(Answer.ReasonNeeded.class);
        assertThat(scene.ask(officer("wang"), new Act.Examine(id("f"), PLC, true, null, REASON)))
                .isInstanceOf(Answer.MeansNeeded.class);
        scene.done(officer("wang"), new Act.Examine(id("f"), PLC, false, null, REASON));
        assertThat(scene.now.refuted()).containsExactly(PLC);
    }

    @Test
    void while_more_is_asked_of_the_applicant_nothing_is_examined_and_what_was_found_stays() {
        scene.done(officer("wang"), authentic(PLC));
        scene.done(officer("wang"), new Act.AskForMore(id("more"), REASON, 5));

        assertThat(scene.ask(officer("wang"), authentic(WELDING))).isInstanceOf(Answer.NotNow.class);
        scene.done(applicant(), new Act.Supply(id("answer"), REASON));
        assertThat(scene.now.unexamined()).containsExactly(WELDING);
        scene.done(officer("wang"), authentic(WELDING));
    }

    @Test
    void a_case_that_is_left_with_nothing_can_be_refused_and_not_granted() {
        scene.done(officer("wang"), untrue(PLC)).done(officer("wang"), untrue(WELDING));

        scene.now = Proceedings.judgedAnew(scene.now, NEEDS, false, scene.day);

        assertThat(scene.state()).isInstanceOf(State.Deciding.class);
        assertThat(scene.ask(officer("wang"), grant("d"))).isInstanceOf(Answer.NotAgreed.class);
        scene.done(officer("wang"), refuse("d"));
    }

    @Test
    void what_the_applicant_answers_then_brings_no_vote_on_nothing() {
        scene.done(officer("wang"), untrue(PLC)).done(officer("wang"), untrue(WELDING));
        scene.now = Proceedings.judgedAnew(scene.now, NEEDS, false, scene.day);
        scene.done(officer("wang"), new Act.AskForMore(id("more"), REASON, 5));

        scene.done(applicant(), new Act.Supply(id("answer"), REASON));

        assertThat(scene.state()).isInstanceOf(State.Deciding.class);
        assertThat(menu(officer("wang"))).doesNotContain(CaseAct.VOTE);
        assertThat(scene.ask(officer("wang"), grant("d"))).isInstanceOf(Answer.NotAgreed.class);
    }

    @Test
    void judged_anew_with_something_left_it_waits_for_those_who_must_agree_now() {
        Needs joint = new Needs(SCHOOL, true, Set.of(SCHOOL, CaseScene.PARTNER), UNION);
        scene.done(officer("wang"), untrue(PLC)).done(officer("wang"), authentic(WELDING));

        scene.now = Proceedings.judgedAnew(scene.now, joint, true, scene.day);

        assertThat(scene.state()).isInstanceOf(State.Reviewing.class);
        assertThat(menu(partner("chen"))).contains(CaseAct.VOTE);
    }

    @Test
    void on_an_appeal_the_body_above_may_find_evidence_authentic_that_was_refuted_and_nothing_else() {
        scene.done(officer("wang"), untrue(PLC)).done(officer("wang"), authentic(WELDING));
        scene.now = Proceedings.judgedAnew(scene.now, NEEDS, false, scene.day);
        scene.done(officer("wang"), refuse("d")).done(applicant(), appeal());

        Actor involved = new Actor(id("wang"), Set.of(UNION), Set.of());
        assertThat(scene.ask(involved, authentic(PLC))).isEqualTo(new Answer.Partial(Interest.TOOK_PART));
        assertThat(scene.ask(officer("li"), authentic(PLC))).isInstanceOf(Answer.NotTheirs.class);
        assertThat(scene.ask(above("zhou"), untrue(PLC))).isInstanceOf(Answer.OnlyAuthentic.class);
        assertThat(scene.ask(above("zhou"), untrue(WELDING))).isInstanceOf(Answer.NothingToExamine.class);
        assertThat(menu(above("zhou"))).contains(CaseAct.EXAMINE);

        scene.done(above("zhou"), authentic(PLC));

        assertThat(scene.now.refuted()).isEmpty();
        assertThat(menu(above("zhou"))).contains(CaseAct.RULE_ON_APPEAL).doesNotContain(CaseAct.EXAMINE);
    }

    @Test
    void whoever_examined_took_part() {
        scene.done(officer("wang"), authentic(PLC));

        assertThat(scene.now.tookPart()).contains(id("wang"));
    }

    @Test
    void what_rests_on_unverified_evidence_never_opens_without_a_panel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proceedings.open(
                        APPLICANT,
                        new Needs(SCHOOL, false, Set.of(), UNION),
                        Procedure.SAMPLE,
                        List.of(PLC),
                        id("case"),
                        scene.day));
    }

    private Set<CaseAct> menu(Actor actor) {
        return Menu.of(scene.now, actor, scene.day);
    }

    private static Act.Examine authentic(UUID outcome) {
        return new Act.Examine(UUID.randomUUID(), outcome, true, Means.ISSUER_ASKED, REASON);
    }

    private static Act.Examine untrue(UUID outcome) {
        return new Act.Examine(UUID.randomUUID(), outcome, false, null, REASON);
    }
}
