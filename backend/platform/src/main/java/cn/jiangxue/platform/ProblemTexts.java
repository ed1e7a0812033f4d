package cn.jiangxue.platform;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Puts a refusal in the reader's language. Chinese is the default, English the alternative. */
final class ProblemTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static Problem render(ProblemException refusal, Locale locale, @Nullable String traceId) {
        ProblemCode code = refusal.code();
        var errors = refusal.fields().stream()
                .map(field ->
                        new Problem.FieldError(field.path(), field.message().in(locale)))
                .toList();
        return new Problem(
                code.type(),
                text(code + ".title", refusal, locale),
                code.status(),
                text(code + ".detail", refusal, locale),
                text(code + ".next", refusal, locale),
                refusal.clauseText(),
                traceId,
                errors);
    }

    static ResourceBundle bundle(Locale locale) {
        Locale chosen = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle("problems.problems", chosen, NO_FALLBACK);
    }

    private static String text(String key, ProblemException refusal, Locale locale) {
        Object[] shown = Arrays.stream(refusal.arguments())
                .map(argument -> argument instanceof LocalText text ? text.in(locale) : argument)
                .toArray();
        return new MessageFormat(bundle(locale).getString(key), locale).format(shown);
    }
}
