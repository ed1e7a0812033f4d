package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Achievement;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.frameworks.ContestRule;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.OtherPath;
import cn.jiangxue.frameworks.PromotionPaths;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.Ladder.PathCheck;
import cn.jiangxue.vocabulary.GradeNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may take a way to a grade beside the examination: direct recognition and exceptional promotion
 * (《关于加强新时代高技能人才队伍建设的意见》第13条), promotion by contest (第14条). Who may is data; every condition is reported, met or not.
 */
public final class OtherWays {

    private OtherWays() {}

    /** 直接认定. */
    public static Check direct(PromotionPaths paths, Grade grade, Facts facts) {
        return new Check(
                grade,
                paths.direct().stream()
                        .map(path -> new PathCheck(path.name(), asked(path, grade, facts, Stream.empty())))
                        .toList());
    }

    /** 破格晋升; {@code achievement} null: none was named. */
    public static Check exceptional(PromotionPaths paths, Grade grade, Facts facts, @Nullable Achievement achievement) {
        return new Check(
                grade,
                paths.exceptional().stream()
                        .map(path -> new PathCheck(
                                path.name(), asked(path, grade, facts, Stream.of(named(path, achievement)))))
                        .toList());
    }

    private static List<Finding> asked(OtherPath path, Grade grade, Facts facts, Stream<Finding> claimed) {
        Stream<Finding> own = Stream.concat(Stream.of(leadsTo(path, grade)), claimed);
        Stream<Finding> ungraded = path.ungraded() ? Stream.of(ungraded(path, facts)) : Stream.empty();
        Stream<Finding> conditions = path.allOf().stream().map(condition -> Ladder.find(condition, grade, facts));
        return Stream.of(own, ungraded, conditions, Stream.of(Ladder.notYetHeld(grade, facts)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Finding leadsTo(OtherPath path, Grade grade) {
        List<LocalText> names =
                path.grades().stream().sorted().map(GradeNames::of).toList();
        return finding(
                path.grounds(),
                new LocalText("本途径可申请的等级", "Grades this way leads to"),
                new LocalText(
                        names.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                        names.stream().map(LocalText::en).collect(Collectors.joining(", "))),
                GradeNames.of(grade),
                path.grades().contains(grade));
    }

    private static Finding named(OtherPath path, @Nullable Achievement achievement) {
        return finding(
                path.grounds(),
                new LocalText("破格事由", "What it rests on"),
                path.grounds().wording(),
                achievement == null ? new LocalText("没有填写", "not named") : name(achievement),
                achievement != null);
    }

    private static Finding ungraded(OtherPath path, Facts facts) {
        return finding(
                path.grounds(),
                new LocalText("尚未定级", "Not yet graded"),
                path.grounds().wording(),
                facts.current().map(GradeNames::of).orElse(new LocalText("未取得等级", "no grade")),
                facts.current().isEmpty());
    }

    /** 竞赛晋升; {@code promotedInYear}: whether a contest of the same civil year has promoted the person already. */
    public static Check contest(
            PromotionPaths paths, Grade grade, Facts facts, ContestResult result, boolean promotedInYear) {
        LocalText name = new LocalText(
                name(result.rank()).zh() + "：" + result.contest(),
                name(result.rank()).en() + ": " + result.contest());
        return new Check(
                grade,
                List.of(new PathCheck(
                        name,
                        paths.contest(result.rank())
                                .map(rule -> judged(rule, grade, facts, result, promotedInYear))
                                .orElseGet(() -> List.of(grantsNothing(result.rank()))))));
    }

    private static List<Finding> judged(
            ContestRule rule, Grade grade, Facts facts, ContestResult result, boolean promotedInYear) {
        Contest.Outcome outcome = Contest.judge(
                rule,
                new Contest.Result(
                        result.place(), result.student(), facts.current().orElse(null), promotedInYear));
        Optional<Grade> granted = outcome.grade();
        Finding same = finding(
                rule.grounds(),
                new LocalText("申请的等级", "Grade applied for"),
                granted.map(GradeNames::of).orElse(new LocalText("竞赛结果可晋升的等级", "the grade the result leads to")),
                GradeNames.of(grade),
                granted.filter(to -> to == grade).isPresent());
        return Stream.of(outcome.findings(), List.of(same, Ladder.notYetHeld(grade, facts)))
                .flatMap(List::stream)
                .toList();
    }

    private static Finding grantsNothing(ContestRank rank) {
        return new Finding(
                new LocalText("竞赛级别", "Rank of the contest"),
                new LocalText("有晋升办法的竞赛", "a contest that a rule is there for"),
                name(rank),
                false,
                "匠学竞赛晋级办法（样例）第二条",
                "SAMPLE");
    }

    private static Finding finding(Grounds grounds, LocalText what, LocalText asked, LocalText found, boolean met) {
        return new Finding(
                what, asked, found, met, grounds.clause().zh(), grounds.source().name());
    }

    static LocalText name(Achievement achievement) {
        return switch (achievement) {
            case MAJOR_PROBLEM -> new LocalText("解决重大工艺技术难题或重大质量问题", "a major technical or quality problem solved");
            case PROVINCIAL_PRIZE ->
                new LocalText("技术创新成果获省部级以上奖项", "a prize of provincial rank or higher for an innovation");
            case MENTORING -> new LocalText("“师带徒”业绩突出", "outstanding results as a master");
        };
    }

    static LocalText name(ContestRank rank) {
        return switch (rank) {
            case CITY -> new LocalText("市级竞赛", "City contest");
            case PROVINCE -> new LocalText("省级竞赛", "Provincial contest");
            case NATION -> new LocalText("国家级竞赛", "National contest");
        };
    }
}
