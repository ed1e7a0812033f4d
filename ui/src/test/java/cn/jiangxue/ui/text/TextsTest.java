package cn.jiangxue.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*\"([a-z]+\\.[A-Za-z0-9.]*[A-Za-z0-9])\"\\s*[,)]");
    private static final List<String> NAMES = names();

    private static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
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
            assertThat(english.getProperty(key)).as(key).doesNotContainPattern("(?<!')'(?!')");
            assertThat(new MessageFormat(english.getProperty(key)).getFormats().length)
                    .as("values of %s", key)
                    .isGreaterThanOrEqualTo(0);
        });
    }

    /** Keys put together from parts are seen by the pages' own tests; those written out are seen here. */
    @Test
    void every_text_that_a_page_asks_for_by_its_whole_key_is_there() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String name : NAMES) {
            known.addAll(read(name + ".properties").stringPropertyNames());
        }
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }

        assertThat(asked).hasSizeGreaterThan(300);
        asked.removeAll(known);
        assertThat(asked).isEmpty();
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
