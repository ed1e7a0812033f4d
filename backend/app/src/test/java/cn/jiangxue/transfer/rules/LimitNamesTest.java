package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.course;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Floor;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import org.junit.jupiter.api.Test;

/** Limits are told in the words of the programme, never by an id. */
class LimitNamesTest {

    private final Outcome one = course("c", "6");
    private final Scene scene =
            new Scene().with(one).with(WorkedExamplesTest.pool("a", OutcomeKind.COURSE, "hands-on"));

    @Test
    void a_cap_and_a_floor_of_a_category_name_it_in_both_languages() {
        scene.with(cap(Scope.CATEGORY, "hands-on", absolute("2")))
                .with(new Floor("floor", new Floor.InCategory("hands-on"), absolute("4"), Scene.GROUNDS));

        assertThat(condition(scene.answer(one), "上限").toFinding().what())
                .isEqualTo(new LocalText("上限：类别（实践教学）", "Cap: Category (Practice)"));
        assertThat(scene.judged().floors().getFirst().toFinding().what())
                .isEqualTo(new LocalText("类别学分：实践教学", "Credit in category Practice"));
    }

    @Test
    void a_cap_of_a_type_names_it_and_one_of_an_institution_is_of_each() {
        scene.with(cap(Scope.TYPE, null, absolute("2")));
        assertThat(condition(scene.answer(one), "上限").toFinding().what())
                .isEqualTo(new LocalText(
                        "上限：%s（课程）".formatted(Scope.TYPE.label().zh()),
                        "Cap: %s (Course)".formatted(Scope.TYPE.label().en())));

        Scene other = new Scene().with(one).with(WorkedExamplesTest.pool("a", OutcomeKind.COURSE, "hands-on"));
        other.with(cap(Scope.INSTITUTION, null, absolute("2")));
        assertThat(condition(other.answer(one), "上限").toFinding().what())
                .isEqualTo(new LocalText(
                        "上限：" + Scope.INSTITUTION.label().zh(),
                        "Cap: " + Scope.INSTITUTION.label().en()));
    }
}
