package cn.jiangxue.frameworks;

import cn.jiangxue.frameworks.data.DataNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the transfer rules and checks that no two versions hold on the same day. */
final class TransferRuleReading {
    private TransferRuleReading() {}

    static List<TransferRule> rules(DataNode file, List<CreditUnit> units) {
        file.only("clauses", "rules");
        GroundsReading grounds = new GroundsReading(file);
        List<TransferRule> rules = file.list("rules", node -> rule(node, units, grounds));
        DataNode place = file.child("rules");
        place.distinct(rules, rule -> rule.id() + " version " + rule.version(), "rule");
        requireOneInForce(place, rules);
        return rules;
    }

    private static TransferRule rule(DataNode node, List<CreditUnit> units, GroundsReading grounds) {
        node.only(
                "id",
                "version",
                "from",
                "creditUnit",
                "effectiveFrom",
                "effectiveUntil",
                "shelfLifeYears",
                "leastScorePercent",
                "review",
                "wording",
                "clause");
        LocalDate from = node.date("effectiveFrom");
        Optional<LocalDate> until = node.optional("effectiveUntil").map(DataNode::asDate);
        if (until.filter(date -> !date.isAfter(from)).isPresent()) {
            throw node.child("effectiveUntil").problem("must lie after effectiveFrom");
        }
        return new TransferRule(
                node.text("id"),
                node.integer("version", 1, 10_000),
                node.constant("from", OutcomeType.class),
                CreditUnitReading.named(node, "creditUnit", units),
                from,
                until,
                node.optional("shelfLifeYears").map(years -> years.asInteger(1, 100)),
                node.integer("leastScorePercent", 0, 100),
                node.constant("review", Review.class),
                grounds.grounds(node));
    }

    private static void requireOneInForce(DataNode place, List<TransferRule> rules) {
        for (TransferRule rule : rules) {
            rules.stream()
                    .filter(other -> other != rule && other.from() == rule.from())
                    .filter(other -> other.inForceOn(rule.effectiveFrom()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw place.problem("on %s two versions hold: %s version %d and %s version %d"
                                .formatted(
                                        rule.effectiveFrom(), rule.id(), rule.version(), other.id(), other.version()));
                    });
        }
    }
}
