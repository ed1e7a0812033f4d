package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.recognition.Evaluations.Judged;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has to agree to what an evaluation grants: the sum of what the rules of the granted answers ask. What rests on evidence that was not verified before is for a panel,
 * whatever the rule says.
 *
 * @param institutions that must agree beside a panel, as the rules name them
 * @param titles of the outcomes that are granted something
 */
record Consent(boolean panel, Set<String> institutions, List<LocalText> titles) {

    static Consent of(Judged judged) {
        return of(judged.request(), judged.evaluation());
    }

    static Consent of(Request request, Evaluation evaluation) {
        List<Answer> grants = evaluation.grants();
        boolean panel =
                grants.stream().anyMatch(answer -> answer.review() == Review.PANEL) || restsOnAssumptions(request);
        Set<String> institutions = new TreeSet<>();
        grants.stream()
                .filter(answer -> answer.review() == Review.BOTH_INSTITUTIONS)
                .forEach(answer -> {
                    RuleVersion rule = EvaluationDocument.rule(request, answer.rule());
                    institutions.add(request.programme().institution());
                    if (rule != null) {
                        institutions.addAll(rule.parties());
                    }
                });
        Set<OutcomeId> granted =
                grants.stream().flatMap(answer -> answer.sources().stream()).collect(Collectors.toSet());
        List<LocalText> titles = request.outcomes().stream()
                .filter(outcome -> granted.contains(outcome.id()))
                .map(Outcome::title)
                .toList();
        return new Consent(panel, Set.copyOf(institutions), titles);
    }

    private static boolean restsOnAssumptions(Request request) {
        return request.outcomes().stream().anyMatch(outcome -> outcome.proof().authenticity() == Authenticity.ASSUMED);
    }

    /** Those that are on the platform. */
    Set<UUID> ids() {
        return Awarders.ids(institutions);
    }

    ReviewMode mode() {
        if (!institutions.isEmpty()) {
            return ReviewMode.BOTH_INSTITUTIONS;
        }
        return panel ? ReviewMode.PANEL : ReviewMode.AUTOMATIC;
    }
}
