package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be right in the numbers of a rule. */
final class TermsCheck {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 3;
    private static final int LEVELS = 8;
    private static final int MONTHS = 1_200;
    private static final int YEARS = 100;
    private static final long MOST_MILLI = 100_000_000;

    private TermsCheck() {}

    static List<RuleFault> faults(RuleContent rule, @Nullable ProgrammeContent programme, Set<String> creditUnits) {
        Faults faults = new Faults();
        boolean pool = rule.gives().category() != null;
        asks(faults, rule.asks());
        overlap(faults, rule, pool, programme);
        worth(faults, rule.worth(), pool, creditUnits);
        faults.when(
                rule.mostPerUseMilli() != null && !isAmount(rule.mostPerUseMilli()),
                "mostPerUseMilli",
                "上限须大于0",
                "The most is above zero");
        keeps(faults, rule);
        return faults.all();
    }

    private static void asks(Faults faults, SourcesMeet asks) {
        faults.when(
                asks.scorePercent() != null && !isPercent(asks.scorePercent()),
                "asks.scorePercent",
                "成绩为0至100，至多三位小数",
                "Scores are 0 to 100 with three decimals at most");
        faults.when(
                (asks.levelsBelow() == null) != (asks.levelsAbove() == null),
                "asks.levelsBelow",
                "等级差的两个方向都要填写，或都不填",
                "Both directions of the level gap, or neither");
        faults.when(
                isOutside(asks.levelsBelow(), 0, LEVELS) || isOutside(asks.levelsAbove(), 0, LEVELS),
                "asks.levelsBelow",
                "等级差为0至8",
                "A level gap is 0 to 8");
        faults.when(
                isOutside(asks.ageMonths(), 1, MONTHS), "asks.ageMonths", "年限为1至1200个月", "An age is 1 to 1,200 months");
    }

    private static void overlap(Faults faults, RuleContent rule, boolean pool, @Nullable ProgrammeContent programme) {
        BigDecimal percent = rule.asks().overlapPercent();
        if (percent == null) {
            return;
        }
        faults.when(
                !isPercent(percent), "asks.overlapPercent", "重合度为0至100，至多三位小数", "0 to 100 with three decimals at most");
        faults.when(pool, "asks.overlapPercent", "转为类别学分时没有可比的能力单元", "A category has no competence units to compare");
        faults.when(
                programme != null
                        && programme.targets().stream()
                                .anyMatch(target -> rule.gives().targets().contains(target.id())
                                        && target.units().isEmpty()),
                "asks.overlapPercent",
                "所列课程中有的没有能力单元，不能要求重合度",
                "One of the courses has no competence units, so no overlap can be asked");
    }

    private static void worth(Faults faults, CreditWorth worth, boolean pool, Set<String> creditUnits) {
        faults.when(
                worth.by() == WorthBy.TARGETS && pool,
                "worth.by",
                "转为类别学分时不能按课程学分计",
                "A category has no credit of its own to copy");
        faults.when(
                (worth.by() == WorthBy.FIXED) != (worth.fixedMilli() != null),
                "worth.fixedMilli",
                "固定学分须填写数额，其他方式不填",
                "An amount belongs to fixed credit, and only to it");
        faults.when(
                worth.fixedMilli() != null && !isAmount(worth.fixedMilli()),
                "worth.fixedMilli",
                "学分须大于0",
                "Credit is above zero");
        faults.when(
                (worth.by() == WorthBy.HOURS) != (worth.creditUnit() != null),
                "worth.creditUnit",
                "按学时折算须选择学分单位，其他方式不选",
                "A credit unit belongs to class hours, and only to them");
        faults.when(
                worth.creditUnit() != null && !creditUnits.contains(worth.creditUnit()),
                "worth.creditUnit",
                "没有这个学分单位",
                "There is no such credit unit");
        boolean table = worth.by() == WorthBy.SCORE_TABLE || worth.by() == WorthBy.LEVEL_TABLE;
        faults.when(
                table == worth.rows().isEmpty(),
                "worth.rows",
                "对照表须有行，其他方式没有",
                "Rows belong to tables, and only to them");
        faults.when(!rises(worth.rows()), "worth.rows", "对照表的起点须逐行升高", "Thresholds rise from row to row");
        faults.when(
                worth.rows().stream().anyMatch(row -> !isPercent(row.from()) || !isAmount(row.milli())),
                "worth.rows",
                "起点为0至100，学分大于0",
                "Thresholds are 0 to 100, credit is above zero");
    }

    private static boolean rises(List<WorthRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).from().compareTo(rows.get(i - 1).from()) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static void keeps(Faults faults, RuleContent rule) {
        faults.when(
                isOutside(rule.keeps().years(), 1, YEARS),
                "keeps.years",
                "有效期为1至100年",
                "A shelf life is 1 to 100 years");
        int years = 0;
        int kept = ALL.intValue();
        for (DecayStep step : rule.keeps().decay()) {
            boolean falls = step.afterYears() > years && step.keptPercent() >= 0 && step.keptPercent() <= kept;
            if (!falls || step.afterYears() > YEARS) {
                faults.when(
                        true, "keeps.decay", "折减须逐步加大：年数升高，保留比例不升", "Decay goes on: years rise, what is kept does not");
                return;
            }
            years = step.afterYears();
            kept = step.keptPercent();
        }
    }

    static boolean isPercent(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(ALL) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }

    private static boolean isAmount(long milli) {
        return milli > 0 && milli <= MOST_MILLI;
    }

    private static boolean isOutside(@Nullable Integer value, int least, int most) {
        return value != null && (value < least || value > most);
    }
}
