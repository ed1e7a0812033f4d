package cn.jiangxue.frameworks;

import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.frameworks.RuleBookData.AgreedRule;
import cn.jiangxue.frameworks.RuleBookData.Institution;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads files of the rule book: our own, strictly, and those that officers upload, entry by entry. */
public final class RuleBookReading {

    /** Most entries of one file. */
    public static final int ENTRIES_LIMIT = 2_000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");
    private static final int MOST_CREDITS = 100_000;

    private RuleBookReading() {}

    /** One entry of an uploaded file; {@code place} in the file as a JSON Pointer. */
    public sealed interface Entry {

        record OfProgramme(String place, ProgrammeVersion programme) implements Entry {}

        record OfRule(String place, AgreedRule rule) implements Entry {}

        record Bad(String place, BadData problem) implements Entry {}
    }

    static RuleBookData all(List<String> names, List<CreditUnit> units) {
        RuleTables tables = new RuleTables(units);
        List<ProgrammeVersion> programmes = new ArrayList<>();
        List<AgreedRule> rules = new ArrayList<>();
        List<SampleLearner> learners = new ArrayList<>();
        for (String name : names) {
            DataNode file = opened(DataFile.read(Frameworks.class, name), tables);
            programmes.addAll(file.listOrEmpty("programmes", new ProgrammeReading(tables)::programme));
            List<AgreedRule> read = file.listOrEmpty("rules", new RuleReading(tables)::rule);
            rules.addAll(read);
            learners.addAll(file.listOrEmpty("learners", new LearnerReading(tables)::learner));
            file.distinct(programmes, entry -> entry.id() + "@" + entry.version(), "programme");
            file.distinct(rules, entry -> entry.id() + "@" + entry.version(), "rule");
            file.distinct(learners, SampleLearner::id, "learner");
            read.forEach(rule -> requireTargets(file, rule, programmes));
        }
        return new RuleBookData(tables.institutions(), programmes, rules, learners);
    }

    /**
     * Reads what somebody sent: each entry by itself, so that one bad entry hides no other. References between entries are left to the reader.
     *
     * @param known institutions that the file may name without listing them
     * @throws BadData when it is no such file at all
     */
    public static List<Entry> uploaded(String text, List<Institution> known, List<CreditUnit> units) {
        RuleTables tables = new RuleTables(units);
        tables.know(known);
        DataNode file = opened(DataFile.parse("upload", text), tables);
        List<Entry> entries = new ArrayList<>();
        each(
                file,
                "programmes",
                node -> entries.add(entry(
                        node,
                        place -> new Entry.OfProgramme(place.path(), new ProgrammeReading(tables).programme(place)))));
        each(
                file,
                "rules",
                node -> entries.add(
                        entry(node, place -> new Entry.OfRule(place.path(), new RuleReading(tables).rule(place)))));
        if (entries.isEmpty() || entries.size() > ENTRIES_LIMIT) {
            throw file.problem(
                    "programmes和rules合起来应有1至%d条，现在是%d条；请补上或分成几个文件".formatted(ENTRIES_LIMIT, entries.size()),
                    "1 to %d programmes and rules were expected, these are %d"
                            .formatted(ENTRIES_LIMIT, entries.size()));
        }
        return List.copyOf(entries);
    }

    private static void each(DataNode file, String key, Consumer<DataNode> reader) {
        file.listOrEmpty(key, node -> {
            reader.accept(node);
            return node.path();
        });
    }

    private static Entry entry(DataNode node, Function<DataNode, Entry> reader) {
        try {
            return reader.apply(node);
        } catch (BadData bad) {
            return new Entry.Bad(node.path(), bad);
        }
    }

    private static DataNode opened(DataNode file, RuleTables tables) {
        file.only("institutions", "clauses", "programmes", "rules", "learners");
        tables.open(file);
        return file;
    }

    /** Targets and categories are those of some version of the programme. */
    private static void requireTargets(DataNode file, AgreedRule rule, List<ProgrammeVersion> programmes) {
        RuleContent content = rule.content();
        List<ProgrammeTarget> targets = programmes.stream()
                .filter(programme -> programme.id().equals(content.programme()))
                .flatMap(programme -> programme.content().targets().stream())
                .toList();
        if (programmes.stream().noneMatch(programme -> programme.id().equals(content.programme()))) {
            throw file.problem("rule %s: no programme has the id '%s'".formatted(rule.id(), content.programme()));
        }
        for (String id : content.gives().targets()) {
            if (targets.stream().noneMatch(target -> target.id().equals(id))) {
                throw file.problem("rule %s: the programme has no target '%s'".formatted(rule.id(), id));
            }
        }
    }

    /** An amount of credit in thousandths. */
    static long milli(DataNode place) {
        return place.asDecimal(0, MOST_CREDITS).movePointRight(3).longValueExact();
    }

    /** The id at this place: small letters, digits and hyphens. */
    static String id(DataNode node) {
        String id = node.text("id");
        if (!ID.matcher(id).matches()) {
            throw node.child("id")
                    .problem("应是2至80个小写字母、数字或连字符", "2 to 80 small letters, digits and hyphens were expected");
        }
        return id;
    }

    /** A key that is an id. */
    static String word(DataNode table, String key) {
        if (!ID.matcher(key).matches()) {
            throw table.problem(
                    "“%s”：应是2至80个小写字母、数字或连字符".formatted(key),
                    "'%s': 2 to 80 small letters, digits and hyphens were expected".formatted(key));
        }
        return key;
    }

    static @Nullable BigDecimal percent(DataNode node, String key) {
        return node.optional(key).map(share -> share.asDecimal(0, 100)).orElse(null);
    }
}
