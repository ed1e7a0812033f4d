package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Ids of what was sent and not answered yet. Sent again from the same page it is the same request, also from a dialog that was closed in between; only an answer
 * ends it. A page keeps one.
 */
public final class Unanswered {

    private static final int FIRST_REFUSAL = 400;
    private static final int TOO_MANY = 429;

    private final Map<Object, UUID> ids = new HashMap<>();

    /** {@code what}: tells apart what may be under way at the same time. */
    public <T> T send(Object what, Function<UUID, T> request) {
        UUID id = ids.computeIfAbsent(what, first -> Ids.next());
        try {
            T answer = request.apply(id);
            ids.remove(what);
            return answer;
        } catch (RuntimeException refused) {
            if (isRefusal(Problems.of(refused, Locale.ROOT))) {
                ids.remove(what);
            }
            throw refused;
        }
    }

    /** With another content under the same id the first one was taken: the page has to be read again before anything else is sent. */
    private static boolean isRefusal(Problem problem) {
        boolean answered = problem.status() >= FIRST_REFUSAL && problem.status() < TOO_MANY;
        return answered
                && !Problems.isSignInNeeded(problem)
                && !Problems.is(problem, ProblemCode.CONFLICTING_REPEAT)
                && !Problems.is(problem, ProblemCode.CHANGED_MEANWHILE);
    }
}
