package cn.jiangxue.reexamination;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.reexamination.rules.Answer;
import java.util.Map;
import java.util.UUID;

/** What the rules refuse, as it is told: what happened, by which clause, and what to do next. */
final class ReexaminationRefusals {

    private static final String RULES = "晋级质量抽查办法（样例）第%s条";
    private static final String UNKNOWN = "—";

    private ReexaminationRefusals() {}

    /** {@code names} of the people that a refusal may name; {@code field} is where the words stand. */
    static ProblemException of(Answer answer, String field, UUID id, Map<UUID, String> names) {
        return switch (answer) {
            case Answer.Accepted ignored -> throw new IllegalStateException("accepted");
            case Answer.Repeated ignored -> throw new IllegalStateException("repeated");
            case Answer.Conflicting ignored -> new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            case Answer.HadAPart had ->
                new ProblemException(ProblemCode.HAD_A_PART, ReexaminationWords.name(had.part()))
                        .clause(RULES.formatted("四"));
            case Answer.TakenBy taken ->
                new ProblemException(
                                ProblemCode.REEXAMINATION_TAKEN,
                                names.getOrDefault(taken.reviewer(), UNKNOWN),
                                taken.until().toString())
                        .clause(RULES.formatted("五"));
            case Answer.NotTheReviewer ignored ->
                new ProblemException(ProblemCode.NOT_THE_REVIEWER).clause(RULES.formatted("五"));
            case Answer.FoundIt ignored -> new ProblemException(ProblemCode.FOUND_BY_YOU).clause(RULES.formatted("七"));
            case Answer.NotAtThisStep other ->
                new ProblemException(ProblemCode.NOT_AT_THIS_STEP, ReexaminationWords.name(other.state()));
            case Answer.RuledBefore before ->
                new ProblemException(
                                ProblemCode.RULED_BEFORE,
                                names.getOrDefault(before.by(), UNKNOWN),
                                ReexaminationWords.name(before.kind()))
                        .clause(RULES.formatted("七"));
            case Answer.ChangedMeanwhile ignored -> new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case Answer.NotHeard early ->
                new ProblemException(ProblemCode.LEARNER_NOT_HEARD, early.from().toString())
                        .clause(RULES.formatted("六"));
            case Answer.StatedBefore ignored ->
                new ProblemException(ProblemCode.STATED_BEFORE).clause(RULES.formatted("六"));
            case Answer.TooManyFiles many -> new ProblemException(ProblemCode.CASE_AT_LIMIT, many.most());
            case Answer.WordsNeeded ignored ->
                new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field(
                                field,
                                new LocalText(
                                        "请写%d至%d字".formatted(ReexaminationApi.WORDS_LEAST, ReexaminationApi.WORDS_MOST),
                                        "Write %d to %d characters"
                                                .formatted(ReexaminationApi.WORDS_LEAST, ReexaminationApi.WORDS_MOST)));
        };
    }
}
