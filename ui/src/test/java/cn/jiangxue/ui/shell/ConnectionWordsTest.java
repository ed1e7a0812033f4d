package cn.jiangxue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.ui.text.Languages;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionWordsTest {

    private static final String HAN = "[\\u4e00-\\u9fff]";

    @Test
    void what_the_browser_says_of_the_connection_is_in_the_language_of_the_page() {
        assertThat(words(Languages.CHINESE)).allSatisfy(word -> assertThat(word).containsPattern(HAN));
        assertThat(words(Languages.ENGLISH))
                .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContainPattern(HAN));
    }

    private static Stream<String> words(Locale locale) {
        ReconnectDialogConfiguration said = new UI().getReconnectDialogConfiguration();
        ConnectionWords.withoutConnection(said, locale);
        SystemMessages messages = ConnectionWords.whereAPageCannotGoOn(locale);
        return Stream.of(
                said.getDialogText(),
                said.getDialogTextGaveUp(),
                messages.getInternalErrorCaption(),
                messages.getInternalErrorMessage(),
                messages.getCookiesDisabledCaption(),
                messages.getCookiesDisabledMessage());
    }
}
