package cn.jiangxue.assessment.rules;

import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.vocabulary.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a paper must be before a course may use it. */
public final class PaperRules {

    public static final int MAX_QUESTIONS = 200;
    public static final int MAX_ATTEMPTS = 20;
    public static final int MAX_MINUTES = 600;

    private PaperRules() {}

    /**
     * Every flaw of the paper; empty when it is sound.
     *
     * @param known the question versions that the paper's organisation has
     */
    public static List<Flaw> flaws(PaperContent paper, Set<QuestionRef> known) {
        List<Flaw> found = new ArrayList<>();
        if (paper.title().zh().isBlank()) {
            found.add(Flaw.of("title", "请填写试卷名称", "The paper needs a title"));
        }
        questions(paper, known, found);
        if (paper.drawCount() < 1
                || paper.drawCount() > Math.max(1, paper.questions().size())) {
            found.add(Flaw.of("drawCount", "抽题数应在 1 和题目总数之间", "The number drawn is from 1 to the number of questions"));
        }
        if (paper.passPercent() < 1 || paper.passPercent() > 100) {
            found.add(Flaw.of("passPercent", "及格线应在 1% 到 100% 之间", "The pass mark is from 1 to 100 percent"));
        }
        if (paper.maxAttempts() < 1 || paper.maxAttempts() > MAX_ATTEMPTS) {
            found.add(Flaw.of("maxAttempts", "可考次数应在 1 到 20 之间", "There may be 1 to 20 attempts"));
        }
        if (paper.minutes() < 0 || paper.minutes() > MAX_MINUTES) {
            found.add(Flaw.of("minutes", "时限应在 0（不限时）到 600 分钟之间", "The limit is from 0 (none) to 600 minutes"));
        }
        return found;
    }

    private static void questions(PaperContent paper, Set<QuestionRef> known, List<Flaw> found) {
        List<QuestionRef> questions = paper.questions();
        if (questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
            found.add(Flaw.of("questions", "题目应为 1 到 200 道", "There must be 1 to 200 questions"));
        }
        var ids = new HashSet<>(questions.stream().map(QuestionRef::questionId).toList());
        if (ids.size() != questions.size()) {
            found.add(Flaw.of("questions", "同一道题不能重复出现", "A question appears twice"));
        }
        for (int i = 0; i < questions.size(); i++) {
            if (!known.contains(questions.get(i))) {
                found.add(Flaw.of(
                        "questions[" + i + "]", "题库中没有这道题的这个版本", "The bank has no such version of this question"));
            }
        }
    }
}
