package cn.jiangxue.ui.standards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardContent.NamedOccupation;
import cn.jiangxue.contract.StandardContent.PartAsked;
import cn.jiangxue.contract.StandardContent.PathAsked;
import cn.jiangxue.contract.StandardContent.UnitAssessed;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StandardFileTest {

    private static final LocalText TEXT = new LocalText("车工", "Turner");

    @Test
    void a_file_says_all_of_it_and_leaves_out_what_is_not_set() {
        String file = new String(StandardFile.of(new VersionContent(standard(), null)), StandardCharsets.UTF_8);

        assertThat(file)
                .contains("\"type\" : \"work-years\"")
                .doesNotContain("null")
                .doesNotContain("milliCredits");
        assertThat(JsonMapper.builder().build().readValue(file, StandardContent.class))
                .isEqualTo(standard());
    }

    @Test
    void a_place_in_the_file_is_named_as_the_forms_name_it() {
        VersionContent content = new VersionContent(standard(), null);

        assertThat(FaultList.place("/grades/0/anyOf/1/allOf/0/years", content)).isEqualTo("中级工（四级） · 途径 2 · 条件 1 · 年数");
        assertThat(FaultList.place("/occupation/name/en", content)).isEqualTo("职业 · 名称 · 英文");
        assertThat(FaultList.place("", content)).isEqualTo("整份标准");
    }

    private static StandardContent standard() {
        ConditionAsked years = new ConditionAsked("c", "work-years", TEXT, "ladder", 5, null, null, null, null, null);
        return new StandardContent(
                new NamedOccupation("6-18-01-01", TEXT),
                "2027-1",
                TEXT,
                TEXT,
                TrustedAs.SAMPLE,
                LocalDate.of(2027, 1, 1),
                Map.of("ladder", new Clause(TEXT, TrustedAs.SECONDARY)),
                List.of(new GradeAsked(
                        Grade.INTERMEDIATE,
                        List.of(),
                        List.of(new PathAsked("p", TEXT, List.of(years))),
                        List.of(new UnitAssessed("u", TEXT, 100)),
                        List.of(new PartAsked(ExamPart.THEORY, BigDecimal.valueOf(60), 1, 3, TEXT, "ladder")))));
    }
}
