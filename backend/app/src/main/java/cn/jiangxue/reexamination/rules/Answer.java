package cn.jiangxue.reexamination.rules;

import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import java.time.LocalDate;
import java.util.UUID;

/** The answer to what somebody wants to do with a re-examination. */
public sealed interface Answer {

    record Accepted() implements Answer {}

    /** The same again. */
    record Repeated() implements Answer {}

    /** The id stands for other content. */
    record Conflicting() implements Answer {}

    /** They had a part in the application. */
    record HadAPart(Took.Part part) implements Answer {}

    /** Somebody else looks at it and is in time. */
    record TakenBy(UUID reviewer, LocalDate until) implements Answer {}

    /** Somebody else looks at it. */
    record NotTheReviewer() implements Answer {}

    /** They found it doubtful, so another person decides. */
    record FoundIt() implements Answer {}

    record NotAtThisStep(ReexaminationState state) implements Answer {}

    /** Too few or too many characters. */
    record WordsNeeded() implements Answer {}

    /** Somebody decided first. */
    record RuledBefore(UUID by, RulingKind kind) implements Answer {}

    /** It was changed after the deciding person read it. */
    record ChangedMeanwhile() implements Answer {}

    /** The learner has not been heard and has time until the day before. */
    record NotHeard(LocalDate from) implements Answer {}

    /** The learner said something else before. */
    record StatedBefore() implements Answer {}

    record TooManyFiles(int most) implements Answer {}
}
