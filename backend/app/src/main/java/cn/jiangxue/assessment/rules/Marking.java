package cn.jiangxue.assessment.rules;

import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Marks an attempt. A question earns its points whole or not at all: the answer must name exactly the right options. */
public final class Marking {

    private Marking() {}

    public record Asked(UUID questionId, QuestionContent content) {}

    /**
     * @param percent points of possible points, in whole percent, rounded down: 79.9 % is 79
     * @param right the questions answered right
     */
    public record Mark(int points, int possible, int percent, boolean passed, Set<UUID> right) {}

    public static Mark mark(List<Asked> asked, Map<UUID, List<String>> answers, int passPercent) {
        Set<UUID> right = asked.stream()
                .filter(question -> isRight(question.content(), answers.getOrDefault(question.questionId(), List.of())))
                .map(Asked::questionId)
                .collect(Collectors.toUnmodifiableSet());
        int possible =
                asked.stream().mapToInt(question -> question.content().points()).sum();
        int points = asked.stream()
                .filter(question -> right.contains(question.questionId()))
                .mapToInt(question -> question.content().points())
                .sum();
        int percent = possible == 0 ? 0 : Math.floorDiv(points * 100, possible);
        return new Mark(points, possible, percent, percent >= passPercent, right);
    }

    static boolean isRight(QuestionContent question, List<String> given) {
        return new HashSet<>(given).equals(new HashSet<>(question.correct()));
    }
}
