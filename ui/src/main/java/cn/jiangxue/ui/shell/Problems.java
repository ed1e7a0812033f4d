package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong into one {@link Problem} a reader can act on. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /** What the service said; when it could not be reached or said nothing, words of our own. Unexpected errors are logged here, once. */
    public static Problem of(Throwable error, Locale locale) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SessionEnded) {
                return own(ProblemCode.SESSION_ENDED, "shell.problem.ended", locale);
            }
            if (cause instanceof RestClientResponseException answered) {
                return told(answered, locale);
            }
            if (cause instanceof ResourceAccessException) {
                return own(ProblemCode.UNAVAILABLE, "shell.problem.unavailable", locale);
            }
        }
        LOG.error("unexpected error in a page", error);
        return own(ProblemCode.INTERNAL, "shell.problem.internal", locale);
    }

    /** Whether the way on is to sign in again. */
    public static boolean isSignInNeeded(Problem problem) {
        return problem.type().equals(ProblemCode.SESSION_ENDED.type())
                || problem.type().equals(ProblemCode.NOT_SIGNED_IN.type());
    }

    /** Whether the same may succeed a little later. */
    static boolean mayPass(Problem problem) {
        return problem.status() >= 429;
    }

    /** Loads the page again. */
    static Button again() {
        Button again = Buttons.plain(
                Texts.t("shell.problem.again"), () -> UI.getCurrent().getPage().reload());
        again.addClassName("jx-again");
        return again;
    }

    public static boolean is(Problem problem, ProblemCode code) {
        return problem.type().equals(code.type());
    }

    private static Problem told(RestClientResponseException answered, Locale locale) {
        try {
            Problem problem = JSON.readValue(answered.getResponseBodyAsByteArray(), Problem.class);
            if (problem.type() != null && problem.title() != null) {
                return whole(problem);
            }
        } catch (JacksonException notAProblem) {
            LOG.warn("an answer with status {} was no problem document", answered.getStatusCode());
        }
        return switch (answered.getStatusCode().value()) {
            case 401 -> own(ProblemCode.SESSION_ENDED, "shell.problem.ended", locale);
            case 404 -> own(ProblemCode.NOT_FOUND, "shell.problem.missing", locale);
            case 429, 502, 503, 504 -> own(ProblemCode.UNAVAILABLE, "shell.problem.unavailable", locale);
            default -> own(ProblemCode.INTERNAL, "shell.problem.internal", locale);
        };
    }

    @SuppressWarnings("ConstantValue")
    private static Problem whole(Problem p) {
        return new Problem(
                p.type(),
                p.title(),
                p.status(),
                p.detail() == null ? "" : p.detail(),
                p.next() == null ? "" : p.next(),
                p.clause(),
                p.traceId(),
                p.errors() == null ? List.of() : p.errors());
    }

    private static Problem own(ProblemCode code, String key, Locale locale) {
        return new Problem(
                code.type(),
                Texts.of(locale, key + ".title"),
                code.status(),
                Texts.of(locale, key + ".detail"),
                Texts.of(locale, key + ".next"),
                null,
                MDC.get(TraceFilter.KEY),
                List.of());
    }
}
