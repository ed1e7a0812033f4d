package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.Rounding;
import cn.jiangxue.frameworks.TransferRule;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.ShelfLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a finished course becomes credit: nominal class hours by the credit unit of the rule version in force on the civil date it was attained. */
public final class CourseCredit {

    private CourseCredit() {}

    /**
     * @param classHours nominal hours of the course version, of the unit's length
     * @param scorePercent 0 to 100; null for a course without a quiz, which its own rules decide
     */
    public record Course(int classHours, @Nullable Integer scorePercent, LocalDate attainedOn) {}

    /** Credit earned, zero when a step says no; {@code steps} in the order in which they were looked at. */
    public record Worth(Credits amount, List<Finding> steps) {

        public Worth {
            steps = List.copyOf(steps);
        }

        public boolean isSomething() {
            return amount.milli() > 0;
        }
    }

    /** Works out every step, also after one that says no, so that the learner sees all of them. */
    public static Worth worth(Course course, TransferRule rule) {
        Credits byHours = new Credits(rule.unit().milliCredits(course.classHours()));
        List<Finding> steps =
                new ArrayList<>(List.of(inForce(course, rule), score(course, rule), hours(course, rule, byHours)));
        LocalDate until = usableUntil(course, rule);
        if (until != null) {
            steps.add(shelfLife(rule, until));
        }
        boolean all = steps.stream().allMatch(Finding::met);
        return new Worth(all ? byHours : Credits.ZERO, steps);
    }

    /** The first civil date on which the credit can no longer be used, counted from the day of completion; null when the rule names no end. */
    public static @Nullable LocalDate usableUntil(Course course, TransferRule rule) {
        return rule.shelfLifeYears()
                .map(years -> new ShelfLife(years).until(course.attainedOn()))
                .orElse(null);
    }

    /** The rule as it is pinned in the entry. */
    public static RulePin pin(TransferRule rule) {
        return new RulePin(
                rule.id(),
                rule.version(),
                rule.grounds().wording(),
                rule.grounds().clause(),
                rule.grounds().source().name());
    }

    private static Finding inForce(Course course, TransferRule rule) {
        String until = rule.effectiveUntil().map(date -> " – " + date).orElse("");
        return finding(
                rule,
                new LocalText("规则版本在取得当日有效", "Rule version in force on the day"),
                new LocalText(
                        "第%d版，自%s起%s".formatted(rule.version(), rule.effectiveFrom(), until),
                        "version %d, from %s%s".formatted(rule.version(), rule.effectiveFrom(), until)),
                same(course.attainedOn().toString()),
                rule.inForceOn(course.attainedOn()));
    }

    private static Finding score(Course course, TransferRule rule) {
        Integer score = course.scorePercent();
        return finding(
                rule,
                new LocalText("成绩", "Score"),
                new LocalText(
                        "不低于%d%%".formatted(rule.leastScorePercent()),
                        "at least %d%%".formatted(rule.leastScorePercent())),
                score == null
                        ? new LocalText("本课程没有测验，以完成规则为准", "the course has no quiz; its completion rules decide")
                        : same(score + "%"),
                score == null || score >= rule.leastScorePercent());
    }

    private static Finding hours(Course course, TransferRule rule, Credits credits) {
        CreditUnit unit = rule.unit();
        return finding(
                rule,
                new LocalText("学时折算学分", "Class hours into credit"),
                new LocalText(
                        "%s；%s，最小单位%s学分".formatted(perCreditZh(unit), roundingZh(unit.rounding()), step(unit)),
                        "%s, rounded %s to %s credit"
                                .formatted(perCreditEn(unit), roundingEn(unit.rounding()), step(unit))),
                new LocalText(
                        "%d学时 → %s学分".formatted(course.classHours(), credits),
                        "%d class hours → %s credits".formatted(course.classHours(), credits)),
                credits.milli() > 0);
    }

    private static Finding shelfLife(TransferRule rule, LocalDate until) {
        int years = rule.shelfLifeYears().orElseThrow();
        LocalDate last = until.minusDays(1);
        return finding(
                rule,
                new LocalText("学分使用期限", "How long it can be used"),
                new LocalText("自修完之日起%d年".formatted(years), "%d years from completion".formatted(years)),
                new LocalText("可用至%s".formatted(last), "usable through %s".formatted(last)),
                true);
    }

    private static String perCreditZh(CreditUnit unit) {
        return unit.basisPerClassHour() == 1
                ? "每%d学时1学分".formatted(unit.hoursPerCredit())
                : "每学时折合%d学习时数，每%d学习时数1学分".formatted(unit.basisPerClassHour(), unit.hoursPerCredit());
    }

    private static String perCreditEn(CreditUnit unit) {
        return unit.basisPerClassHour() == 1
                ? "1 credit for each %d class hours".formatted(unit.hoursPerCredit())
                : "%d notional hours for each class hour, 1 credit for each %d"
                        .formatted(unit.basisPerClassHour(), unit.hoursPerCredit());
    }

    private static String roundingZh(Rounding rounding) {
        return switch (rounding) {
            case FLOOR -> "不足部分舍去";
            case HALF_UP -> "四舍五入";
            case CEILING -> "不足部分进一";
        };
    }

    private static String roundingEn(Rounding rounding) {
        return switch (rounding) {
            case FLOOR -> "down";
            case HALF_UP -> "half up";
            case CEILING -> "up";
        };
    }

    private static Credits step(CreditUnit unit) {
        return new Credits(unit.stepMilliCredits());
    }

    private static LocalText same(String value) {
        return new LocalText(value, value);
    }

    private static Finding finding(TransferRule rule, LocalText what, LocalText asked, LocalText found, boolean met) {
        return new Finding(
                what,
                asked,
                found,
                met,
                rule.grounds().clause().zh(),
                rule.grounds().source().name());
    }
}
