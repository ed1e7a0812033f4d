package cn.jiangxue.frameworks;

import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;
import java.util.function.Supplier;

/** Reads one standard or framework as text, JSON or YAML, by the same checks as the files of this folder. */
public final class EditionReading {

    private static final String NAME = "text";

    private EditionReading() {}

    /** @throws BadData for the first thing wrong */
    public static OccupationalStandard standard(String text) {
        return new StandardReading(DataFile.parse(NAME, text)).standard();
    }

    /** @throws BadData for the first thing wrong */
    public static QualificationsFramework framework(String text, List<CreditUnit> units) {
        return new FrameworkReading(units).framework(DataFile.parse(NAME, text));
    }

    /** Everything wrong that can be told at once, at most 200 things, each with its place; empty when it is sound. */
    public static List<BadData> standardFaults(String text) {
        return faults(() -> new StandardReading(DataFile.parse(NAME, text)).faults());
    }

    /** As {@link #standardFaults}. */
    public static List<BadData> frameworkFaults(String text, List<CreditUnit> units) {
        return faults(() -> new FrameworkReading(units).faults(DataFile.parse(NAME, text)));
    }

    private static List<BadData> faults(Supplier<List<BadData>> reading) {
        try {
            return reading.get();
        } catch (BadData bad) {
            return List.of(bad);
        }
    }

    /**
     * Whether the text means a framework, which has levels, and not a standard, which has grades.
     *
     * @throws BadData when it cannot be read at all
     */
    public static boolean isFramework(String text) {
        DataNode root = DataFile.parse(NAME, text);
        return root.optional("levels").isPresent() && root.optional("grades").isEmpty();
    }

    /**
     * The same as JSON.
     *
     * @throws BadData when it cannot be read at all
     */
    public static String json(String text) {
        return DataFile.parse(NAME, text).json();
    }
}
