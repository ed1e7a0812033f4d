package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.WithdrawnCredit;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.recognition.CaseDocument.Written;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes that applications rest on and that were taken back since they were judged. */
@Component("withdrawnOutcomesOfCases")
class WithdrawnOutcomes {

    private final LearningOutcomes outcomes;
    private final Evaluations evaluations;
    private final WithdrawnCredit credit;

    WithdrawnOutcomes(LearningOutcomes outcomes, Evaluations evaluations, WithdrawnCredit credit) {
        this.outcomes = outcomes;
        this.evaluations = evaluations;
        this.credit = credit;
    }

    /** Those among the outcomes that the case was judged by. */
    Mono<List<OutcomeWithdrawn>> of(CaseDocument stored) {
        return evaluations
                .pinned(stored.standingEvaluation())
                .flatMap(pinned -> among(
                        stored.learnerId(),
                        pinned.request().outcomes().stream().map(Outcome::id).toList()))
                .defaultIfEmpty(List.of());
    }

    /** Which of the learner's outcomes with these ids were taken back. */
    Mono<List<OutcomeWithdrawn>> among(UUID learnerId, Collection<OutcomeId> ids) {
        return outcomes.withdrawn(new LearnerId(learnerId), ids).collectList();
    }

    /** Completes when everything that would be granted rests on outcomes that still count, else the refusal. */
    Mono<Void> requireNone(CaseDocument stored) {
        return evaluations
                .pinned(stored.standingEvaluation())
                .flatMap(pinned ->
                        among(stored.learnerId(), sources(pinned.evaluation().grants())))
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.error(Refusals.refused(7, ProblemCode.CASE_RESTS_ON_WITHDRAWN, titles(found))));
    }

    /** Has taken back what was written for answers that rest on such outcomes; every step may be repeated. */
    Mono<Void> takeBack(CaseDocument stored, List<Written> written) {
        List<Written> deposits =
                written.stream().filter(one -> one.kind() == EntryKind.DEPOSIT).toList();
        return Flux.fromStream(deposits.stream().map(Written::evaluationId).distinct())
                .concatMap(evaluations::pinned)
                .collectMap(EvaluationDocument::id)
                .flatMap(pinned -> among(
                                stored.learnerId(),
                                sources(answers(deposits, pinned).values()))
                        .flatMapIterable(found -> found)
                        .concatMap(told -> credit.takeBack(told, entries(told, answers(deposits, pinned))))
                        .then());
    }

    private static Map<UUID, Answer> answers(List<Written> deposits, Map<UUID, EvaluationDocument> pinned) {
        return deposits.stream()
                .collect(Collectors.toMap(
                        Written::entryId,
                        one -> Objects.requireNonNull(pinned.get(one.evaluationId()))
                                .evaluation()
                                .answers()
                                .get(one.answer())));
    }

    private static List<UUID> entries(OutcomeWithdrawn told, Map<UUID, Answer> answers) {
        return answers.entrySet().stream()
                .filter(each -> each.getValue().sources().contains(new OutcomeId(told.outcomeId())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<OutcomeId> sources(Collection<Answer> answers) {
        Set<OutcomeId> sources = new HashSet<>();
        answers.forEach(answer -> sources.addAll(answer.sources()));
        return sources;
    }

    private static LocalText titles(List<OutcomeWithdrawn> found) {
        return new LocalText(
                found.stream().map(told -> told.title().zh()).collect(Collectors.joining("、")),
                found.stream().map(told -> told.title().en()).collect(Collectors.joining(", ")));
    }
}
