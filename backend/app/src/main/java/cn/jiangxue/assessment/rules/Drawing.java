package cn.jiangxue.assessment.rules;

import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Which questions an attempt asks, in which order. The same attempt id always draws the same, so a start that is repeated after a fault changes nothing. */
public final class Drawing {

    private Drawing() {}

    /** {@code count} of the questions, in an order of the attempt's own. */
    public static <T> List<T> draw(List<T> questions, int count, UUID attemptId) {
        List<T> order = new ArrayList<>(questions);
        Collections.shuffle(order, new Random(seed(attemptId)));
        return List.copyOf(order.subList(0, Math.min(count, order.size())));
    }

    /** The options in an order of the attempt's own; true and false keep theirs. */
    public static List<Option> arrange(QuestionContent question, UUID attemptId, UUID questionId) {
        if (question.kind() == QuestionKind.TRUE_FALSE) {
            return question.options();
        }
        List<Option> order = new ArrayList<>(question.options());
        Collections.shuffle(order, new Random(31 * seed(attemptId) + seed(questionId)));
        return List.copyOf(order);
    }

    private static long seed(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
