package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the qualifications framework and checks that its levels are in order and every grade stands at one. */
final class FrameworkReading {
    private static final int MOST_LEVELS = 16;
    private static final Pattern VERSION = Pattern.compile("(19|20)\\d{2}(\\D.*)?");

    private final List<CreditUnit> units;

    FrameworkReading(List<CreditUnit> units) {
        this.units = units;
    }

    QualificationsFramework framework(DataNode file) {
        file.only("id", "version", "name", "basis", "source", "creditUnit", "clauses", "levels", "bridges");
        GroundsReading grounds = new GroundsReading(file);
        List<FrameworkLevel> levels = file.list("levels", FrameworkReading::level);
        requireOrder(file.child("levels"), levels);
        requireEveryGradeOnce(file.child("levels"), levels);
        return new QualificationsFramework(
                file.text("id"),
                version(file),
                file.localText("name"),
                file.localText("basis"),
                file.constant("source", Source.class),
                CreditUnitReading.named(file, "creditUnit", units),
                levels,
                file.list("bridges", node -> bridge(node, grounds)));
    }

    /** Everything wrong that can be told at once, part by part; empty when it is sound. */
    List<BadData> faults(DataNode file) {
        PartByPart parts = new PartByPart();
        parts.read(() -> file.text("id"));
        parts.read(() -> version(file));
        List.of("name", "basis").forEach(text -> parts.read(() -> file.localText(text)));
        parts.read(() -> file.constant("source", Source.class));
        parts.read(() -> CreditUnitReading.named(file, "creditUnit", units));
        parts.each(file, "levels", level -> parts.read(() -> level(level)));
        GroundsReading grounds = new GroundsReading(file);
        parts.each(file, "bridges", bridge -> parts.read(() -> bridge(bridge, grounds)));
        return parts.faultsOr(() -> framework(file));
    }

    /** A version begins with its year. */
    private static String version(DataNode file) {
        String version = file.text("version");
        if (!VERSION.matcher(version).matches()) {
            throw file.child("version").problem("版本应以年份开头，例如2027-1", "a version begins with its year, such as 2027-1");
        }
        return version;
    }

    private static FrameworkLevel level(DataNode node) {
        node.only("number", "name", "knowledge", "skill", "competence", "grades", "titles", "degrees");
        return new FrameworkLevel(
                node.integer("number", 1, MOST_LEVELS),
                node.localText("name"),
                node.localText("knowledge"),
                node.localText("skill"),
                node.localText("competence"),
                node.listOrEmpty("grades", grade -> grade.asConstant(Grade.class)),
                node.listOrEmpty("titles", title -> title.asConstant(TitleLevel.class)),
                node.listOrEmpty("degrees", DataNode::asLocalText));
    }

    private static TitleBridge bridge(DataNode node, GroundsReading grounds) {
        node.only("grade", "sinceYears", "title", "wording", "clause");
        return new TitleBridge(
                node.constant("grade", Grade.class),
                node.integer("sinceYears", 0, 60),
                node.constant("title", TitleLevel.class),
                grounds.grounds(node));
    }

    private static void requireOrder(DataNode place, List<FrameworkLevel> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).number() != i + 1) {
                throw place.problem(
                        "级别应按1、2、3……排列；第%d位写的是%d".formatted(i + 1, levels.get(i).number()),
                        "levels count 1, 2, 3 … in order; number %d stands at place %d"
                                .formatted(levels.get(i).number(), i + 1));
            }
        }
    }

    private static void requireEveryGradeOnce(DataNode place, List<FrameworkLevel> levels) {
        List<Grade> standing =
                levels.stream().flatMap(level -> level.grades().stream()).toList();
        place.distinct(standing, grade -> grade, "grade at a level");
        List<Grade> missing = Arrays.stream(Grade.values())
                .filter(grade -> !standing.contains(grade))
                .toList();
        if (!missing.isEmpty()) {
            throw place.problem("每个技能等级都要对应一个级别，缺少：" + missing, "every grade stands at a level, missing: " + missing);
        }
        if (!standing.equals(standing.stream().sorted().toList())) {
            throw place.problem("较高的等级对应了较低的级别：" + standing, "a higher grade stands at a lower level: " + standing);
        }
    }
}
