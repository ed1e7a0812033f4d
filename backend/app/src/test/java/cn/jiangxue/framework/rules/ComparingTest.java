package cn.jiangxue.framework.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.frameworks.Frameworks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComparingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final String file = Frameworks.editions().stream()
            .filter(each -> each.contains("\"code\":\"6-18-01-01\""))
            .findFirst()
            .orElseThrow();

    private static VersionContent standard(String json) {
        return new VersionContent(JSON.readValue(json, StandardContent.class), null);
    }

    private List<ComparedRow> rows(String older, String newer) {
        return Comparing.of(standard(older), standard(newer)).rows();
    }

    @Test
    void a_version_differs_from_itself_in_nothing() {
        Comparing.Result result = Comparing.of(standard(file), standard(file));

        assertThat(result.rows()).isEmpty();
        assertThat(result.same()).isGreaterThan(80);
    }

    @Test
    void a_changed_weight_is_one_row_of_its_grade() {
        assertThat(rows(file, file.replaceFirst("\"weightPercent\":40", "\"weightPercent\":45")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.change()).isEqualTo(RowChange.CHANGED);
                    assertThat(row.section().zh()).isEqualTo("学徒工");
                    assertThat(row.older().zh()).endsWith(" 40%");
                    assertThat(row.newer().zh()).endsWith(" 45%");
                });
    }

    @Test
    void how_far_a_standard_can_be_trusted_is_said_in_words() {
        assertThat(rows(
                        file,
                        file.replace(
                                "\"source\":\"SAMPLE\",\"effectiveFrom\"", "\"source\":\"PRIMARY\",\"effectiveFrom\"")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.older()).isEqualTo(new LocalText("样例", "sample"));
                    assertThat(row.newer()).isEqualTo(new LocalText("依据原文", "from the text of the paper"));
                });
    }

    @Test
    void a_value_that_the_wording_does_not_follow_is_noticed() {
        assertThat(rows(file, file.replaceFirst("\"years\":5", "\"years\":6")))
                .singleElement()
                .satisfies(row -> assertThat(row.newer().zh()).startsWith("从事本职业累计满6年"));
    }

    @Test
    void a_condition_is_added_and_removed_by_its_id_wherever_it_stands() {
        String without = file.replaceFirst("\\{\"id\":\"age-16\"[^{]*\"wording\":\\{[^}]*\\}\\},?", "");
        assertThat(without).isNotEqualTo(file);

        assertThat(rows(file, without)).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(RowChange.REMOVED);
            assertThat(row.newer()).isNull();
        });
        assertThat(rows(without, file)).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(RowChange.ADDED);
            assertThat(row.older()).isNull();
        });
    }

    @Test
    void a_descriptor_of_a_framework_is_a_row_of_its_level() {
        String framework = Frameworks.editions().getFirst();
        String changed = framework.replaceFirst("知道本岗位的安全须知", "熟悉本岗位的安全须知");

        List<ComparedRow> rows =
                Comparing.of(framework(framework), framework(changed)).rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.section().zh()).isEqualTo("第1级");
            assertThat(row.place().zh()).isEqualTo("知识");
        });
    }

    private static VersionContent framework(String json) {
        return new VersionContent(null, JSON.readValue(json, FrameworkContent.class));
    }

    @Test
    void every_kind_of_condition_reads_in_both_languages() {
        assertThat(ConditionAsked.TYPES).allSatisfy(type -> {
            var plain = PlainCondition.of(
                    new ConditionAsked("c", type, new LocalText("", ""), "", null, null, null, null, null, null));
            assertThat(plain.zh()).containsPattern("\\p{IsHan}").doesNotContain("未定");
            assertThat(plain.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void a_condition_reads_its_values() {
        assertThat(plain("minimum-age", 16, null, null, null, null, null).zh()).isEqualTo("年满16周岁");
        assertThat(plain("work-years", 5, null, null, null, null, null).en())
                .isEqualTo("5 years’ work in the occupation");
        assertThat(plain("work-years", null, null, null, null, null, null).zh()).isEqualTo("从事本职业累计满…年");
        assertThat(plain("holds-grade", null, Grade.SENIOR, 0, null, null, null).zh())
                .isEqualTo("持有高级工（三级）");
        assertThat(plain("holds-grade", null, Grade.SENIOR, 4, null, null, null).en())
                .isEqualTo("holds Senior worker (grade 3) and worked 4 years since");
        assertThat(plain("holds-title", null, null, 1, "INTERMEDIATE", null, null)
                        .zh())
                .isEqualTo("取得中级职称后从业满1年");
        assertThat(plain("holds-diploma", null, null, null, null, List.of("COLLEGE", "BACHELOR"), null)
                        .zh())
                .endsWith("：专科、本科");
        assertThat(plain("credits-in-occupation", null, null, null, null, null, 2_500)
                        .zh())
                .isEqualTo("本职业平台学分不少于2.5");
    }

    private static LocalText plain(
            String type,
            @Nullable Integer years,
            @Nullable Grade grade,
            @Nullable Integer since,
            @Nullable String level,
            @Nullable List<String> diplomas,
            @Nullable Integer milli) {
        return PlainCondition.of(new ConditionAsked(
                "c", type, new LocalText("", ""), "ladder", years, grade, since, level, diplomas, milli));
    }

    @Test
    void every_level_of_titles_and_kind_of_diploma_has_a_name_of_its_own() {
        assertThat(ConditionAsked.TITLES.stream().map(PlainCondition::title).map(LocalText::zh))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.endsWith("职称"));
        assertThat(ConditionAsked.DIPLOMAS.stream()
                        .map(kind -> plain("holds-diploma", null, null, null, null, List.of(kind), null)
                                .zh()))
                .doesNotHaveDuplicates()
                .noneMatch(text -> text.contains("_"));
    }

    @Test
    void a_pass_mark_a_paper_and_a_way_to_a_title_are_rows_too() {
        assertThat(rows(file, file.replaceFirst("\"passMark\":60", "\"passMark\":70")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.place().zh()).isEqualTo("理论知识考试");
                    assertThat(row.newer().zh()).startsWith("70分合格，1名考评员，可考3次");
                });
        assertThat(rows(file, file.replaceFirst("第11条\"", "第12条\"")))
                .singleElement()
                .satisfies(row -> assertThat(row.section().zh()).isEqualTo("依据"));
        String framework = Frameworks.editions().getFirst();
        assertThat(Comparing.of(
                                framework(framework),
                                framework(framework.replace("\"sinceYears\":2", "\"sinceYears\":3")))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.newer().zh()).endsWith("（满3年 → 助理级职称）"));
    }

    @Test
    void versions_of_different_kinds_have_nothing_in_common() {
        Comparing.Result result =
                Comparing.of(standard(file), framework(Frameworks.editions().getFirst()));

        assertThat(result.rows()).extracting(ComparedRow::change).contains(RowChange.ADDED, RowChange.REMOVED);
        assertThat(result.same()).isZero();
    }
}
