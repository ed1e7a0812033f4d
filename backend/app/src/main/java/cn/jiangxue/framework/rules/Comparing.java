package cn.jiangxue.framework.rules;

import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.framework.rules.Rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two versions side by side: which rows were added, removed and changed. A row is found again by its id, wherever in a list it stands. */
public final class Comparing {

    private Comparing() {}

    /** {@code same}: how many rows both have alike. */
    public record Result(List<ComparedRow> rows, int same) {}

    /** Rows in the order of the newer version; what was removed comes after. Versions of different kinds have nothing in common. */
    public static Result of(VersionContent older, VersionContent newer) {
        Map<String, Row> before = rows(older);
        Map<String, Row> now = rows(newer);
        List<ComparedRow> differing = new ArrayList<>();
        int same = 0;
        for (Map.Entry<String, Row> entry : now.entrySet()) {
            Row was = before.get(entry.getKey());
            Row is = entry.getValue();
            if (was != null && was.text().equals(is.text())) {
                same++;
            } else {
                differing.add(row(was, is));
            }
        }
        before.forEach((key, was) -> {
            if (!now.containsKey(key)) {
                differing.add(row(was, null));
            }
        });
        return new Result(List.copyOf(differing), same);
    }

    private static Map<String, Row> rows(VersionContent content) {
        if (content.standard() != null) {
            return Rows.of(content.standard());
        }
        return content.framework() == null ? Map.of() : Rows.of(content.framework());
    }

    private static ComparedRow row(@Nullable Row was, @Nullable Row is) {
        if (is == null) {
            if (was == null) {
                throw new IllegalArgumentException("a row stands in one version at least");
            }
            return new ComparedRow(was.section(), was.place(), RowChange.REMOVED, was.text(), null);
        }
        return was == null
                ? new ComparedRow(is.section(), is.place(), RowChange.ADDED, null, is.text())
                : new ComparedRow(is.section(), is.place(), RowChange.CHANGED, was.text(), is.text());
    }
}
