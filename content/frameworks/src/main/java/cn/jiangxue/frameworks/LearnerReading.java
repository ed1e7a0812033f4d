package cn.jiangxue.frameworks;

import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.TriedOutcome;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.Optional;

/** Reads learners that rules are tried on. */
final class LearnerReading {

    private static final int LEVELS = 8;
    private static final int HOURS = 100_000;
    private static final int RANKS = 100;

    private final RuleTables tables;

    LearnerReading(RuleTables tables) {
        this.tables = tables;
    }

    SampleLearner learner(DataNode node) {
        node.only("id", "name", "about", "outcomes");
        return new SampleLearner(
                RuleBookReading.id(node),
                node.localText("name"),
                node.localText("about"),
                node.list("outcomes", this::outcome));
    }

    private TriedOutcome outcome(DataNode node) {
        node.only(
                "kind",
                "code",
                "title",
                "issuer",
                "occupation",
                "level",
                "hours",
                "credits",
                "score",
                "attainedOn",
                "validUntil",
                "standing",
                "units");
        Optional<DataNode> standing = node.optional("standing").map(place -> place.only("group", "rank"));
        return new TriedOutcome(
                node.constant("kind", AttainedKind.class),
                node.text("code"),
                node.localText("title"),
                tables.institution(node.child("issuer")),
                node.optional("occupation").map(DataNode::asText).orElse(null),
                node.optional("level").map(level -> level.asInteger(1, LEVELS)).orElse(null),
                node.optional("hours").map(hours -> hours.asInteger(0, HOURS)).orElse(0),
                node.optional("credits").map(RuleBookReading::milli).orElse(null),
                RuleBookReading.percent(node, "score"),
                node.date("attainedOn"),
                node.optional("validUntil").map(DataNode::asDate).orElse(null),
                standing.map(place -> place.text("group")).orElse(null),
                standing.map(place -> place.integer("rank", 0, RANKS)).orElse(null),
                node.listOrEmpty("units", DataNode::asText));
    }
}
