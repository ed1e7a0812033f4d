package cn.jiangxue.frameworks;

import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;

/** Reads credit units and references to them. */
final class CreditUnitReading {
    private CreditUnitReading() {}

    static CreditUnit unit(DataNode node) {
        node.only(
                "id",
                "name",
                "basis",
                "minutesPerHour",
                "basisPerClassHour",
                "hoursPerCredit",
                "rounding",
                "stepMilliCredits",
                "source");
        return new CreditUnit(
                node.text("id"),
                node.localText("name"),
                node.localText("basis"),
                node.integer("minutesPerHour", 1, 120),
                node.integer("basisPerClassHour", 1, 100),
                node.integer("hoursPerCredit", 1, 1000),
                node.constant("rounding", Rounding.class),
                node.integer("stepMilliCredits", 1, 1_000_000),
                node.constant("source", Source.class));
    }

    /** The unit whose id stands at {@code key}. */
    static CreditUnit named(DataNode node, String key, List<CreditUnit> units) {
        String id = node.text(key);
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> node.child(key)
                        .problem("没有编号为“%s”的学分单位".formatted(id), "no credit unit has the id '%s'".formatted(id)));
    }
}
