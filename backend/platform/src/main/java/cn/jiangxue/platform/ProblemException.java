package cn.jiangxue.platform;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A refusal on its way out of a route, to be rendered as a problem document in the reader's language. Carries no stack trace: it is no bug. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Object[] arguments;
    private final transient List<Field> fields = new ArrayList<>();
    private @Nullable String clause;
    private @Nullable Duration retryAfter;

    /** A part of the request at fault. */
    public record Field(String path, LocalText message) {}

    /** {@code arguments} fill {0}, {1}… of the code's detail; a {@link LocalText} among them is put in the reader's language. */
    public ProblemException(ProblemCode code, Object... arguments) {
        super(code.name(), null, false, false);
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The rule that says so. */
    public ProblemException clause(String text) {
        this.clause = text;
        return this;
    }

    /** When to come back, sent as {@code Retry-After}. */
    public ProblemException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** A field at fault; may be called again for the next one. */
    public ProblemException field(String path, LocalText message) {
        fields.add(new Field(path, message));
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    /** What happened and what to do next, in both languages: for a refusal that is one line of a longer answer. */
    public LocalText inWords() {
        return new LocalText(inWords(Locale.CHINESE), inWords(Locale.ENGLISH));
    }

    private String inWords(Locale locale) {
        Problem problem = ProblemTexts.render(this, locale, null);
        return problem.detail() + " " + problem.next();
    }

    Object[] arguments() {
        return arguments.clone();
    }

    /** The parts of the request at fault; may be empty. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    @Nullable
    String clauseText() {
        return clause;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
