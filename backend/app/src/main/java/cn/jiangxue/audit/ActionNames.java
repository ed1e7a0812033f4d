package cn.jiangxue.audit;

import cn.jiangxue.contract.LocalText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** What actions are called, from {@code audit/actions.properties} and {@code audit/actions_en.properties}. An action without a name shows as it is. */
@Component
final class ActionNames {

    private final Properties chinese = read("/audit/actions.properties");
    private final Properties english = read("/audit/actions_en.properties");

    LocalText of(String action) {
        return new LocalText(chinese.getProperty(action, action), english.getProperty(action, action));
    }

    private static Properties read(String resource) {
        Properties names = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ActionNames.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            names.load(reader);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + resource, e);
        }
    }
}
