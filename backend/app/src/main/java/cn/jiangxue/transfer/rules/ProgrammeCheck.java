package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be right in a programme before it is published, by page or by file: every fault, with its place (培养方案编写要求). */
public final class ProgrammeCheck {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int NAME = 200;
    private static final int WORDING = 1_000;
    private static final int WORD = 100;
    private static final int CATEGORIES = 40;
    private static final int TARGETS = 200;
    private static final int UNITS = 60;
    private static final int LIMITS = 40;
    private static final int SPANS = 60;
    private static final int LEVELS = 8;
    private static final long MOST_MILLI = 100_000_000;

    private final ProgrammeContent programme;
    private final Faults faults = new Faults();

    private ProgrammeCheck(ProgrammeContent programme) {
        this.programme = programme;
    }

    /** Ids of programmes, targets, categories and competence units: small letters, digits and hyphens. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Empty when it may be published, as far as it can be judged from itself. */
    public static List<RuleFault> faults(ProgrammeContent programme) {
        ProgrammeCheck check = new ProgrammeCheck(programme);
        check.faults.addAll(limits(programme));
        check.general();
        check.categories();
        check.targets();
        check.faults.addAll(ProgrammeLimits.faults(programme));
        check.faults.addAll(CalendarCheck.faults(programme));
        return check.faults.all();
    }

    /** As {@link #faults(ProgrammeContent)}, and the institutions that caps speak of exist. */
    public static List<RuleFault> faults(ProgrammeContent programme, Set<UUID> institutions) {
        Faults faults = new Faults();
        faults.addAll(faults(programme));
        for (int i = 0; i < programme.caps().size(); i++) {
            String key = programme.caps().get(i).key();
            faults.when(
                    programme.caps().get(i).over() == CapOver.INSTITUTION
                            && key != null
                            && ProgrammeLimits.isUuid(key)
                            && !institutions.contains(UUID.fromString(key)),
                    "caps[%d].key".formatted(i),
                    "机构须是已登记的机构",
                    "The institution is a registered one");
        }
        return faults.all();
    }

    /** Those that caps speak of. */
    public static Set<UUID> institutions(ProgrammeContent programme) {
        return programme.caps().stream()
                .filter(cap -> cap.over() == CapOver.INSTITUTION)
                .map(ProgrammeCap::key)
                .filter(Objects::nonNull)
                .filter(ProgrammeLimits::isUuid)
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What must not grow without end even in a draft, and what could not be kept; the rest may be unfinished there. */
    public static List<RuleFault> limits(ProgrammeContent programme) {
        Faults faults = new Faults();
        faults.when(longest(programme.name()) > NAME, "name", "名称至多200字", "At most 200 characters");
        faults.when(programme.categories().size() > CATEGORIES, "categories", "类别至多40个", "At most 40 categories");
        faults.when(programme.targets().size() > TARGETS, "targets", "课程至多200门", "At most 200 targets");
        faults.when(programme.caps().size() > LIMITS, "caps", "上限至多40条", "At most 40 caps");
        faults.when(programme.floors().size() > LIMITS, "floors", "最低要求至多40条", "At most 40 floors");
        faults.when(programme.neverExemptible().size() > TARGETS, "neverExemptible", "至多200门", "At most 200 targets");
        faults.when(programme.years().size() > SPANS, "years", "学年至多60个", "At most 60 years");
        faults.when(programme.terms().size() > SPANS, "terms", "学期至多60个", "At most 60 terms");
        faults.when(
                programme.targets().stream().anyMatch(target -> target.units().size() > UNITS),
                "targets",
                "一门课程至多60个能力单元",
                "At most 60 competence units in a target");
        faults.when(
                !programme.categories().keySet().stream().allMatch(ProgrammeCheck::isId),
                "categories",
                "类别编号为2至80个小写字母、数字或连字符",
                "The id of a category is 2 to 80 small letters, digits and hyphens");
        for (int i = 0; i < programme.targets().size(); i++) {
            faults.when(
                    !programme.targets().get(i).units().keySet().stream().allMatch(ProgrammeCheck::isId),
                    "targets[%d].units".formatted(i),
                    "能力单元编号为2至80个小写字母、数字或连字符，例如 turn-4-1",
                    "The id of a competence unit is 2 to 80 small letters, digits and hyphens, such as turn-4-1");
        }
        faults.when(
                grounds(programme).anyMatch(ProgrammeCheck::isLong),
                "grounds",
                "约定和依据各至多1000字",
                "Wording and clause have at most 1,000 characters");
        faults.when(
                names(programme).anyMatch(name -> longest(name) > NAME),
                "targets",
                "名称至多200字",
                "A name has at most 200 characters");
        faults.when(
                words(programme).anyMatch(word -> word.length() > WORD),
                "targets",
                "编号至多100字",
                "A code has at most 100 characters");
        return faults.all();
    }

    private static Stream<RuleGrounds> grounds(ProgrammeContent programme) {
        return Stream.of(
                        Stream.of(programme.grounds()),
                        Stream.ofNullable(programme.highestOnly()),
                        Stream.ofNullable(programme.neverExemptibleGrounds()),
                        programme.caps().stream().map(ProgrammeCap::grounds),
                        programme.floors().stream().map(ProgrammeFloor::grounds))
                .flatMap(each -> each);
    }

    private static boolean isLong(RuleGrounds grounds) {
        return longest(grounds.wording()) > WORDING || longest(grounds.clause()) > WORDING;
    }

    private static Stream<LocalText> names(ProgrammeContent programme) {
        return Stream.concat(
                programme.categories().values().stream(),
                programme.targets().stream().map(ProgrammeTarget::name));
    }

    private static Stream<String> words(ProgrammeContent programme) {
        return Stream.of(
                        programme.targets().stream().flatMap(target -> Stream.of(target.id(), target.category())),
                        programme.caps().stream()
                                .flatMap(cap -> Stream.of(cap.id(), Objects.requireNonNullElse(cap.key(), ""))),
                        programme.floors().stream()
                                .flatMap(floor ->
                                        Stream.of(floor.id(), Objects.requireNonNullElse(floor.category(), ""))),
                        programme.neverExemptible().stream(),
                        programme.years().stream().map(NamedSpan::id),
                        programme.terms().stream().map(NamedSpan::id))
                .flatMap(each -> each);
    }

    private static int longest(LocalText text) {
        return Math.max(text.zh().length(), text.en().length());
    }

    private void general() {
        faults.when(RuleCheck.isHalf(programme.name()), "name", "请填写中文和英文名称", "Give a name in Chinese and in English");
        faults.when(isNoLevel(programme.level()), "level", "资历等级为1至8", "Levels are 1 to 8");
        faults.when(
                !isAmount(programme.totalMilli()),
                "totalMilli",
                "总学分须大于0，至多100000",
                "The total is above zero, 100,000 at most");
        faults.when(
                programme.effectiveUntil() != null
                        && !programme.effectiveUntil().isAfter(programme.effectiveFrom()),
                "effectiveUntil",
                "失效日期须晚于施行日期",
                "The last date lies after the first");
        grounds(faults, "grounds", programme.grounds());
    }

    static void grounds(Faults faults, String path, RuleGrounds grounds) {
        faults.when(
                RuleCheck.isHalf(grounds.wording()),
                path + ".wording",
                "请用中文和英文写明约定内容",
                "Say in Chinese and in English what is agreed");
        faults.when(
                RuleCheck.isHalf(grounds.clause()),
                path + ".clause",
                "请写明依据的文件和条款（中文和英文）",
                "Name the paper and the clause, in Chinese and in English");
    }

    private void categories() {
        programme
                .categories()
                .forEach((id, name) -> faults.when(
                        RuleCheck.isHalf(name),
                        "categories[%s]".formatted(id),
                        "请填写类别的中文和英文名称",
                        "Give the category a name in Chinese and in English"));
    }

    private void targets() {
        List<String> ids = programme.targets().stream().map(ProgrammeTarget::id).toList();
        for (int i = 0; i < programme.targets().size(); i++) {
            ProgrammeTarget target = programme.targets().get(i);
            String path = "targets[%d]".formatted(i);
            faults.when(
                    !isId(target.id()),
                    path + ".id",
                    "编号为2至80个小写字母、数字或连字符",
                    "An id is 2 to 80 small letters, digits and hyphens");
            faults.when(isRepeated(ids, i), path + ".id", "编号与前面的课程相同", "An earlier target has this id");
            faults.when(
                    RuleCheck.isHalf(target.name()),
                    path + ".name",
                    "请填写中文和英文名称",
                    "Give a name in Chinese and in English");
            faults.when(!isAmount(target.milli()), path + ".milli", "学分须大于0", "Credit is above zero");
            faults.when(
                    !programme.categories().containsKey(target.category()),
                    path + ".category",
                    "请从本方案的类别中选择",
                    "Choose one of the categories of the programme");
            faults.when(isNoLevel(target.level()), path + ".level", "资历等级为1至8", "Levels are 1 to 8");
            faults.when(
                    target.units().values().stream()
                            .anyMatch(weight -> weight.signum() <= 0 || weight.compareTo(ALL) > 0),
                    path + ".units",
                    "能力单元的权重须大于0，至多100",
                    "The weight of a competence unit is above zero, 100 at most");
        }
    }

    static boolean isRepeated(List<String> ids, int at) {
        return IntStream.range(0, at).anyMatch(i -> ids.get(i).equals(ids.get(at)));
    }

    static boolean isAmount(long milli) {
        return milli > 0 && milli <= MOST_MILLI;
    }

    static boolean isNoLevel(@Nullable Integer level) {
        return level != null && (level < 1 || level > LEVELS);
    }
}
