package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.RuleVersion;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether an outcome is recent enough for a rule: its shelf life, and the greatest age the rule asks. Both are end-exclusive. */
final class Freshness {

    private Freshness() {}

    static List<Condition> conditions(Outcome outcome, RuleVersion rule, LocalDate asOf) {
        List<Condition> conditions = new ArrayList<>();
        Integer years = rule.validity().shelfLifeYears();
        if (years != null) {
            conditions.add(before(
                    new Checks(Step.VALIDITY, rule.grounds()),
                    Wording.text("学分有效期", "Shelf life"),
                    CivilPeriod.end(outcome.attainedOn(), Period.ofYears(years)),
                    asOf));
        }
        Period age = rule.demands().greatestAge();
        if (age != null) {
            conditions.add(before(
                    new Checks(Step.MAPPING, rule.grounds()),
                    Wording.text("取得时间不过久", "Not too long ago"),
                    CivilPeriod.end(outcome.attainedOn(), age),
                    asOf));
        }
        return conditions;
    }

    private static Condition before(Checks checks, LocalText what, LocalDate end, LocalDate asOf) {
        return checks.amount(
                what,
                Wording.text(end + "之前", "before " + end),
                Wording.same(asOf),
                ChronoUnit.DAYS.between(end, asOf) + 1,
                Unit.DAYS);
    }
}
