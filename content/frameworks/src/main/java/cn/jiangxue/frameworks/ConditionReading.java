package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one condition by its {@code type}. */
final class ConditionReading {
    private static final int MOST_YEARS = 60;
    private static final int MOST_MILLI_CREDITS = 1_000_000;

    private final GroundsReading grounds;

    ConditionReading(GroundsReading grounds) {
        this.grounds = grounds;
    }

    Condition condition(DataNode node) {
        String id = node.text("id");
        Grounds why = grounds.grounds(node);
        String type = node.text("type");
        return switch (type) {
            case "minimum-age" -> {
                only(node, "years");
                yield new Condition.MinimumAge(id, node.integer("years", 1, MOST_YEARS), why);
            }
            case "in-occupation" -> {
                only(node);
                yield new Condition.InOccupation(id, why);
            }
            case "work-years" -> {
                only(node, "years");
                yield new Condition.WorkYears(id, node.integer("years", 1, MOST_YEARS), why);
            }
            case "holds-grade" -> {
                only(node, "grade", "sinceYears");
                yield new Condition.HoldsGrade(id, node.constant("grade", Grade.class), sinceYears(node), why);
            }
            case "holds-title" -> {
                only(node, "level", "sinceYears");
                yield new Condition.HoldsTitle(id, node.constant("level", TitleLevel.class), sinceYears(node), why);
            }
            case "holds-diploma" -> {
                only(node, "anyOf");
                List<DiplomaKind> kinds = node.list("anyOf", kind -> kind.asConstant(DiplomaKind.class));
                yield new Condition.HoldsDiploma(id, Set.copyOf(node.distinct(kinds, kind -> kind, "diploma")), why);
            }
            case "credits-in-occupation" -> {
                only(node, "milliCredits");
                yield new Condition.CreditsInOccupation(id, node.integer("milliCredits", 1, MOST_MILLI_CREDITS), why);
            }
            case "enterprise-appointment" -> {
                only(node);
                yield new Condition.EnterpriseAppointment(id, why);
            }
            default ->
                throw node.child("type")
                        .problem("没有“%s”这种条件".formatted(type), "unknown type of condition '%s'".formatted(type));
        };
    }

    private static int sinceYears(DataNode node) {
        return node.integer("sinceYears", 0, MOST_YEARS);
    }

    private static void only(DataNode node, String... own) {
        List<String> keys = new ArrayList<>(List.of("id", "type", "wording", "clause"));
        keys.addAll(List.of(own));
        node.only(keys.toArray(String[]::new));
    }
}
