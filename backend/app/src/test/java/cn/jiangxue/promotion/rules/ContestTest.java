package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.frameworks.ContestRule;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.promotion.rules.Contest.Result;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked example 12: a city contest. */
class ContestTest {

    private static final Grounds GROUNDS = new Grounds(
            new LocalText("市级竞赛前十名晋升一级", "the first ten of a city contest rise one grade"),
            new LocalText("竞赛晋级办法（样例）第二条", "Contest measures (sample), article 2"),
            Source.SAMPLE);
    private static final ContestRule CITY = new ContestRule(
            ContestRank.CITY,
            10,
            Map.of(Grade.SENIOR, Grade.TECHNICIAN, Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN),
            3,
            Grade.SENIOR,
            GROUNDS);

    @Test
    void a_holder_of_grade_three_among_the_first_ten_rises_to_grade_two() {
        assertThat(worker(1, Grade.SENIOR)).contains(Grade.TECHNICIAN);
        assertThat(worker(10, Grade.SENIOR)).contains(Grade.TECHNICIAN);
    }

    @Test
    void a_holder_of_grade_two_rises_to_grade_one() {
        assertThat(worker(10, Grade.TECHNICIAN)).contains(Grade.SENIOR_TECHNICIAN);
    }

    @Test
    void place_eleven_earns_nothing() {
        assertThat(worker(11, Grade.SENIOR)).isEmpty();
    }

    @Test
    void a_second_win_in_the_same_year_earns_nothing() {
        Contest.Outcome again = Contest.judge(CITY, new Result(1, false, Grade.SENIOR, true));

        assertThat(again.grade()).isEmpty();
        assertThat(again.findings()).extracting(Finding::met).containsExactly(true, true, false);
        assertThat(again.findings().getLast().found().zh()).isEqualTo("本年度已晋升");
    }

    @Test
    void a_student_ranked_third_gains_grade_three_and_one_ranked_fourth_nothing() {
        assertThat(student(3, null)).contains(Grade.SENIOR);
        assertThat(student(4, null)).isEmpty();
    }

    @Test
    void a_student_is_not_given_a_grade_that_is_held() {
        assertThat(student(1, Grade.INTERMEDIATE)).contains(Grade.SENIOR);
        assertThat(student(1, Grade.SENIOR)).isEmpty();
        assertThat(student(1, Grade.TECHNICIAN)).isEmpty();
    }

    @Test
    void who_holds_a_grade_the_rule_does_not_name_earns_nothing_and_it_says_why() {
        assertThat(worker(1, Grade.SENIOR_TECHNICIAN)).isEmpty();
        Contest.Outcome none = Contest.judge(CITY, new Result(1, false, null, false));

        assertThat(none.grade()).isEmpty();
        assertThat(none.findings()).extracting(Finding::met).containsExactly(true, false, true);
        assertThat(none.findings().get(1).found().zh()).isEqualTo("未取得等级");
    }

    @Test
    void every_condition_is_shown_with_what_was_asked_and_found() {
        Contest.Outcome won = Contest.judge(CITY, new Result(2, false, Grade.SENIOR, false));

        assertThat(won.findings())
                .allMatch(Finding::met)
                .allMatch(one -> one.clause().equals("竞赛晋级办法（样例）第二条"));
        assertThat(won.findings().getFirst().asked().en()).isEqualTo("among the first 10");
        assertThat(won.findings().getFirst().found().zh()).isEqualTo("第2名");
        assertThat(won.findings().get(1).found().zh()).isEqualTo("高级工（三级） → 技师（二级）");
        assertThat(won.findings().getFirst().source()).isEqualTo("SAMPLE");
    }

    @Test
    void a_contest_never_leads_down_and_has_no_place_zero() {
        assertThatThrownBy(() -> new ContestRule(
                        ContestRank.CITY, 10, Map.of(Grade.SENIOR, Grade.SENIOR), 3, Grade.SENIOR, GROUNDS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Result(0, false, null, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Grade> worker(int place, Grade held) {
        return Contest.judge(CITY, new Result(place, false, held, false)).grade();
    }

    private static Optional<Grade> student(int place, @Nullable Grade held) {
        return Contest.judge(CITY, new Result(place, true, held, false)).grade();
    }
}
