package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.List;

/**
 * What an evaluation says.
 *
 * @param answers one for each use of a rule and each target, granted or not, in canonical order
 * @param reversals live awards that give way: take them back before granting
 * @param floors conditions of the programme as a whole, after the grants
 * @param optimality of what is granted in sum
 */
public record Evaluation(
        List<Answer> answers, List<Reversal> reversals, List<Condition> floors, Optimality optimality) {

    public Evaluation {
        answers = List.copyOf(answers);
        reversals = List.copyOf(reversals);
        floors = List.copyOf(floors);
    }

    /** A live award that is superseded by a higher outcome of its group. */
    public record Reversal(Request.LiveAward award, OutcomeId by, LocalText reason) {}

    /** What is to be posted. */
    public List<Answer> grants() {
        return answers.stream().filter(Answer::isGranted).toList();
    }

    /** Newly granted, without live awards. */
    public Credits granted() {
        return answers.stream().map(Answer::granted).reduce(Credits.ZERO, Credits::plus);
    }

    /** Stays in the account. */
    public Credits banked() {
        return answers.stream().map(Answer::banked).reduce(Credits.ZERO, Credits::plus);
    }

    /** Whether every floor is met. */
    public boolean eligible() {
        return floors.stream().allMatch(Condition::met);
    }
}
