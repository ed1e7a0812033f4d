package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the ways to a grade beside the examination and checks that they lead upwards. */
final class PromotionPathsReading {
    private static final int MOST_PLACES = 1_000;

    private final DataNode file;
    private final GroundsReading grounds;
    private final ConditionReading conditions;

    PromotionPathsReading(DataNode file) {
        this.file = file.only("edition", "clauses", "direct", "exceptional", "contests");
        this.grounds = new GroundsReading(file);
        this.conditions = new ConditionReading(grounds);
    }

    PromotionPaths paths() {
        return new PromotionPaths(
                file.text("edition"),
                file.distinct(file.list("direct", this::path), OtherPath::id, "path"),
                file.distinct(file.list("exceptional", this::path), OtherPath::id, "path"),
                file.distinct(file.list("contests", this::contest), ContestRule::rank, "rank"));
    }

    private OtherPath path(DataNode node) {
        node.only("id", "name", "grades", "ungraded", "clause", "wording", "allOf");
        List<Grade> grades = node.list("grades", grade -> grade.asConstant(Grade.class));
        return new OtherPath(
                node.text("id"),
                node.localText("name"),
                Set.copyOf(node.distinct(grades, grade -> grade, "grade")),
                node.bool("ungraded"),
                node.distinct(node.list("allOf", conditions::condition), Condition::id, "condition"),
                grounds.grounds(node));
    }

    private ContestRule contest(DataNode node) {
        node.only("rank", "workerPlaces", "steps", "studentPlaces", "studentGrade", "clause", "wording");
        Map<Grade, Grade> steps = new EnumMap<>(Grade.class);
        node.list("steps", PromotionPathsReading::step).forEach(step -> {
            if (steps.put(step.from(), step.to()) != null) {
                throw node.child("steps").problem("two steps from " + step.from());
            }
        });
        return new ContestRule(
                node.constant("rank", ContestRank.class),
                node.integer("workerPlaces", 0, MOST_PLACES),
                steps,
                node.integer("studentPlaces", 0, MOST_PLACES),
                node.constant("studentGrade", Grade.class),
                grounds.grounds(node));
    }

    private record Step(Grade from, Grade to) {}

    private static Step step(DataNode node) {
        node.only("from", "to");
        Step step = new Step(node.constant("from", Grade.class), node.constant("to", Grade.class));
        if (step.from().compareTo(step.to()) >= 0) {
            throw node.problem("a contest promotes to a higher grade");
        }
        return step;
    }
}
