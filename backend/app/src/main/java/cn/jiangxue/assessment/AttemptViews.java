package cn.jiangxue.assessment;

import cn.jiangxue.assessment.AttemptDocument.AskedDocument;
import cn.jiangxue.assessment.AttemptDocument.Result;
import cn.jiangxue.contract.AssessmentApi.AskedQuestion;
import cn.jiangxue.contract.AssessmentApi.Attempt;
import cn.jiangxue.contract.AssessmentApi.AttemptState;
import cn.jiangxue.contract.AssessmentApi.AttemptSummary;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.QuizStanding;
import java.util.Comparator;
import java.util.Objects;

/** What learners get to see. The key and the explanation of a question are null until the attempt is marked. */
final class AttemptViews {

    private AttemptViews() {}

    static Attempt attempt(AttemptDocument attempt) {
        Result result = attempt.result();
        int possible =
                attempt.asked().stream().mapToInt(one -> one.content().points()).sum();
        return new Attempt(
                attempt.id(),
                attempt.enrolmentId(),
                attempt.lessonId(),
                attempt.isOpen() ? AttemptState.OPEN : AttemptState.SUBMITTED,
                attempt.number(),
                attempt.maxAttempts(),
                attempt.passPercent(),
                attempt.closesAt(),
                attempt.asked().stream().map(one -> question(attempt, one)).toList(),
                result == null ? null : result.points(),
                possible,
                result == null ? null : result.percent(),
                result == null ? null : result.passed(),
                result == null ? null : result.submittedAt());
    }

    private static AskedQuestion question(AttemptDocument attempt, AskedDocument asked) {
        Result result = attempt.result();
        var content = asked.content();
        return new AskedQuestion(
                asked.questionId(),
                asked.version(),
                content.kind(),
                content.stem(),
                content.options(),
                content.points(),
                attempt.answerTo(asked.questionId()),
                result == null ? null : content.correct(),
                result == null ? null : content.explanation(),
                result == null ? null : result.right().contains(asked.questionId()));
    }

    static QuizStanding standing(PaperContent paper, StandingDocument standing) {
        var summaries = standing.attempts().stream()
                .sorted(Comparator.comparingInt(StandingDocument.Entry::number).reversed())
                .map(AttemptViews::summary)
                .toList();
        var open = standing.attempts().stream()
                .filter(StandingDocument.Entry::open)
                .findFirst();
        var best = standing.attempts().stream()
                .map(StandingDocument.Entry::percent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return new QuizStanding(
                paper.title(),
                paper.drawCount(),
                paper.passPercent(),
                paper.maxAttempts(),
                paper.minutes(),
                standing.attempts().stream().anyMatch(StandingDocument.Entry::passed),
                best.orElse(null),
                open.map(StandingDocument.Entry::id).orElse(null),
                summaries);
    }

    private static AttemptSummary summary(StandingDocument.Entry entry) {
        return new AttemptSummary(
                entry.id(),
                entry.number(),
                entry.open() ? AttemptState.OPEN : AttemptState.SUBMITTED,
                entry.percent(),
                entry.open() ? null : entry.passed(),
                entry.submittedAt());
    }
}
