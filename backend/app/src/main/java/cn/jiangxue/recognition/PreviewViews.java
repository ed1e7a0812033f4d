package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RecognitionApi.AnswerVerdict;
import cn.jiangxue.contract.RecognitionApi.GivesWay;
import cn.jiangxue.contract.RecognitionApi.RecognitionAnswer;
import cn.jiangxue.contract.RecognitionApi.RecognitionEvaluation;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Evaluation.Reversal;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evaluations as they travel. */
final class PreviewViews {

    /** Answers that travel at most; granted ones first. */
    private static final int ANSWERS = 300;

    private PreviewViews() {}

    static RecognitionEvaluation view(Request request, Evaluation evaluation, Map<String, LocalText> categories) {
        Programme programme = request.programme();
        Map<OutcomeId, Outcome> outcomes =
                request.outcomes().stream().collect(Collectors.toMap(Outcome::id, Function.identity()));
        List<Answer> answers = evaluation.answers();
        List<RecognitionAnswer> shown = java.util.stream.Stream.concat(
                        answers.stream().filter(Answer::isGranted),
                        answers.stream().filter(answer -> !answer.isGranted()))
                .limit(ANSWERS)
                .map(answer -> answer(request, outcomes, answer, categories))
                .toList();
        return new RecognitionEvaluation(
                programme.id(),
                programme.version(),
                programme.name(),
                request.asOf(),
                evaluation.granted().milli(),
                evaluation.banked().milli(),
                shown,
                evaluation.reversals().stream()
                        .map(reversal -> givesWay(programme, reversal, categories))
                        .toList(),
                evaluation.floors().stream().map(Condition::toFinding).toList(),
                evaluation.eligible(),
                evaluation.optimality() instanceof Optimality.Bounded bounded
                        ? bounded.bound().milli()
                        : null);
    }

    private static RecognitionAnswer answer(
            Request request, Map<OutcomeId, Outcome> outcomes, Answer answer, Map<String, LocalText> categories) {
        RuleVersion rule = EvaluationDocument.rule(request, answer.rule());
        return new RecognitionAnswer(
                answer.sources().stream()
                        .map(outcomes::get)
                        .filter(Objects::nonNull)
                        .map(Outcome::title)
                        .toList(),
                rule == null ? null : rule.ref().toString(),
                rule == null ? null : rule.name(),
                rule == null ? null : target(request.programme(), answer, categories),
                AnswerVerdict.valueOf(answer.verdict().name()),
                answer.granted().milli(),
                answer.banked().milli(),
                answer.mark(),
                answer.review() == null
                        ? null
                        : ReviewMode.valueOf(answer.review().name()),
                answer.isGranted()
                        && answer.sources().stream()
                                .map(outcomes::get)
                                .anyMatch(source ->
                                        source != null && source.proof().authenticity() == Authenticity.ASSUMED),
                answer.conditions().stream().map(Condition::toFinding).toList());
    }

    private static GivesWay givesWay(Programme programme, Reversal reversal, Map<String, LocalText> categories) {
        String target = reversal.award().target();
        return new GivesWay(
                target(programme, target, reversal.award().category(), categories),
                reversal.award().amount().milli(),
                reversal.reason());
    }

    /** What an answer counts toward. */
    static LocalText target(Programme programme, Answer answer, Map<String, LocalText> categories) {
        return target(programme, answer.target(), Objects.requireNonNullElse(answer.category(), ""), categories);
    }

    private static LocalText target(
            Programme programme, @Nullable String target, String category, Map<String, LocalText> categories) {
        return target == null
                ? categories.getOrDefault(category, new LocalText(category, category))
                : programme.target(target).map(Target::name).orElse(new LocalText(target, target));
    }
}
