package cn.jiangxue.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void an_apostrophe_that_stands_twice_in_the_texts_is_read_once(ProblemCode code) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Problem problem = ProblemTexts.render(new ProblemException(code), locale, null);

            assertThat(List.of(problem.title(), problem.detail(), problem.next()))
                    .allSatisfy(text -> assertThat(text).doesNotContain("''"));
        }
    }
}
