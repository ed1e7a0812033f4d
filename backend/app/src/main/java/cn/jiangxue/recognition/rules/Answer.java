package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Ruling;
import java.time.LocalDate;
import java.util.UUID;

/** What comes of an act. */
public sealed interface Answer {

    /** It stands; this is the case after it. */
    record Done(Proceeding next) implements Answer {}

    /** It stood before. */
    record Repeated() implements Answer {}

    /** Its id stands for something else. */
    record Conflicting(UUID id) implements Answer {}

    /** Neither the applicant nor an officer who has to do with it. */
    record NotTheirs() implements Answer {}

    /** Not at this step. */
    record NotNow(State state) implements Answer {}

    record Partial(Interest interest) implements Answer {}

    record ReasonNeeded(int least, int most) implements Answer {}

    /** {@code least} to {@code most} working days may be given. */
    record DaysOutOfRange(int least, int most) implements Answer {}

    /** Objections wait for an answer. */
    record Unanswered(long objections) implements Answer {}

    /** Those who must agree did not. */
    record NotAgreed() implements Answer {}

    /** Enough votes of that institution are in. */
    record VotesComplete() implements Answer {}

    /** Evidence of so many outcomes of elsewhere waits for a finding. */
    record EvidenceOpen(int outcomes) implements Answer {}

    /** Its evidence was found on before, or it is none of the case's. */
    record NothingToExamine() implements Answer {}

    /** By what it was verified has to be said. */
    record MeansNeeded() implements Answer {}

    /** On an appeal evidence is found authentic or the appeal is dismissed. */
    record OnlyAuthentic() implements Answer {}

    /** Somebody decided first. */
    record DecidedBefore(Ruling first) implements Answer {}

    record TooLate(LocalDate until) implements Answer {}

    /** Nobody stands above the institution. */
    record NobodyAbove() implements Answer {}

    record AtLimit(int most) implements Answer {}
}
