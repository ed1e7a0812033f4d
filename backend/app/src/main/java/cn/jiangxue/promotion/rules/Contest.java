package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.ContestRule;
import cn.jiangxue.vocabulary.GradeNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Promotion by the result of a skills contest. Places and steps are data of the contest's rule; every condition is reported, met or not. */
public final class Contest {

    private Contest() {}

    /**
     * A result.
     *
     * @param place 1 is the winner
     * @param held the highest grade held in the occupation on the day; null while there is none
     * @param promotedInYear whether a contest of the same civil year has promoted the person already
     */
    public record Result(
            int place, boolean student, @Nullable Grade held, boolean promotedInYear) {

        public Result {
            if (place < 1) {
                throw new IllegalArgumentException("places count from 1: " + place);
            }
        }
    }

    /**
     * @param grade empty when any condition is not met
     * @param findings in the order in which they were looked at
     */
    public record Outcome(Optional<Grade> grade, List<Finding> findings) {

        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /** The grade a result grants, once in a civil year. */
    public static Outcome judge(ContestRule rule, Result result) {
        Optional<Grade> to = result.student() ? forStudent(rule, result) : forWorker(rule, result);
        List<Finding> findings = Stream.of(place(rule, result), step(rule, result, to), onceAYear(rule, result))
                .toList();
        return new Outcome(to.filter(_ -> findings.stream().allMatch(Finding::met)), findings);
    }

    private static Optional<Grade> forWorker(ContestRule rule, Result result) {
        return Optional.ofNullable(result.held()).map(rule.steps()::get);
    }

    /** Never a grade that is held already, nor a lower one. */
    private static Optional<Grade> forStudent(ContestRule rule, Result result) {
        Grade held = result.held();
        return held != null && held.compareTo(rule.studentGrade()) >= 0
                ? Optional.empty()
                : Optional.of(rule.studentGrade());
    }

    private static Finding place(ContestRule rule, Result result) {
        int last = result.student() ? rule.studentPlaces() : rule.workerPlaces();
        return finding(
                rule,
                new LocalText("竞赛名次", "Place in the contest"),
                new LocalText("前%d名".formatted(last), "among the first " + last),
                new LocalText("第%d名".formatted(result.place()), "place " + result.place()),
                result.place() <= last);
    }

    private static Finding step(ContestRule rule, Result result, Optional<Grade> to) {
        LocalText held = result.held() == null ? new LocalText("未取得等级", "no grade") : GradeNames.of(result.held());
        LocalText found = to.map(GradeNames::of)
                .map(grade -> new LocalText(held.zh() + " → " + grade.zh(), held.en() + " → " + grade.en()))
                .orElse(held);
        return finding(
                rule,
                new LocalText("可晋升的等级", "Grade it leads to"),
                new LocalText("本办法列明的晋升", "a step the rule names"),
                found,
                to.isPresent());
    }

    private static Finding onceAYear(ContestRule rule, Result result) {
        return finding(
                rule,
                new LocalText("本年度首次以竞赛晋升", "First promotion by contest in the year"),
                new LocalText("每年一次", "once a year"),
                result.promotedInYear()
                        ? new LocalText("本年度已晋升", "promoted in this year already")
                        : new LocalText("本年度未晋升", "not yet in this year"),
                !result.promotedInYear());
    }

    private static Finding finding(ContestRule rule, LocalText what, LocalText asked, LocalText found, boolean met) {
        return new Finding(
                what,
                asked,
                found,
                met,
                rule.grounds().clause().zh(),
                rule.grounds().source().name());
    }
}
