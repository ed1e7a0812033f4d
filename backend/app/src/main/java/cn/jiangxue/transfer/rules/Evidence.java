package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Programme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether an outcome is authentic and holds of itself, whatever the rule. */
final class Evidence {

    private Evidence() {}

    static List<Condition> conditions(Outcome outcome, Programme programme, LocalDate asOf) {
        return List.of(
                authentic(outcome, programme), attained(outcome, programme, asOf), holds(outcome, programme, asOf));
    }

    private static Condition authentic(Outcome outcome, Programme programme) {
        Authenticity found = outcome.proof().authenticity();
        return new Checks(Step.AUTHENTICITY, programme.grounds())
                .plain(
                        Wording.text("证明材料真实", "Evidence is authentic"),
                        Wording.text("已核验", "verified"),
                        label(found),
                        found == Authenticity.VERIFIED || found == Authenticity.ASSUMED);
    }

    private static LocalText label(Authenticity authenticity) {
        return switch (authenticity) {
            case VERIFIED -> Wording.text("已核验", "verified");
            case ASSUMED -> Wording.text("待核验，先按属实测算", "not yet verified, counted as if it were");
            case PENDING -> Wording.text("待核验", "not yet verified");
            case REFUTED -> Wording.text("核验不实", "found to be untrue");
        };
    }

    private static Condition attained(Outcome outcome, Programme programme, LocalDate asOf) {
        return new Checks(Step.VALIDITY, programme.grounds())
                .amount(
                        Wording.text("取得日期", "Attained"),
                        Wording.text("不晚于" + asOf, "not after " + asOf),
                        Wording.same(outcome.attainedOn()),
                        ChronoUnit.DAYS.between(asOf, outcome.attainedOn()),
                        Condition.Unit.DAYS);
    }

    private static Condition holds(Outcome outcome, Programme programme, LocalDate asOf) {
        Checks checks = new Checks(Step.VALIDITY, programme.grounds());
        LocalText what = Wording.text("成果本身有效", "Outcome still holds");
        LocalDate until = outcome.validUntil();
        return until == null
                ? checks.met(what, Wording.NOT_ASKED, Wording.text("长期有效", "holds without end"))
                : checks.amount(
                        what,
                        Wording.text("在" + until + "之前", "before " + until),
                        Wording.same(asOf),
                        ChronoUnit.DAYS.between(until, asOf) + 1,
                        Condition.Unit.DAYS);
    }
}
