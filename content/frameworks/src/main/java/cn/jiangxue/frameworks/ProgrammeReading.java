package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.frameworks.data.DataNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one programme that credit is transferred into. */
final class ProgrammeReading {

    private static final int PERCENT = 100;
    private static final int LEVELS = 8;
    private static final int OUTCOMES = 1_000;

    private final RuleTables tables;

    ProgrammeReading(RuleTables tables) {
        this.tables = tables;
    }

    ProgrammeVersion programme(DataNode node) {
        node.only(
                "id",
                "version",
                "name",
                "institution",
                "level",
                "credits",
                "effectiveFrom",
                "effectiveUntil",
                "categories",
                "targets",
                "caps",
                "floors",
                "highestOnly",
                "neverExemptible",
                "years",
                "terms",
                "clause",
                "wording");
        Optional<DataNode> never = node.optional("neverExemptible");
        ProgrammeContent content = new ProgrammeContent(
                node.localText("name"),
                tables.institution(node.child("institution")),
                level(node, "level"),
                RuleBookReading.milli(node.child("credits")),
                node.date("effectiveFrom"),
                node.optional("effectiveUntil").map(DataNode::asDate).orElse(null),
                categories(node),
                targets(node),
                node.distinct(node.listOrEmpty("caps", this::cap), ProgrammeCap::id, "cap"),
                node.distinct(node.listOrEmpty("floors", this::floor), ProgrammeFloor::id, "floor"),
                node.optional("highestOnly").map(this::grounds).orElse(null),
                never.map(list -> list.list("targets", DataNode::asText)).orElse(List.of()),
                never.map(tables::grounds).orElse(null),
                node.listOrEmpty("years", ProgrammeReading::span),
                node.listOrEmpty("terms", ProgrammeReading::span),
                tables.grounds(node));
        requireTargets(node, content);
        return new ProgrammeVersion(RuleBookReading.id(node), node.integer("version", 1, 10_000), content);
    }

    private static void requireTargets(DataNode node, ProgrammeContent content) {
        List<String> known = content.targets().stream().map(ProgrammeTarget::id).toList();
        for (String id : content.neverExemptible()) {
            if (!known.contains(id)) {
                throw node.child("neverExemptible")
                        .problem("没有编号为“%s”的课程".formatted(id), "no target has the id '%s'".formatted(id));
            }
        }
    }

    private RuleGrounds grounds(DataNode node) {
        return tables.grounds(node.only("clause", "wording"));
    }

    private static Map<String, LocalText> categories(DataNode node) {
        Map<String, LocalText> names = new LinkedHashMap<>();
        node.optional("categories").ifPresent(table -> {
            for (String category : table.keys()) {
                names.put(RuleBookReading.word(table, category), table.localText(category));
            }
        });
        return names;
    }

    private static List<ProgrammeTarget> targets(DataNode node) {
        return node.distinct(node.listOrEmpty("targets", ProgrammeReading::target), ProgrammeTarget::id, "target");
    }

    private static ProgrammeTarget target(DataNode node) {
        node.only("id", "name", "credits", "category", "level", "units");
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        node.optional("units").ifPresent(table -> {
            for (String unit : table.keys()) {
                units.put(RuleBookReading.word(table, unit), table.decimal(unit, 0, PERCENT));
            }
        });
        return new ProgrammeTarget(
                RuleBookReading.id(node),
                node.localText("name"),
                RuleBookReading.milli(node.child("credits")),
                node.text("category"),
                level(node, "level"),
                units);
    }

    private ProgrammeCap cap(DataNode node) {
        node.only("id", "over", "key", "credits", "percent", "outcomes", "clause", "wording");
        CapOver over = node.constant("over", CapOver.class);
        @Nullable
        Long most = node.optional("credits").map(RuleBookReading::milli).orElse(null);
        @Nullable BigDecimal share = RuleBookReading.percent(node, "percent");
        @Nullable
        Integer outcomes = node.optional("outcomes")
                .map(count -> count.asInteger(0, OUTCOMES))
                .orElse(null);
        if ((most == null ? 0 : 1) + (share == null ? 0 : 1) + (outcomes == null ? 0 : 1) != 1) {
            throw node.problem("credits、percent、outcomes要写且只写一个", "exactly one of credits, percent, outcomes");
        }
        return new ProgrammeCap(
                RuleBookReading.id(node), over, key(node, over), most, share, outcomes, tables.grounds(node));
    }

    private @Nullable String key(DataNode node, CapOver over) {
        return node.optional("key")
                .map(place ->
                        over == CapOver.INSTITUTION ? tables.institution(place).toString() : place.asText())
                .orElse(null);
    }

    private ProgrammeFloor floor(DataNode node) {
        node.only("id", "over", "category", "firstLevel", "lastLevel", "credits", "percent", "clause", "wording");
        FloorOver over = node.constant("over", FloorOver.class);
        @Nullable
        Long least = node.optional("credits").map(RuleBookReading::milli).orElse(null);
        @Nullable BigDecimal share = RuleBookReading.percent(node, "percent");
        if ((least == null) == (share == null)) {
            throw node.problem("credits、percent要写且只写一个", "exactly one of credits, percent");
        }
        boolean levels = over == FloorOver.LEVELS;
        return new ProgrammeFloor(
                RuleBookReading.id(node),
                over,
                over == FloorOver.CATEGORY ? node.text("category") : null,
                levels ? Integer.valueOf(node.integer("firstLevel", 1, LEVELS)) : null,
                levels ? Integer.valueOf(node.integer("lastLevel", 1, LEVELS)) : null,
                least,
                share,
                tables.grounds(node));
    }

    private static @Nullable Integer level(DataNode node, String key) {
        return node.optional(key).map(level -> level.asInteger(1, LEVELS)).orElse(null);
    }

    private static NamedSpan span(DataNode node) {
        node.only("id", "from", "until");
        return new NamedSpan(node.text("id"), node.date("from"), node.date("until"));
    }
}
