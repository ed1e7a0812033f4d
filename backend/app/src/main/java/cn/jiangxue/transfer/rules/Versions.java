package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which version of a rule is looked at on a day, and whether it holds. */
final class Versions {

    private Versions() {}

    /**
     * One version of each rule, by rule id: the newest in force, else the newest, which is then explained.
     *
     * @throws IllegalArgumentException when a version is there twice
     */
    static List<RuleVersion> toLookAt(List<RuleVersion> rules, LocalDate asOf) {
        Set<RuleRef> seen = HashSet.newHashSet(rules.size());
        Map<String, RuleVersion> byId = new TreeMap<>();
        for (RuleVersion rule : rules) {
            if (!seen.add(rule.ref())) {
                throw new IllegalArgumentException("a rule version is there twice");
            }
            byId.merge(rule.ref().id(), rule, (one, other) -> rather(one, other, asOf));
        }
        return List.copyOf(byId.values());
    }

    private static RuleVersion rather(RuleVersion one, RuleVersion other, LocalDate asOf) {
        boolean holds = one.inForceOn(asOf);
        if (holds != other.inForceOn(asOf)) {
            return holds ? one : other;
        }
        return one.ref().compareTo(other.ref()) > 0 ? one : other;
    }

    /** In its time, and signed by all parties. */
    static Condition inForce(RuleVersion rule, LocalDate asOf) {
        Checks checks = new Checks(Step.MAPPING, rule.grounds());
        LocalText what = Wording.text("规则版本在决定当日有效", "Rule version in force on the day");
        LocalText asked = asked(rule);
        List<String> unsigned = rule.unsigned();
        if (!unsigned.isEmpty()) {
            String who = String.join(", ", unsigned);
            return checks.amount(
                    what,
                    asked,
                    Wording.text("尚未签署：" + who, "not yet signed by " + who),
                    unsigned.size(),
                    Unit.SIGNATURES);
        }
        return checks.amount(what, asked, Wording.same(asOf), daysOutside(rule, asOf), Unit.DAYS);
    }

    private static LocalText asked(RuleVersion rule) {
        String until =
                rule.effectiveUntil() == null ? "" : rule.effectiveUntil().toString();
        return Wording.text(
                "第%d版，自%s起%s"
                        .formatted(
                                rule.ref().version(), rule.effectiveFrom(), until.isEmpty() ? "" : "，" + until + "前"),
                "version %d, from %s%s"
                        .formatted(
                                rule.ref().version(),
                                rule.effectiveFrom(),
                                until.isEmpty() ? "" : ", before " + until));
    }

    private static long daysOutside(RuleVersion rule, LocalDate asOf) {
        long tooEarly = ChronoUnit.DAYS.between(asOf, rule.effectiveFrom());
        LocalDate until = rule.effectiveUntil();
        long tooLate = until == null ? 0 : ChronoUnit.DAYS.between(until, asOf) + 1;
        return Math.max(0, Math.max(tooEarly, tooLate));
    }
}
