package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.frameworks.Condition;
import cn.jiangxue.frameworks.GradeRequirements;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.promotion.rules.Facts.HeldQualification;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a person meets what a standard asks of those who apply for a grade. Years, alternatives and clauses are data of the standard's edition; every
 * condition is reported, met or not.
 */
public final class Ladder {

    private Ladder() {}

    /** One alternative with everything it asks. */
    public record PathCheck(LocalText name, List<Finding> findings) {

        public PathCheck {
            findings = List.copyOf(findings);
        }

        public boolean met() {
            return findings.stream().allMatch(Finding::met);
        }
    }

    /** Any one path that is met suffices. */
    public record Check(Grade grade, List<PathCheck> paths) {

        public Check {
            paths = List.copyOf(paths);
        }

        public boolean eligible() {
            return paths.stream().anyMatch(PathCheck::met);
        }
    }

    /** Checks one grade. */
    public static Check check(OccupationalStandard standard, Grade grade, Facts facts) {
        GradeRequirements asked = standard.requirements(grade);
        List<PathCheck> paths = asked.anyOf().stream()
                .map(path -> new PathCheck(
                        path.name(),
                        Stream.concat(
                                        Stream.concat(path.allOf().stream(), asked.always().stream())
                                                .map(condition -> find(condition, grade, facts)),
                                        Stream.of(notYetHeld(grade, facts)))
                                .toList()))
                .toList();
        return new Check(grade, paths);
    }

    /** The next step, and every higher one that may be taken at once: people with long experience skip steps. The next comes first. */
    public static List<Check> ahead(OccupationalStandard standard, Facts facts) {
        Grade next = next(facts.current());
        return next == null
                ? List.of()
                : Stream.of(Grade.values())
                        .filter(grade -> grade.compareTo(next) >= 0)
                        .map(grade -> check(standard, grade, facts))
                        .filter(check -> check.grade() == next || check.eligible())
                        .toList();
    }

    /** Those without a grade begin at 五级: nobody is examined to become an apprentice. Null above the top. */
    static @org.jspecify.annotations.Nullable Grade next(Optional<Grade> current) {
        int step = Math.max(
                Grade.JUNIOR.ordinal(),
                current.map(grade -> grade.ordinal() + 1).orElse(0));
        return step < Grade.values().length ? Grade.values()[step] : null;
    }

    static Finding find(Condition condition, Grade grade, Facts facts) {
        return switch (condition) {
            case Condition.MinimumAge c -> age(c, facts);
            case Condition.InOccupation c -> inOccupation(c, facts);
            case Condition.WorkYears c ->
                years(c, new LocalText("累计从业年限", "Years worked"), LocalDate.MIN, c.years(), facts);
            case Condition.HoldsGrade c -> holdsGrade(c, facts);
            case Condition.CreditsInOccupation c -> credits(c, facts);
            case Condition.HoldsTitle c -> holdsTitle(c, facts);
            case Condition.HoldsDiploma c ->
                held(c, new LocalText("学历证书", "Diploma"), Qualifications.diplomas(c.anyOf()), facts);
            case Condition.EnterpriseAppointment c ->
                held(c, new LocalText("企业评聘", "Set by the enterprise"), Qualifications.appointments(grade), facts);
        };
    }

    private static Finding age(Condition.MinimumAge asked, Facts facts) {
        LocalText what = new LocalText("年龄", "Age");
        LocalDate bornOn = facts.bornOn();
        if (bornOn == null) {
            return finding(asked, what, new LocalText("尚未实名登记", "no real name registered"), false);
        }
        int years = Period.between(bornOn, facts.asOf()).getYears();
        return finding(asked, what, new LocalText(years + "周岁", years + " years old"), years >= asked.years());
    }

    /** A stretch of work in the occupation, or credit earned in it: who studies an occupation is about to join it. */
    private static Finding inOccupation(Condition.InOccupation asked, Facts facts) {
        LocalText what = new LocalText("从事或拟从事本职业", "Works in or joins the occupation");
        if (!facts.work().isEmpty()) {
            return finding(asked, what, new LocalText("已登记从业经历", "work is on record"), true);
        }
        return facts.earned().milli() > 0
                ? finding(
                        asked,
                        what,
                        new LocalText("已修得本职业学分（拟从事）", "credit earned in the occupation (about to join)"),
                        true)
                : finding(asked, what, new LocalText("未登记从业经历", "no work on record"), false);
    }

    private static Finding holdsGrade(Condition.HoldsGrade asked, Facts facts) {
        LocalText what = new LocalText("已有技能等级", "Grade held");
        Optional<LocalDate> since = facts.since(asked.grade());
        if (since.isEmpty()) {
            return finding(asked, what, new LocalText("未取得该等级", "not held"), false);
        }
        if (asked.sinceYears() == 0) {
            return finding(
                    asked, what, new LocalText("已于%s取得".formatted(since.get()), "held since " + since.get()), true);
        }
        return years(asked, what, since.get(), asked.sinceYears(), facts);
    }

    private static Finding years(Condition asked, LocalText what, LocalDate since, int least, Facts facts) {
        Period worked = Experience.worked(facts.work(), since, facts.asOf());
        boolean unconfirmed = facts.work().stream().anyMatch(span -> !span.confirmed());
        LocalText found = new LocalText(
                "%d年%d个月%s".formatted(worked.getYears(), worked.getMonths(), unconfirmed ? "（含自报，待核实）" : ""),
                "%d years %d months%s"
                        .formatted(
                                worked.getYears(),
                                worked.getMonths(),
                                unconfirmed ? " (some as declared, to be confirmed)" : ""));
        return finding(asked, what, found, worked.getYears() >= least);
    }

    private static Finding credits(Condition.CreditsInOccupation asked, Facts facts) {
        return finding(
                asked,
                new LocalText("本职业平台学分", "Platform credit in the occupation"),
                new LocalText(facts.earned() + "学分", facts.earned() + " credits"),
                facts.earned().compareTo(new Credits(asked.milliCredits())) >= 0);
    }

    private static Finding holdsTitle(Condition.HoldsTitle asked, Facts facts) {
        LocalText what = new LocalText("专业技术职称", "Professional title");
        Optional<HeldQualification> title = facts.longest(Qualifications.titles(asked.level()));
        return title.isEmpty() || asked.sinceYears() == 0
                ? held(asked, what, title)
                : years(asked, what, title.get().since(), asked.sinceYears(), facts);
    }

    private static Finding held(Condition asked, LocalText what, Set<QualificationType> anyOf, Facts facts) {
        return held(asked, what, facts.longest(anyOf));
    }

    private static Finding held(Condition asked, LocalText what, Optional<HeldQualification> found) {
        return found.map(held -> finding(asked, what, described(held), true))
                .orElseGet(() -> finding(asked, what, new LocalText("没有登记", "not on record"), false));
    }

    private static LocalText described(HeldQualification held) {
        LocalText name = Qualifications.name(held.type());
        return new LocalText(
                "%s，%s取得%s".formatted(name.zh(), held.since(), held.confirmed() ? "" : "（自报，待核实）"),
                "%s, since %s%s"
                        .formatted(name.en(), held.since(), held.confirmed() ? "" : " (as declared, to be confirmed)"));
    }

    static Finding notYetHeld(Grade grade, Facts facts) {
        Optional<LocalDate> since = facts.since(grade);
        return new Finding(
                new LocalText("尚未取得该等级", "Not yet held"),
                new LocalText("同一职业同一等级只认定一次", "one occupation and grade is recognised once"),
                since.map(date -> new LocalText("已于%s取得".formatted(date), "held since " + date))
                        .orElse(new LocalText("尚未取得", "not yet held")),
                since.isEmpty(),
                "匠学晋级办法（样例）第一条",
                "SAMPLE");
    }

    private static Finding finding(Condition asked, LocalText what, LocalText found, boolean met) {
        return new Finding(
                what,
                asked.grounds().wording(),
                found,
                met,
                asked.grounds().clause().zh(),
                asked.grounds().source().name());
    }
}
