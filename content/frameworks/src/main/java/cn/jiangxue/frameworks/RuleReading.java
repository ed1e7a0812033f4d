package cn.jiangxue.frameworks;

import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import cn.jiangxue.frameworks.RuleBookData.AgreedRule;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one transfer rule between institutions. */
final class RuleReading {

    private static final int PERCENT = 100;
    private static final int LEVELS = 8;
    private static final int SOURCES = 8;
    private static final int MONTHS = 1_200;
    private static final int YEARS = 100;

    private final RuleTables tables;

    RuleReading(RuleTables tables) {
        this.tables = tables;
    }

    AgreedRule rule(DataNode node) {
        node.only(
                "id",
                "version",
                "name",
                "programme",
                "parties",
                "signed",
                "effectiveFrom",
                "effectiveUntil",
                "from",
                "to",
                "asks",
                "credit",
                "mostPerUse",
                "validity",
                "recorded",
                "review",
                "clause",
                "wording");
        List<UUID> parties = node.list("parties", tables::institution);
        List<UUID> signed = node.listOrEmpty("signed", tables::institution);
        if (!parties.containsAll(signed)) {
            throw node.child("signed").problem("只有签署方才能签署，请把签署的机构也列入parties", "only parties sign");
        }
        RuleContent content = new RuleContent(
                node.localText("name"),
                node.text("programme"),
                node.child("parties").distinct(parties, party -> party, "party"),
                node.date("effectiveFrom"),
                node.optional("effectiveUntil").map(DataNode::asDate).orElse(null),
                sources(node),
                gives(node.child("to")),
                node.optional("asks").map(RuleReading::asks).orElseGet(RuleReading::nothingAsked),
                worth(node.child("credit")),
                node.optional("mostPerUse").map(RuleBookReading::milli).orElse(null),
                node.optional("validity").map(RuleReading::keeps).orElseGet(() -> new KeepsFor(null, List.of())),
                recorded(node.child("recorded")),
                node.constant("review", ReviewedBy.class),
                tables.grounds(node));
        if (content.effectiveUntil() != null && !content.effectiveUntil().isAfter(content.effectiveFrom())) {
            throw node.child("effectiveUntil").problem("应晚于effectiveFrom", "must lie after effectiveFrom");
        }
        return new AgreedRule(RuleBookReading.id(node), node.integer("version", 1, 10_000), signed, content);
    }

    private List<SourceAsked> sources(DataNode node) {
        List<SourceAsked> sources = node.list("from", this::source);
        if (sources.size() > SOURCES) {
            throw node.child("from").problem("最多%d个来源".formatted(SOURCES), "at most %d sources".formatted(SOURCES));
        }
        return sources;
    }

    private SourceAsked source(DataNode node) {
        node.only("kind", "code", "issuer", "occupation", "leastLevel");
        return new SourceAsked(
                node.constant("kind", AttainedKind.class),
                node.optional("code").map(DataNode::asText).orElse(null),
                node.optional("issuer").map(tables::institution).orElse(null),
                node.optional("occupation").map(DataNode::asText).orElse(null),
                integer(node, "leastLevel", 1, LEVELS));
    }

    private static CreditGiven gives(DataNode node) {
        node.only("category", "targets");
        List<String> targets = node.listOrEmpty("targets", DataNode::asText);
        String category = node.optional("category").map(DataNode::asText).orElse(null);
        if ((category == null) == targets.isEmpty()) {
            throw node.problem("category与targets要写且只写一个", "either a category or targets");
        }
        return new CreditGiven(category, node.distinct(targets, target -> target, "target"));
    }

    private static SourcesMeet nothingAsked() {
        return new SourcesMeet(null, OverlapShort.REFUSE, null, null, null, null);
    }

    private static SourcesMeet asks(DataNode node) {
        node.only("overlapPercent", "whenShort", "scorePercent", "levelsBelow", "levelsAbove", "ageMonths");
        return new SourcesMeet(
                RuleBookReading.percent(node, "overlapPercent"),
                node.optional("whenShort")
                        .map(place -> place.asConstant(OverlapShort.class))
                        .orElse(OverlapShort.REFUSE),
                RuleBookReading.percent(node, "scorePercent"),
                integer(node, "levelsBelow", 0, LEVELS),
                integer(node, "levelsAbove", 0, LEVELS),
                integer(node, "ageMonths", 1, MONTHS));
    }

    private static @Nullable Integer integer(DataNode node, String key, int least, int most) {
        return node.optional(key).map(number -> number.asInteger(least, most)).orElse(null);
    }

    private CreditWorth worth(DataNode node) {
        node.only("by", "fixed", "table", "unit");
        WorthBy by = node.constant("by", WorthBy.class);
        return switch (by) {
            case STATED, TARGETS -> new CreditWorth(by, null, List.of(), null);
            case FIXED -> new CreditWorth(by, RuleBookReading.milli(node.child("fixed")), List.of(), null);
            case SCORE_TABLE, LEVEL_TABLE -> new CreditWorth(by, null, node.list("table", RuleReading::row), null);
            case HOURS -> new CreditWorth(by, null, List.of(), tables.creditUnit(node, "unit"));
        };
    }

    private static WorthRow row(DataNode node) {
        node.only("from", "credits");
        return new WorthRow(node.decimal("from", 0, PERCENT), RuleBookReading.milli(node.child("credits")));
    }

    private static KeepsFor keeps(DataNode node) {
        node.only("years", "decay");
        return new KeepsFor(integer(node, "years", 1, YEARS), node.listOrEmpty("decay", RuleReading::step));
    }

    private static DecayStep step(DataNode node) {
        node.only("afterYears", "keptPercent");
        return new DecayStep(node.integer("afterYears", 1, YEARS), node.integer("keptPercent", 0, PERCENT));
    }

    private static GradeRecorded recorded(DataNode node) {
        node.only("as", "bands");
        return new GradeRecorded(node.constant("as", RecordedAs.class), node.listOrEmpty("bands", RuleReading::band));
    }

    private static MarkBand band(DataNode node) {
        node.only("from", "mark");
        return new MarkBand(node.decimal("from", 0, PERCENT), node.localText("mark"));
    }
}
