package cn.jiangxue.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.MessageApi.MessageKind;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys are put together from the kinds, so they are looked for here. */
class MessageTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_kind_says_what_happened_to_what_and_what_to_do_next_in_both_languages(MessageKind kind) {
        for (Locale locale : Languages.ALL) {
            assertThat(Texts.of(locale, "messages." + kind, "MATTER")).contains("MATTER");
            assertThat(Texts.of(locale, "messages." + kind + ".next")).isNotBlank();
        }
        assertThat(Texts.of(Languages.CHINESE, "messages." + kind, ""))
                .isNotEqualTo(Texts.of(Languages.ENGLISH, "messages." + kind, ""));
    }
}
