package cn.jiangxue.framework.rules;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.FrameworkContent.Bridge;
import cn.jiangxue.contract.FrameworkContent.LevelDescribed;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardContent.PartAsked;
import cn.jiangxue.contract.StandardContent.PathAsked;
import cn.jiangxue.vocabulary.GradeNames;
import cn.jiangxue.vocabulary.PartNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything a version says, row by row, each with a key that another version's row is found by. */
final class Rows {

    /** {@code section} and {@code place}: where it stands, in words. */
    record Row(LocalText section, LocalText place, LocalText text) {}

    private static final LocalText GENERAL = new LocalText("总则", "General");

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Rows() {}

    static Map<String, Row> of(StandardContent standard) {
        Rows all = new Rows();
        all.row("edition", GENERAL, place("版本", "Edition"), same(standard.edition()));
        all.row("title", GENERAL, place("名称", "Title"), standard.title());
        all.row("basis", GENERAL, place("编制依据", "Basis"), standard.basis());
        all.row("source", GENERAL, place("可信程度", "Trust"), trust(standard.source()));
        all.row(
                "effectiveFrom",
                GENERAL,
                place("拟施行日期", "Meant to hold from"),
                same(standard.effectiveFrom().toString()));
        all.clauses(standard.clauses());
        standard.grades().forEach(grade -> all.grade(grade));
        return all.rows;
    }

    static Map<String, Row> of(FrameworkContent framework) {
        Rows all = new Rows();
        all.row("version", GENERAL, place("版本", "Version"), same(framework.version()));
        all.row("name", GENERAL, place("名称", "Name"), framework.name());
        all.row("basis", GENERAL, place("编制依据", "Basis"), framework.basis());
        all.row("creditUnit", GENERAL, place("学分单位", "Credit unit"), same(framework.creditUnit()));
        all.clauses(framework.clauses());
        framework.levels().forEach(all::level);
        LocalText bridges = new LocalText("技能等级与职称贯通", "From grades to titles");
        framework.bridges().forEach(bridge -> all.bridge(bridges, bridge));
        return all.rows;
    }

    private static LocalText place(String zh, String en) {
        return new LocalText(zh, en);
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }

    private static LocalText trust(TrustedAs source) {
        return switch (source) {
            case PRIMARY -> new LocalText("依据原文", "from the text of the paper");
            case SECONDARY -> new LocalText("转述", "retold");
            case SAMPLE -> new LocalText("样例", "sample");
        };
    }

    private void row(String key, LocalText section, LocalText place, LocalText text) {
        rows.put(key, new Row(section, place, text));
    }

    private void clauses(Map<String, Clause> clauses) {
        LocalText section = new LocalText("依据", "Papers");
        clauses.forEach((name, clause) -> row(
                "clause/" + name, section, same(name), both(clause.text(), trust(clause.source()), "（%s）", " (%s)")));
    }

    private static LocalText both(LocalText first, LocalText second, String zh, String en) {
        return new LocalText(first.zh() + zh.formatted(second.zh()), first.en() + en.formatted(second.en()));
    }

    private void grade(GradeAsked asked) {
        LocalText section = GradeNames.of(asked.grade());
        String under = "grade/" + asked.grade();
        LocalText always = new LocalText("各途径都要求", "Asked on every path");
        asked.always().forEach(condition -> condition(under + "/always", section, always, condition));
        asked.anyOf().forEach(path -> path(under, section, path));
        asked.examination().forEach(part -> part(under, section, part));
        asked.units()
                .forEach(unit -> row(
                        under + "/unit/" + unit.id(),
                        section,
                        place("能力单元 " + unit.id(), "Unit " + unit.id()),
                        both(unit.name(), same(unit.weightPercent() + "%"), " %s", " %s")));
    }

    private void part(String under, LocalText section, PartAsked part) {
        LocalText name = PartNames.of(part.part());
        String mark = part.passMark().stripTrailingZeros().toPlainString();
        LocalText values = new LocalText(
                "%s分合格，%d名考评员，可考%d次：".formatted(mark, part.assessors(), part.sittings()),
                "%s passes, %d assessors, %d sittings: ".formatted(mark, part.assessors(), part.sittings()));
        row(
                under + "/exam/" + part.part(),
                section,
                name,
                both(both(values, part.wording(), "%s", "%s"), same(part.clause()), "〔%s〕", " [%s]"));
    }

    private void path(String under, LocalText section, PathAsked path) {
        String key = under + "/path/" + path.id();
        LocalText place = both(new LocalText("申报途径：", "Path: "), path.name(), "%s", "%s");
        row(key, section, place, path.name());
        path.allOf().forEach(condition -> condition(key, section, place, condition));
    }

    private void condition(String under, LocalText section, LocalText place, ConditionAsked asked) {
        LocalText plain = PlainCondition.of(asked);
        LocalText worded = both(plain, asked.wording(), "：%s", ": %s");
        row(under + "/" + asked.id(), section, place, both(worded, same(asked.clause()), "〔%s〕", " [%s]"));
    }

    private void level(LevelDescribed level) {
        LocalText section = place("第%d级".formatted(level.number()), "Level " + level.number());
        String under = "level/" + level.number();
        row(under + "/knowledge", section, place("知识", "Knowledge"), level.knowledge());
        row(under + "/skill", section, place("技能", "Skill"), level.skill());
        row(under + "/competence", section, place("能力", "Competence"), level.competence());
        row(under + "/stands", section, place("对应", "Stands here"), standing(level));
    }

    private static LocalText standing(LevelDescribed level) {
        List<LocalText> all = new ArrayList<>();
        for (Grade grade : level.grades()) {
            all.add(GradeNames.of(grade));
        }
        level.titles().forEach(title -> all.add(PlainCondition.title(title)));
        all.addAll(level.degrees());
        return new LocalText(
                all.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                all.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }

    private void bridge(LocalText section, Bridge bridge) {
        row(
                "bridge/" + bridge.grade() + "/" + bridge.title(),
                section,
                GradeNames.of(bridge.grade()),
                both(
                        bridge.wording(),
                        PlainCondition.title(bridge.title()),
                        "（满%d年 → %%s）".formatted(bridge.sinceYears()),
                        " (%d years → %%s)".formatted(bridge.sinceYears())));
    }
}
