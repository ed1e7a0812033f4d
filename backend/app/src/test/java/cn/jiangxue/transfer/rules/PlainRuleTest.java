package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RulePart;
import cn.jiangxue.contract.RuleBookApi.RuleSentence;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainRuleTest {

    private final Written rule = new Written();

    @Test
    void every_part_of_a_rule_is_said_once_in_order() {
        assertThat(PlainRule.of(rule.content(), Written.NAMES))
                .extracting(RuleSentence::part)
                .containsExactlyElementsOf(Arrays.asList(RulePart.values()));
    }

    @Test
    void one_source_is_named_with_issuer_occupation_and_level() {
        says(
                RulePart.SOURCES,
                "学习者持有认定中心颁发的车工职业技能等级（资历2级及以上）。",
                "The learner holds a skill grade in the occupation Turner issued by the Centre at level 2 or above.");
    }

    @Test
    void several_sources_are_counted() {
        rule.sources = List.of(
                new SourceAsked(AttainedKind.TRAINING, "PTB-CNC", null, null, null),
                new SourceAsked(AttainedKind.INNOVATION, null, null, null, null));

        says(
                RulePart.SOURCES,
                "学习者同时持有以下2项成果：（1）培训“PTB-CNC”；（2）技术创新成果。",
                "The learner holds all 2 of: (1) training “PTB-CNC”; (2) an innovation.");
    }

    @Test
    void a_course_is_exempted_whole() {
        says(
                RulePart.GIVES,
                "可在机电专科整门免修《金属切削》。",
                "It gives exemption from “Metal cutting” in Mechatronics, as a whole.");
    }

    @Test
    void among_several_courses_the_best_choice_counts() {
        rule.gives = new CreditGiven(null, List.of("machining", "drawing"));

        says(
                RulePart.GIVES,
                "可在机电专科从《金属切削》《机械制图》中整门免修，取对学习者学分最多的组合。",
                "It gives exemption from whole courses among “Metal cutting”, “Drawing” in Mechatronics, the choice that is most for the"
                        + " learner.");
    }

    @Test
    void credit_of_a_category_stays_in_the_account_when_it_does_not_fit() {
        rule.gives = new CreditGiven("elective", List.of());

        says(
                RulePart.GIVES,
                "记入机电专科的“选修”类学分；放不下的部分留在学习者账户。",
                "It counts as credit of the category “Elective” in Mechatronics; what does not fit stays in the learner’s account.");
    }

    @Test
    void worth_is_said_in_each_way() {
        says(RulePart.WORTH, "学分按所免课程。", "Credit: what the exempted courses carry.");
        rule.worth = new CreditWorth(WorthBy.STATED, null, List.of(), null);
        rule.most = 8_000L;
        says(RulePart.WORTH, "学分按颁发机构所记，一次至多8学分。", "Credit: as the issuer states, 8 at most for one use.");
        rule.most = null;
        rule.worth = new CreditWorth(WorthBy.FIXED, 2_500L, List.of(), null);
        says(RulePart.WORTH, "学分固定为2.5。", "Credit: always 2.5.");
        rule.worth = new CreditWorth(WorthBy.HOURS, null, List.of(), "class-16");
        says(RulePart.WORTH, "学分按学时折算（16学时学分）。", "Credit: by class hours (16-class-hour credit).");
        rule.worth = new CreditWorth(WorthBy.SCORE_TABLE, null, rows(), null);
        says(RulePart.WORTH, "学分按成绩对照：60分起1，90分起2。", "Credit: by score: 1 from 60%, 2 from 90%.");
        rule.worth = new CreditWorth(WorthBy.LEVEL_TABLE, null, rows(), null);
        says(RulePart.WORTH, "学分按资历等级对照：60级起1，90级起2。", "Credit: by level: 1 from level 60, 2 from level 90.");
    }

    private static List<WorthRow> rows() {
        return List.of(new WorthRow(new BigDecimal("60"), 1_000), new WorthRow(new BigDecimal("90"), 2_000));
    }

    @Test
    void demands_are_listed_and_their_absence_is_said() {
        says(RulePart.ASKS, "成果本身之外不另设条件。", "Beyond the outcomes themselves nothing is asked.");
        rule.asks =
                new SourcesMeet(new BigDecimal("79.9"), OverlapShort.PRIOR_LEARNING, new BigDecimal("60"), 1, 2, 18);
        says(
                RulePart.ASKS,
                "要求：能力单元按权重覆盖目标的79.9%以上（含），不足的转先前学习认定；成绩不低于60分；资历等级至多低于目标1级、高于目标2级；取得不满18个月。",
                "Asked: competence units that cover at least 79.9% of the target by weight; below that prior learning may be reviewed; a"
                        + " score of at least 60%; a level at most 1 below and 2 above the target; attained less than 18 months ago.");
        rule.asks = new SourcesMeet(new BigDecimal("80"), OverlapShort.SUPPLEMENT, null, null, null, 60);
        says(
                RulePart.ASKS,
                "要求：能力单元按权重覆盖目标的80%以上（含），不足的可补学补证；取得不满5年。",
                "Asked: competence units that cover at least 80% of the target by weight; below that the rest may be studied or proved;"
                        + " attained less than 5 years ago.");
        rule.asks = new SourcesMeet(new BigDecimal("80"), OverlapShort.REFUSE, null, null, null, null);
        says(
                RulePart.ASKS,
                "要求：能力单元按权重覆盖目标的80%以上（含），不足的不予转换。",
                "Asked: competence units that cover at least 80% of the target by weight; below that it is refused.");
    }

    @Test
    void validity_says_that_the_last_date_no_longer_counts_and_what_decays() {
        says(RulePart.KEEPS, "成果长期可以转换。", "The outcomes may be converted for ever.");
        rule.keeps = new KeepsFor(7, List.of(new DecayStep(3, 80), new DecayStep(5, 50)));
        says(
                RulePart.KEEPS,
                "成果自取得之日起7年内可以转换（到期当日不再有效）；满3年按80%计；满5年按50%计。",
                "The outcomes may be converted for 7 years (no longer on the last date); after 3 years 80% is kept; after 5 years 50% is"
                        + " kept.");
    }

    @Test
    void marks_and_reviews_are_said_in_each_way() {
        says(RulePart.RECORDS, "成绩记为“免修”，不计入平均成绩。", "It is recorded as “exempted” and does not enter the average.");
        rule.records = new GradeRecorded(RecordedAs.PASS, List.of());
        says(RulePart.RECORDS, "成绩记为“通过”。", "It is recorded as “passed”.");
        rule.records = new GradeRecorded(
                RecordedAs.CONVERTED, List.of(new MarkBand(new BigDecimal("90"), new LocalText("优秀", "Excellent"))));
        says(RulePart.RECORDS, "成绩按原成绩换算：90分起记“优秀”。", "The mark follows the score: “Excellent” from 90%.");

        says(RulePart.REVIEW, "由接收方专家组评审。", "A panel of the institution that grants it reviews it.");
        rule.review = ReviewedBy.AUTOMATIC;
        says(
                RulePart.REVIEW,
                "条件满足即自动认定，不需要评审。",
                "It is granted by itself once the conditions are met; nobody reviews it.");
        rule.review = ReviewedBy.BOTH_INSTITUTIONS;
        says(RulePart.REVIEW, "由颁发方和接收方共同评审。", "Both institutions review it together.");
    }

    @Test
    void time_parties_and_grounds_are_said() {
        says(RulePart.TIME, "自2026-01-01起施行；以各方签署完毕为前提。", "It holds from 2026-01-01 on, once all parties have signed.");
        rule.until = LocalDate.of(2027, 1, 1);
        says(
                RulePart.TIME,
                "自2026-01-01起施行，至2027-01-01（不含当日）止；以各方签署完毕为前提。",
                "It holds from 2026-01-01 until 2027-01-01 (that day excluded), once all parties have signed.");
        says(RulePart.PARTIES, "由认定中心、职业学院签署。", "To be signed by the Centre, the College.");
        says(RulePart.GROUNDS, "依据：样例办法第五条（样例）。", "Grounds: Sample measures, article 5 (a sample).");
    }

    @Test
    void what_is_not_written_yet_is_said() {
        rule.sources = List.of();
        rule.gives = new CreditGiven(null, List.of());

        says(RulePart.SOURCES, "还没有写明需要哪些成果。", "Which outcomes are needed is not written yet.");
        says(RulePart.GIVES, "还没有写明可以换取什么。", "What it gives is not written yet.");
    }

    @Test
    void what_is_not_known_is_said_by_its_id() {
        PlainNames nobody = new PlainNames(null, java.util.Map.of(), java.util.Map.of(), java.util.Map.of());

        assertThat(PlainRule.of(rule.content(), nobody))
                .anySatisfy(sentence -> assertThat(sentence.text().zh())
                        .contains("mechatronics-diploma")
                        .contains("machining"));
    }

    private void says(RulePart part, String zh, String en) {
        assertThat(PlainRule.of(rule.content(), Written.NAMES).stream()
                        .filter(sentence -> sentence.part() == part)
                        .map(RuleSentence::text))
                .containsExactly(new LocalText(zh, en));
    }
}
