package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.Arrays;
import java.util.List;

/** Reads the qualifications framework and checks that its levels are in order and every grade stands at one. */
final class FrameworkReading {
    private static final int MOST_LEVELS = 16;

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
                file.text("version"),
                file.localText("name"),
                file.localText("basis"),
                file.constant("source", Source.class),
                CreditUnitReading.named(file, "creditUnit", units),
                levels,
                file.list("bridges", node -> bridge(node, grounds)));
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
                throw place.problem("levels count 1, 2, 3 … in order; number %d stands at place %d"
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
            throw place.problem("every grade stands at a level, missing: " + missing);
        }
        if (!standing.equals(standing.stream().sorted().toList())) {
            throw place.problem("a higher grade stands at a lower level: " + standing);
        }
    }
}
