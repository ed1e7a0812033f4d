package cn.jiangxue.ui.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Every text of the pages: {@code texts/<package>.properties} in Chinese, {@code texts/<package>_en.properties} in English. A key begins with its
 * package. Always {@link MessageFormat}, so an apostrophe is written twice. A missing key fails: a test holds both languages complete.
 */
@Component
public class Texts implements I18NProvider {

    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    /** The text of a key in a language, with its values put in. */
    public static String of(Locale locale, String key, Object... values) {
        String pattern = bundle(key.substring(0, key.indexOf('.')), locale).getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }

    /** In the language of the current page. */
    public static String t(String key, Object... values) {
        return of(Languages.current(), key, values);
    }

    /** In the language of the current page; {@code otherwise} where the services may name what these texts do not know yet. */
    public static String known(String key, String otherwise) {
        ResourceBundle bundle = bundle(key.substring(0, key.indexOf('.')), Languages.current());
        return bundle.containsKey(key) ? t(key) : otherwise;
    }

    /** The pattern itself, for texts whose values are put in by the browser. */
    public static String raw(String key) {
        return bundle(key.substring(0, key.indexOf('.')), Languages.current())
                .getString(key)
                .replace("''", "'");
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        boolean english = Languages.isEnglish(locale);
        return BUNDLES.computeIfAbsent(
                name + (english ? "_en" : ""),
                key -> ResourceBundle.getBundle("texts." + name, english ? Locale.ENGLISH : Locale.ROOT, CONTROL));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return of(locale, key, values);
    }
}
