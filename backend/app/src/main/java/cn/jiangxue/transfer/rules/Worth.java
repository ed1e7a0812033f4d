package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.Validity.Decay;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How much credit the sources of a rule are worth, whatever room there is for it. */
final class Worth {

    private static final int ALL = 100;
    private static final int PERCENT_DIGITS = 2;

    private Worth() {}

    /** Credit by the rule's basis, after decay; zero when the sources do not carry what the basis reads. */
    static Credits of(RuleVersion rule, List<Outcome> sources, Programme programme, LocalDate asOf) {
        return decayed(byBasis(rule, sources, programme), keptPercent(rule, sources, asOf));
    }

    static Condition condition(RuleVersion rule, List<Outcome> sources, Credits worth, LocalDate asOf) {
        int kept = keptPercent(rule, sources, asOf);
        LocalText asked = kept == ALL
                ? basis(rule.credit())
                : Wording.text(
                        basis(rule.credit()).zh() + "，按取得年限折为" + kept + "%",
                        basis(rule.credit()).en() + ", of which " + kept + "% is kept at this age");
        return new Checks(Step.MAPPING, rule.grounds())
                .plain(Wording.text("折算学分", "Worth in credit"), asked, Wording.credits(worth), worth.isPositive());
    }

    private static Credits byBasis(RuleVersion rule, List<Outcome> sources, Programme programme) {
        return switch (rule.credit()) {
            case CreditBasis.CopyStated _ -> stated(sources);
            case CreditBasis.CopyTarget _ -> targets(rule.grant(), programme);
            case CreditBasis.Fixed fixed -> fixed.amount();
            case CreditBasis.Table table -> byTable(table, sources);
            case CreditBasis.ByHours hours ->
                new Credits(hours.unit()
                        .milliCredits(
                                sources.stream().mapToInt(Outcome::classHours).reduce(0, Math::addExact)));
        };
    }

    /** One source that states none leaves nothing to copy. */
    private static Credits stated(List<Outcome> sources) {
        return sources.stream().anyMatch(source -> source.stated() == null)
                ? Credits.ZERO
                : sources.stream()
                        .map(source -> Objects.requireNonNull(source.stated()))
                        .reduce(Credits.ZERO, Credits::plus);
    }

    private static Credits targets(Grant grant, Programme programme) {
        return switch (grant) {
            case Grant.Pool _ -> Credits.ZERO;
            case Grant.Whole whole ->
                whole.targets().stream()
                        .flatMap(id -> programme.target(id).stream())
                        .map(Target::credits)
                        .reduce(Credits.ZERO, Credits::plus);
        };
    }

    private static Credits byTable(CreditBasis.Table table, List<Outcome> sources) {
        Optional<BigDecimal> value = lowest(table.key(), sources);
        return table.rows().reversed().stream()
                .filter(row ->
                        value.filter(found -> found.compareTo(row.from()) >= 0).isPresent())
                .map(CreditBasis.Row::amount)
                .findFirst()
                .orElse(Credits.ZERO);
    }

    /** Empty when a source has none. */
    private static Optional<BigDecimal> lowest(CreditBasis.Key key, List<Outcome> sources) {
        List<BigDecimal> values =
                sources.stream().flatMap(source -> value(key, source).stream()).toList();
        return values.size() < sources.size()
                ? Optional.empty()
                : values.stream().min(Comparator.naturalOrder());
    }

    private static Optional<BigDecimal> value(CreditBasis.Key key, Outcome source) {
        return switch (key) {
            case SCORE -> Optional.ofNullable(source.scorePercent());
            case LEVEL -> Optional.ofNullable(source.level()).map(BigDecimal::valueOf);
        };
    }

    /** By the oldest source: the last step whose years are full. */
    private static int keptPercent(RuleVersion rule, List<Outcome> sources, LocalDate asOf) {
        return rule.validity().decay().reversed().stream()
                .filter(step -> sources.stream()
                        .anyMatch(source ->
                                !CivilPeriod.within(source.attainedOn(), Period.ofYears(step.afterYears()), asOf)))
                .findFirst()
                .map(Decay::keptPercent)
                .orElse(ALL);
    }

    /** Rounded down to a milli-credit. */
    private static Credits decayed(Credits amount, int keptPercent) {
        BigDecimal milli = BigDecimal.valueOf(amount.milli())
                .multiply(BigDecimal.valueOf(keptPercent))
                .movePointLeft(PERCENT_DIGITS);
        return new Credits(milli.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private static LocalText basis(CreditBasis basis) {
        return switch (basis) {
            case CreditBasis.CopyStated _ -> Wording.text("按颁发机构所记学分", "as the issuer states");
            case CreditBasis.CopyTarget _ -> Wording.text("按目标课程学分", "as the targets carry");
            case CreditBasis.Fixed fixed ->
                Wording.text("固定" + fixed.amount() + "学分", "always " + fixed.amount() + " credits");
            case CreditBasis.Table table ->
                table.key() == CreditBasis.Key.SCORE
                        ? Wording.text("按成绩对照表", "by the table of scores")
                        : Wording.text("按等级对照表", "by the table of levels");
            case CreditBasis.ByHours hours ->
                Wording.text(
                        "按学时折算：" + hours.unit().name().zh(),
                        "by class hours: " + hours.unit().name().en());
        };
    }
}
