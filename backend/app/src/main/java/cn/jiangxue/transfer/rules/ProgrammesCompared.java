package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two versions of a programme side by side: what is added, removed and changed. A sentence is found again by its key, wherever it stands. */
public final class ProgrammesCompared {

    private ProgrammesCompared() {}

    /** {@code same}: how many sentences both have alike. */
    public record Result(List<ComparedRow> rows, int same) {}

    /** Part by part; in each the order of the newer version, and then what was removed. */
    public static Result of(List<ProgrammeSentence> older, List<ProgrammeSentence> newer) {
        List<ComparedRow> rows = new ArrayList<>();
        int same = 0;
        for (ProgrammePart part : ProgrammePart.values()) {
            Map<String, ProgrammeSentence> before = of(part, older);
            Map<String, ProgrammeSentence> now = of(part, newer);
            for (ProgrammeSentence is : now.values()) {
                ProgrammeSentence was = before.remove(is.key());
                if (was == null) {
                    rows.add(row(is, RowChange.ADDED, null, is.text()));
                } else if (was.text().equals(is.text()) && was.place().equals(is.place())) {
                    same++;
                } else {
                    rows.add(changed(was, is));
                }
            }
            before.values().forEach(was -> rows.add(row(was, RowChange.REMOVED, was.text(), null)));
        }
        return new Result(List.copyOf(rows), same);
    }

    private static Map<String, ProgrammeSentence> of(ProgrammePart part, List<ProgrammeSentence> sentences) {
        Map<String, ProgrammeSentence> found = new LinkedHashMap<>();
        sentences.stream().filter(each -> each.part() == part).forEach(each -> found.put(each.key(), each));
        return found;
    }

    /** Where it speaks of something else now, both sides say of what. */
    private static ComparedRow changed(ProgrammeSentence was, ProgrammeSentence is) {
        return was.place().equals(is.place())
                ? row(is, RowChange.CHANGED, was.text(), is.text())
                : row(is, RowChange.CHANGED, placed(was), placed(is));
    }

    private static LocalText placed(ProgrammeSentence said) {
        return new LocalText(
                said.place().zh() + "：" + said.text().zh(),
                said.place().en() + ": " + said.text().en());
    }

    private static ComparedRow row(
            ProgrammeSentence where, RowChange change, @Nullable LocalText older, @Nullable LocalText newer) {
        return new ComparedRow(section(where.part()), where.place(), change, older, newer);
    }

    private static LocalText section(ProgrammePart part) {
        return switch (part) {
            case GENERAL -> new LocalText("概况", "General");
            case TARGETS -> new LocalText("可转换的课程", "Targets");
            case CAPS -> new LocalText("转换上限", "Caps");
            case FLOORS -> new LocalText("最低要求", "Floors");
            case EXCLUSIONS -> new LocalText("不计与不得免修", "Exclusions");
            case CALENDAR -> new LocalText("学年与学期", "Years and terms");
        };
    }
}
