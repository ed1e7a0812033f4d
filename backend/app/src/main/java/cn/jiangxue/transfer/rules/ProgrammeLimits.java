package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.transfer.OutcomeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be right in the caps, floors and exclusions of a programme. */
final class ProgrammeLimits {

    private static final Pattern CIVIL_YEAR = Pattern.compile("\\d{4}");
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int OUTCOMES = 1_000;

    private final ProgrammeContent programme;
    private final Faults faults = new Faults();

    private ProgrammeLimits(ProgrammeContent programme) {
        this.programme = programme;
    }

    static List<RuleFault> faults(ProgrammeContent programme) {
        ProgrammeLimits check = new ProgrammeLimits(programme);
        check.caps();
        check.floors();
        check.never();
        if (programme.highestOnly() != null) {
            ProgrammeCheck.grounds(check.faults, "highestOnly", programme.highestOnly());
        }
        return check.faults.all();
    }

    static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    private void caps() {
        List<String> ids = programme.caps().stream().map(ProgrammeCap::id).toList();
        for (int i = 0; i < programme.caps().size(); i++) {
            ProgrammeCap cap = programme.caps().get(i);
            String path = "caps[%d]".formatted(i);
            named(path, ids, i);
            faults.when(
                    Stream.of(cap.mostMilli(), cap.mostPercent(), cap.outcomes())
                                    .filter(Objects::nonNull)
                                    .count()
                            != 1,
                    path + ".most",
                    "学分、百分比、项数，三者填写一项",
                    "Exactly one of credits, percentage and number");
            amount(path + ".most", cap.mostMilli(), cap.mostPercent());
            faults.when(
                    cap.outcomes() != null && (cap.outcomes() < 0 || cap.outcomes() > OUTCOMES),
                    path + ".most",
                    "项数为0至1000",
                    "A number is 0 to 1,000");
            faults.when(
                    cap.outcomes() != null && (cap.over() == CapOver.SOURCE || cap.over() == CapOver.CATEGORY),
                    path + ".most",
                    "单项来源和类别的上限只能是学分或百分比，不能是项数",
                    "A cap per source or category is of credit or a percentage, not a number");
            key(path + ".key", cap);
            ProgrammeCheck.grounds(faults, path + ".grounds", cap.grounds());
        }
    }

    /** A cap that speaks of nothing the programme knows would never bind. */
    private void key(String path, ProgrammeCap cap) {
        String key = cap.key();
        switch (cap.over()) {
            case SOURCE, PROGRAMME ->
                faults.when(key != null, path, "这种上限不分具体对象", "This kind of cap names nothing in particular");
            case CATEGORY ->
                faults.when(
                        key != null && !programme.categories().containsKey(key),
                        path,
                        "类别须在本方案之中",
                        "The category is one of the programme");
            case YEAR ->
                faults.when(
                        key != null
                                && !isNamed(programme.years(), key)
                                && !CIVIL_YEAR.matcher(key).matches(),
                        path,
                        "学年须在本方案的学年之中，或是四位年份",
                        "The year is one of the programme, or a civil year of four digits");
            case TERM -> {
                faults.when(
                        programme.terms().isEmpty(),
                        path,
                        "方案没有列出学期，按学期的上限不起作用",
                        "The programme names no terms, so a cap per term never binds");
                faults.when(
                        key != null && !programme.terms().isEmpty() && !isNamed(programme.terms(), key),
                        path,
                        "学期须在本方案的学期之中",
                        "The term is one of the programme");
            }
            case INSTITUTION -> faults.when(key != null && !isUuid(key), path, "请选择机构", "Choose an institution");
            case TYPE -> faults.when(key != null && !isKind(key), path, "请选择成果类型", "Choose a kind of outcome");
        }
    }

    private static boolean isNamed(List<NamedSpan> spans, String id) {
        return spans.stream().anyMatch(span -> span.id().equals(id));
    }

    private static boolean isKind(String key) {
        return Stream.of(OutcomeKind.values()).anyMatch(kind -> kind.name().equals(key));
    }

    private void floors() {
        List<String> ids = programme.floors().stream().map(ProgrammeFloor::id).toList();
        for (int i = 0; i < programme.floors().size(); i++) {
            ProgrammeFloor floor = programme.floors().get(i);
            String path = "floors[%d]".formatted(i);
            named(path, ids, i);
            faults.when(
                    (floor.leastMilli() == null) == (floor.leastPercent() == null),
                    path + ".least",
                    "学分和百分比，二者填写一项",
                    "Exactly one of credits and percentage");
            amount(path + ".least", floor.leastMilli(), floor.leastPercent());
            faults.when(
                    floor.leastMilli() != null && floor.leastMilli() > programme.totalMilli(),
                    path + ".least",
                    "最低要求不能超过总学分",
                    "A floor is no more than the whole programme");
            faults.when(
                    (floor.over() == FloorOver.CATEGORY)
                            != (floor.category() != null
                                    && programme.categories().containsKey(floor.category())),
                    path + ".category",
                    "按类别的最低要求须选择本方案的类别，其他不选",
                    "A category of the programme belongs to a floor per category, and only to it");
            levels(path + ".levels", floor);
            ProgrammeCheck.grounds(faults, path + ".grounds", floor.grounds());
        }
    }

    private void levels(String path, ProgrammeFloor floor) {
        Integer first = floor.firstLevel();
        Integer last = floor.lastLevel();
        if (floor.over() != FloorOver.LEVELS) {
            faults.when(
                    first != null || last != null, path, "只有按等级的最低要求才有等级", "Levels belong to a floor per level only");
            return;
        }
        boolean whole = first != null
                && last != null
                && !ProgrammeCheck.isNoLevel(first)
                && !ProgrammeCheck.isNoLevel(last)
                && first <= last;
        faults.when(!whole, path, "请填写从几级到几级，1至8，先低后高", "Give the first and the last level, 1 to 8, the lower first");
    }

    private void named(String path, List<String> ids, int at) {
        faults.when(
                !ProgrammeCheck.isId(ids.get(at)),
                path + ".id",
                "编号为2至80个小写字母、数字或连字符",
                "An id is 2 to 80 small letters, digits and hyphens");
        faults.when(ProgrammeCheck.isRepeated(ids, at), path + ".id", "编号与前面的一条相同", "An earlier one has this id");
    }

    private void amount(String path, @Nullable Long milli, @Nullable BigDecimal percent) {
        faults.when(
                milli != null && milli != 0 && !ProgrammeCheck.isAmount(milli),
                path,
                "学分不能小于0，至多100000",
                "Credit is not below zero, 100,000 at most");
        faults.when(
                percent != null && !TermsCheck.isPercent(percent),
                path,
                "百分比为0至100，至多三位小数",
                "0 to 100 with three decimals at most");
    }

    private void never() {
        List<String> never = programme.neverExemptible();
        faults.when(
                never.isEmpty() != (programme.neverExemptibleGrounds() == null),
                "neverExemptible",
                "不得免修须同时有课程和依据",
                "Targets that are never exempted come with their grounds, and grounds with targets");
        List<String> targets =
                programme.targets().stream().map(ProgrammeTarget::id).toList();
        faults.when(
                !targets.containsAll(never),
                "neverExemptible",
                "所列课程须在本方案之中",
                "The targets are those of the programme");
        faults.when(
                never.stream().distinct().count() != never.size(), "neverExemptible", "同一课程只列一次", "Each target once");
        if (programme.neverExemptibleGrounds() != null) {
            ProgrammeCheck.grounds(faults, "neverExemptibleGrounds", programme.neverExemptibleGrounds());
        }
    }
}
