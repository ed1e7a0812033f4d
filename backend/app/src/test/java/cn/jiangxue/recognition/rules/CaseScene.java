package cn.jiangxue.recognition.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.vocabulary.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case that people act on, day by day. */
final class CaseScene {

    static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    static final String REASON = "材料齐全，课程内容与目标课程一致。";

    static final UUID APPLICANT = id("applicant");
    static final UUID SCHOOL = id("school");
    static final UUID PARTNER = id("partner");
    static final UUID UNION = id("union");

    Day day = new Day(FRIDAY, WorkingDays.PUBLISHED);
    Proceeding now;

    CaseScene(Needs needs, Procedure procedure) {
        now = Proceedings.open(APPLICANT, needs, procedure, id("case"), day);
    }

    /** For a panel, with outcomes of elsewhere. */
    static CaseScene declaring(UUID... outcomes) {
        CaseScene scene = panel();
        scene.now = Proceedings.open(
                APPLICANT, scene.now.needs(), Procedure.SAMPLE, List.of(outcomes), id("case"), scene.day);
        return scene;
    }

    static CaseScene automatic() {
        return new CaseScene(new Needs(SCHOOL, false, Set.of(), UNION), Procedure.SAMPLE);
    }

    static CaseScene panel() {
        return new CaseScene(new Needs(SCHOOL, true, Set.of(), UNION), Procedure.SAMPLE);
    }

    static CaseScene joint() {
        return new CaseScene(new Needs(SCHOOL, false, Set.of(SCHOOL, PARTNER), UNION), Procedure.SAMPLE);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Actor officer(String name) {
        return new Actor(id(name), Set.of(SCHOOL), Set.of());
    }

    static Actor partner(String name) {
        return new Actor(id(name), Set.of(PARTNER), Set.of());
    }

    static Actor above(String name) {
        return new Actor(id(name), Set.of(UNION), Set.of());
    }

    static Actor anybody(String name) {
        return new Actor(id(name), Set.of(), Set.of());
    }

    static Actor applicant() {
        return new Actor(APPLICANT, Set.of(), Set.of());
    }

    static Act.Vote vote(String id, boolean favourable) {
        return new Act.Vote(id(id), SCHOOL, favourable, REASON);
    }

    static Act.Decide grant(String id) {
        return new Act.Decide(id(id), true, "");
    }

    static Act.Decide refuse(String id) {
        return new Act.Decide(id(id), false, REASON);
    }

    static Act.Object objection(String id) {
        return new Act.Object(id(id), "该成果与公示的课程并不对应。");
    }

    static Act.Appeal appeal() {
        return new Act.Appeal(id("appeal"), "评审未看我补交的成绩单，请复核。");
    }

    static Act.RuleOnAppeal ruling(boolean upheld) {
        return new Act.RuleOnAppeal(id("ruling"), upheld, REASON);
    }

    Answer ask(Actor actor, Act act) {
        Answer answer = Proceedings.act(now, actor, act, day);
        if (answer instanceof Answer.Done done) {
            now = done.next();
        }
        return answer;
    }

    CaseScene done(Actor actor, Act act) {
        assertThat(ask(actor, act)).as("%s by %s", act, actor).isInstanceOf(Answer.Done.class);
        return this;
    }

    CaseScene on(LocalDate date) {
        day = new Day(date, WorkingDays.PUBLISHED);
        return this;
    }

    /** The day after the last one to act. */
    CaseScene afterTheDay() {
        LocalDate due = now.state().due();
        assertThat(due).isNotNull();
        return on(due.plusDays(1));
    }

    State state() {
        return Proceedings.passed(now, day).state();
    }

    @Nullable
    LocalDate due() {
        return state().due();
    }

    /** Agreed by the panel, publicised, and the time is over. */
    CaseScene readyToDecide() {
        done(officer("wang"), vote("w", true));
        done(officer("li"), vote("l", true));
        return afterTheDay();
    }

    CaseScene granted() {
        return readyToDecide().done(officer("wang"), grant("d"));
    }

    CaseScene registered() {
        return granted().done(Actor.SYSTEM, new Act.Post());
    }
}
