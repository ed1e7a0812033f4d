package cn.jiangxue.frameworks;

import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Loads the data of this folder from the class path. */
public final class Frameworks {
    private static final String INDEX = "index.yaml";

    private Frameworks() {}

    /**
     * Reads and checks every file that {@code index.yaml} names.
     *
     * @throws BadData for the first thing wrong, with file, place and reason
     */
    public static FrameworkData load() {
        return load(name -> DataFile.read(Frameworks.class, name));
    }

    /**
     * Reads and checks the rule book: institutions, programmes, rules between institutions, sample learners.
     *
     * @throws BadData for the first thing wrong, with file, place and reason
     */
    public static RuleBookData ruleBook() {
        DataNode index = DataFile.read(Frameworks.class, INDEX);
        return RuleBookReading.all(index.list("ruleBook", DataNode::asText), load().creditUnits());
    }

    /** The framework and the standards that {@code index.yaml} names, each as the JSON of its file, the framework first. */
    public static List<String> editions() {
        DataNode index = DataFile.read(Frameworks.class, INDEX);
        return Stream.concat(Stream.of(index.text("framework")), index.list("standards", DataNode::asText).stream())
                .map(name -> DataFile.read(Frameworks.class, name).json())
                .toList();
    }

    /**
     * Reads and checks the ways to a grade beside the examination.
     *
     * @throws BadData for the first thing wrong, with file, place and reason
     */
    public static PromotionPaths promotionPaths() {
        DataNode index = DataFile.read(Frameworks.class, INDEX);
        return new PromotionPathsReading(DataFile.read(Frameworks.class, index.text("promotionPaths"))).paths();
    }

    /** As {@link #load()}, from any place that yields a file's root by its name. */
    static FrameworkData load(Function<String, DataNode> files) {
        DataNode index = files.apply(INDEX)
                .only("creditUnits", "framework", "standards", "transferRules", "ruleBook", "promotionPaths");
        DataNode unitFile = files.apply(index.text("creditUnits")).only("creditUnits");
        List<CreditUnit> units =
                unitFile.distinct(unitFile.list("creditUnits", CreditUnitReading::unit), CreditUnit::id, "credit unit");
        QualificationsFramework framework = new FrameworkReading(units).framework(files.apply(index.text("framework")));
        List<OccupationalStandard> standards = index.list("standards", DataNode::asText).stream()
                .map(name -> new StandardReading(files.apply(name)).standard())
                .sorted(Comparator.comparing(standard -> standard.occupation().code()))
                .toList();
        index.child("standards")
                .distinct(standards, standard -> standard.occupation().code(), "occupation");
        List<TransferRule> rules = TransferRuleReading.rules(files.apply(index.text("transferRules")), units);
        return new FrameworkData(framework, units, standards, rules);
    }
}
