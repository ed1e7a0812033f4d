package cn.jiangxue.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");

    @ParameterizedTest
    @ValueSource(
            strings = {"shell", "parts", "files", "learn", "teach", "recognise", "govern", "account", "verify", "rules"
            })
    void every_text_is_there_in_both_languages_and_takes_its_values(String name) throws IOException {
        Properties chinese = read(name + ".properties");
        Properties english = read(name + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames().forEach(key -> {
            assertThat(key).startsWith(name + ".");
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(withoutLanguageName(english.getProperty(key)))
                    .as(key)
                    .doesNotContainPattern("[\\u4e00-\\u9fff]");
            assertThat(new MessageFormat(english.getProperty(key)).getFormats().length)
                    .as("values of %s", key)
                    .isGreaterThanOrEqualTo(0);
        });
    }

    /** A language is called by its own name in both. */
    private static String withoutLanguageName(String text) {
        return text.replace("中文", "");
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
