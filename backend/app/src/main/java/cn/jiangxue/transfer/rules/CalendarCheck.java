package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import java.util.List;
import java.util.stream.IntStream;

/** What must be right in the years and terms of a programme: each has a name and a day, and no day is in two of a kind. */
final class CalendarCheck {

    private CalendarCheck() {}

    static List<RuleFault> faults(ProgrammeContent programme) {
        Faults faults = new Faults();
        spans(faults, "years", programme.years());
        spans(faults, "terms", programme.terms());
        return faults.all();
    }

    private static void spans(Faults faults, String list, List<NamedSpan> spans) {
        List<String> ids = spans.stream().map(NamedSpan::id).toList();
        for (int i = 0; i < spans.size(); i++) {
            NamedSpan span = spans.get(i);
            String path = "%s[%d]".formatted(list, i);
            faults.when(span.id().isBlank(), path + ".id", "请填写名称，例如 2026-2027", "Give a name, such as 2026-2027");
            faults.when(ProgrammeCheck.isRepeated(ids, i), path + ".id", "名称与前面的相同", "An earlier one has this name");
            faults.when(!span.until().isAfter(span.from()), path + ".until", "结束日期须晚于开始日期", "It ends after it begins");
            faults.when(
                    IntStream.range(0, i).anyMatch(earlier -> isShared(span, spans.get(earlier))),
                    path + ".from",
                    "与前面的日期重叠",
                    "It shares a day with an earlier one");
        }
    }

    private static boolean isShared(NamedSpan one, NamedSpan other) {
        return one.from().isBefore(other.until())
                && other.from().isBefore(one.until())
                && one.until().isAfter(one.from())
                && other.until().isAfter(other.from());
    }
}
