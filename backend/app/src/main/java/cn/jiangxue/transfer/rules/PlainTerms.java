package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.PlainRule.credits;
import static cn.jiangxue.transfer.rules.PlainRule.text;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The terms of a rule in plain words: worth, demands, validity, recording. */
final class PlainTerms {

    private static final int MONTHS = 12;

    private final RuleContent rule;
    private final PlainNames names;

    PlainTerms(RuleContent rule, PlainNames names) {
        this.rule = rule;
        this.names = names;
    }

    LocalText worth() {
        LocalText by = by(rule.worth());
        return rule.mostPerUseMilli() == null
                ? text("学分" + by.zh() + "。", "Credit: " + by.en() + ".")
                : text(
                        "学分%s，一次至多%s学分。".formatted(by.zh(), credits(rule.mostPerUseMilli())),
                        "Credit: %s, %s at most for one use.".formatted(by.en(), credits(rule.mostPerUseMilli())));
    }

    private LocalText by(CreditWorth worth) {
        return switch (worth.by()) {
            case STATED -> text("按颁发机构所记", "as the issuer states");
            case TARGETS -> text("按所免课程", "what the exempted courses carry");
            case FIXED -> {
                String amount = credits(Objects.requireNonNullElse(worth.fixedMilli(), 0L));
                yield text("固定为" + amount, "always " + amount);
            }
            case HOURS -> {
                LocalText unit = names.creditUnit(Objects.requireNonNullElse(worth.creditUnit(), ""));
                yield text("按学时折算（" + unit.zh() + "）", "by class hours (" + unit.en() + ")");
            }
            case SCORE_TABLE, LEVEL_TABLE -> table(worth);
        };
    }

    private static LocalText table(CreditWorth worth) {
        boolean score = worth.by() == WorthBy.SCORE_TABLE;
        String zh = worth.rows().stream()
                .map(row -> (score ? "%s分起" : "%s级起").formatted(row.from().toPlainString()) + credits(row.milli()))
                .collect(Collectors.joining("，"));
        String en = worth.rows().stream()
                .map(row -> "%s from %s%s"
                                .formatted(
                                        credits(row.milli()),
                                        score ? "" : "level ",
                                        row.from().toPlainString())
                        + (score ? "%" : ""))
                .collect(Collectors.joining(", "));
        return text((score ? "按成绩对照：" : "按资历等级对照：") + zh, (score ? "by score: " : "by level: ") + en);
    }

    LocalText asks() {
        List<LocalText> asked = new ArrayList<>();
        SourcesMeet asks = rule.asks();
        if (asks.overlapPercent() != null) {
            asked.add(overlap(asks, asks.overlapPercent()));
        }
        if (asks.scorePercent() != null) {
            String score = asks.scorePercent().toPlainString();
            asked.add(text("成绩不低于%s分".formatted(score), "a score of at least %s%%".formatted(score)));
        }
        if (asks.levelsBelow() != null && asks.levelsAbove() != null) {
            asked.add(levels(asks.levelsBelow(), asks.levelsAbove()));
        }
        if (asks.ageMonths() != null) {
            asked.add(age(asks.ageMonths()));
        }
        if (asked.isEmpty()) {
            return text("成果本身之外不另设条件。", "Beyond the outcomes themselves nothing is asked.");
        }
        return text(
                "要求：" + joined(asked, LocalText::zh, "；") + "。", "Asked: " + joined(asked, LocalText::en, "; ") + ".");
    }

    private static LocalText overlap(SourcesMeet asks, BigDecimal percent) {
        LocalText otherwise = switch (asks.whenShort()) {
            case REFUSE -> text("不足的不予转换", "below that it is refused");
            case PRIOR_LEARNING -> text("不足的转先前学习认定", "below that prior learning may be reviewed");
            case SUPPLEMENT -> text("不足的可补学补证", "below that the rest may be studied or proved");
        };
        String share = percent.toPlainString();
        return text(
                "能力单元按权重覆盖目标的%s%%以上（含），%s".formatted(share, otherwise.zh()),
                "competence units that cover at least %s%% of the target by weight; %s"
                        .formatted(share, otherwise.en()));
    }

    private static LocalText levels(int below, int above) {
        return text(
                "资历等级至多低于目标%d级、高于目标%d级".formatted(below, above),
                "a level at most %d below and %d above the target".formatted(below, above));
    }

    private static LocalText age(int months) {
        return months % MONTHS == 0
                ? text(
                        "取得不满%d年".formatted(months / MONTHS),
                        "attained less than %d years ago".formatted(months / MONTHS))
                : text("取得不满%d个月".formatted(months), "attained less than %d months ago".formatted(months));
    }

    LocalText keeps() {
        KeepsFor keeps = rule.keeps();
        List<LocalText> said = new ArrayList<>();
        said.add(
                keeps.years() == null
                        ? text("成果长期可以转换", "The outcomes may be converted for ever")
                        : text(
                                "成果自取得之日起%d年内可以转换（到期当日不再有效）".formatted(keeps.years()),
                                "The outcomes may be converted for %d years (no longer on the last date)"
                                        .formatted(keeps.years())));
        keeps.decay()
                .forEach(step -> said.add(text(
                        "满%d年按%d%%计".formatted(step.afterYears(), step.keptPercent()),
                        "after %d years %d%% is kept".formatted(step.afterYears(), step.keptPercent()))));
        return text(joined(said, LocalText::zh, "；") + "。", joined(said, LocalText::en, "; ") + ".");
    }

    LocalText records() {
        return switch (rule.records().as()) {
            case EXEMPT -> text("成绩记为“免修”，不计入平均成绩。", "It is recorded as “exempted” and does not enter the average.");
            case PASS -> text("成绩记为“通过”。", "It is recorded as “passed”.");
            case CONVERTED -> {
                String zh = rule.records().bands().stream()
                        .map(band -> "%s分起记“%s”"
                                .formatted(
                                        band.fromPercent().toPlainString(),
                                        band.mark().zh()))
                        .collect(Collectors.joining("，"));
                String en = rule.records().bands().stream()
                        .map(band -> "“%s” from %s%%"
                                .formatted(band.mark().en(), band.fromPercent().toPlainString()))
                        .collect(Collectors.joining(", "));
                yield text("成绩按原成绩换算：" + zh + "。", "The mark follows the score: " + en + ".");
            }
        };
    }

    private static String joined(List<LocalText> parts, Function<LocalText, String> language, String between) {
        return parts.stream().map(language).collect(Collectors.joining(between));
    }
}
