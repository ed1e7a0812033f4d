package cn.jiangxue.framework.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.vocabulary.GradeNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a condition asks, read from its values and not from its wording: so a wording that says something else is noticed. Values that are missing read as a gap. */
public final class PlainCondition {

    private PlainCondition() {}

    public static LocalText of(ConditionAsked asked) {
        return switch (asked.type()) {
            case "minimum-age" -> text("年满%s周岁", "at least %s years old", number(asked.years()));
            case "in-occupation" -> text("从事或拟从事本职业", "works in or joins the occupation");
            case "work-years" -> text("从事本职业累计满%s年", "%s years’ work in the occupation", number(asked.years()));
            case "holds-grade" -> since(grade(asked), asked.sinceYears());
            case "holds-title" -> since(title(asked.level()), asked.sinceYears());
            case "holds-diploma" -> diploma(asked.anyOf());
            case "credits-in-occupation" ->
                text("本职业平台学分不少于%s", "at least %s platform credits in the occupation", credits(asked.milliCredits()));
            case "enterprise-appointment" -> text("用人单位决定并盖章", "decided by the employer under its seal");
            default -> text("未定的条件（%s）", "an unknown condition (%s)", asked.type());
        };
    }

    private static LocalText text(String zh, String en, Object... values) {
        return new LocalText(zh.formatted(values), en.formatted(values));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "…" : value.toString();
    }

    private static String credits(@Nullable Integer milli) {
        return milli == null
                ? "…"
                : BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    private static LocalText grade(ConditionAsked asked) {
        return asked.grade() == null ? new LocalText("…", "…") : GradeNames.of(asked.grade());
    }

    private static LocalText since(LocalText held, @Nullable Integer years) {
        return years != null && years == 0
                ? new LocalText("持有%s".formatted(held.zh()), "holds %s".formatted(held.en()))
                : new LocalText(
                        "取得%s后从业满%s年".formatted(held.zh(), number(years)),
                        "holds %s and worked %s years since".formatted(held.en(), number(years)));
    }

    /** What a level of titles is called; the constant itself when it is none. */
    static LocalText title(@Nullable String level) {
        return switch (level == null ? "" : level) {
            case "TECHNICIAN_LEVEL" -> new LocalText("员级职称", "a technician-level title");
            case "ASSISTANT" -> new LocalText("助理级职称", "an assistant title");
            case "INTERMEDIATE" -> new LocalText("中级职称", "an intermediate title");
            case "DEPUTY_SENIOR" -> new LocalText("副高级职称", "a deputy senior title");
            case "SENIOR" -> new LocalText("正高级职称", "a senior title");
            default -> new LocalText("…", "…");
        };
    }

    private static LocalText diploma(@Nullable List<String> kinds) {
        List<LocalText> named = kinds == null
                ? List.of()
                : kinds.stream().map(PlainCondition::diploma).toList();
        return new LocalText(
                "持有以下任一种相关专业毕业证书：" + named.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                "holds a relevant diploma, any of: "
                        + named.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }

    private static LocalText diploma(String kind) {
        return switch (kind) {
            case "SECONDARY_VOCATIONAL" -> new LocalText("中等职业学校", "secondary vocational");
            case "ADVANCED_SKILLED_CLASS" -> new LocalText("高级工班", "senior-worker class");
            case "TECHNICIAN_CLASS" -> new LocalText("技师班", "technician class");
            case "COLLEGE" -> new LocalText("专科", "college");
            case "BACHELOR" -> new LocalText("本科", "bachelor");
            case "POSTGRADUATE" -> new LocalText("研究生", "postgraduate");
            default -> new LocalText(kind, kind);
        };
    }
}
