package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.transfer.RuleVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What must be right in a rule before it can be sent or tried: every fault, with its place (规则编写要求). */
public final class RuleCheck {

    /** The awarding institution, and one issuer for each outcome. */
    private static final int PARTIES = 1 + RuleVersion.SOURCES_LIMIT;

    private static final int TARGETS = 20;
    private static final int NAME = 200;
    private static final int WORDING = 1_000;
    private static final int CODE = 100;
    private static final int LEVELS = 8;

    private final RuleContent rule;
    private final @Nullable ProgrammeContent programme;
    private final Faults faults = new Faults();

    private RuleCheck(RuleContent rule, @Nullable ProgrammeContent programme) {
        this.rule = rule;
        this.programme = programme;
    }

    /**
     * Empty when it may be sent.
     *
     * @param programme in the version of the day; null when there is none
     * @param institutions those of the parties and issuers that exist
     * @param creditUnits ids that may be named
     */
    public static List<RuleFault> faults(
            RuleContent rule, @Nullable ProgrammeContent programme, Set<UUID> institutions, Set<String> creditUnits) {
        RuleCheck check = new RuleCheck(rule, programme);
        check.words();
        check.parties(institutions);
        check.time();
        check.sources(institutions);
        check.gives();
        check.bands();
        check.faults.addAll(TermsCheck.faults(rule, programme, creditUnits));
        return check.faults.all();
    }

    /** Texts that must not grow without end even in a draft; the rest may be unfinished there. */
    public static List<RuleFault> limits(RuleContent rule) {
        Faults faults = new Faults();
        faults.when(longest(rule.name()) > NAME, "name", "名称至多200字", "At most 200 characters");
        faults.when(
                longest(rule.grounds().wording()) > WORDING, "grounds.wording", "至多1000字", "At most 1,000 characters");
        faults.when(
                longest(rule.grounds().clause()) > WORDING, "grounds.clause", "至多1000字", "At most 1,000 characters");
        faults.when(rule.programme().length() > CODE, "programme", "至多100字", "At most 100 characters");
        faults.when(
                rule.parties().size() > PARTIES,
                "parties",
                "至多%d方".formatted(PARTIES),
                "At most %d parties".formatted(PARTIES));
        faults.when(rule.sources().size() > RuleVersion.SOURCES_LIMIT, "sources", "至多8项成果", "At most 8 outcomes");
        faults.when(rule.gives().targets().size() > TARGETS, "gives.targets", "至多20门", "At most 20 targets");
        faults.when(
                rule.worth().rows().size() > TARGETS
                        || rule.keeps().decay().size() > TARGETS
                        || rule.records().bands().size() > TARGETS,
                "worth.rows",
                "表格至多20行",
                "At most 20 rows in a table");
        faults.when(
                rule.sources().stream()
                        .anyMatch(source -> longest(source.code()) > CODE || longest(source.occupationCode()) > CODE),
                "sources",
                "编号至多100字",
                "A code has at most 100 characters");
        return faults.all();
    }

    private static int longest(LocalText text) {
        return Math.max(text.zh().length(), text.en().length());
    }

    private static int longest(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private void words() {
        faults.addAll(limits(rule));
        faults.when(isHalf(rule.name()), "name", "请填写中文和英文名称", "Give a name in Chinese and in English");
        faults.when(
                isHalf(rule.grounds().wording()),
                "grounds.wording",
                "请用中文和英文写明约定内容",
                "Say in Chinese and in English what is agreed");
        faults.when(
                isHalf(rule.grounds().clause()),
                "grounds.clause",
                "请写明依据的文件和条款（中文和英文）",
                "Name the paper and the clause, in Chinese and in English");
    }

    static boolean isHalf(LocalText text) {
        return text.zh().isBlank() || text.en().isBlank();
    }

    private void parties(Set<UUID> institutions) {
        faults.when(rule.parties().isEmpty(), "parties", "至少一方签署", "At least one party signs");
        faults.when(
                rule.parties().stream().distinct().count() != rule.parties().size(),
                "parties",
                "同一机构只列一次",
                "Each institution once");
        faults.when(
                !institutions.containsAll(rule.parties()),
                "parties",
                "签署方须是已登记的机构",
                "Parties are registered institutions");
        faults.when(
                programme != null && !rule.parties().contains(programme.institution()),
                "parties",
                "授予学分的机构必须是签署方",
                "The institution that grants the credit is a party");
    }

    private void time() {
        faults.when(
                rule.effectiveUntil() != null && !rule.effectiveUntil().isAfter(rule.effectiveFrom()),
                "effectiveUntil",
                "失效日期须晚于施行日期",
                "The last date lies after the first");
    }

    private void sources(Set<UUID> institutions) {
        faults.when(rule.sources().isEmpty(), "sources", "至少一项成果", "At least one outcome");
        for (int i = 0; i < rule.sources().size(); i++) {
            SourceAsked source = rule.sources().get(i);
            String path = "sources[%d]".formatted(i);
            faults.when(
                    source.issuer() != null && !institutions.contains(source.issuer()),
                    path + ".issuer",
                    "颁发机构须是已登记的机构",
                    "The issuer is a registered institution");
            faults.when(
                    source.issuer() != null && !rule.parties().contains(source.issuer()),
                    path + ".issuer",
                    "成果的颁发机构必须是签署方（匠学学分转换规则管理办法（示范）第1条），请将其加入签署方，或不限定颁发机构",
                    "The institution that issues the outcome is a party (rule 1 of signing); add it to the parties, or name no issuer");
            faults.when(
                    source.leastLevel() != null && (source.leastLevel() < 1 || source.leastLevel() > LEVELS),
                    path + ".leastLevel",
                    "资历等级为1至8",
                    "Levels are 1 to 8");
        }
    }

    private void gives() {
        boolean pool = rule.gives().category() != null;
        List<String> targets = rule.gives().targets();
        faults.when(programme == null, "programme", "请选择施行中的培养方案", "Choose a programme that is in force");
        faults.when(pool == !targets.isEmpty(), "gives", "请选择类别或课程，二者取一", "Choose either a category or courses");
        faults.when(
                targets.stream().distinct().count() != targets.size(), "gives.targets", "同一课程只列一次", "Each course once");
        faults.when(
                programme != null && targets.stream().anyMatch(id -> target(id).isEmpty()),
                "gives.targets",
                "所列课程须在该方案之中",
                "The courses are those of the programme");
        faults.when(
                programme != null
                        && pool
                        && !programme.categories().containsKey(rule.gives().category()),
                "gives.category",
                "所选类别须在该方案之中",
                "The category is one of the programme");
        faults.when(
                programme != null && targets.stream().anyMatch(programme.neverExemptible()::contains),
                "gives.targets",
                "不得免修的课程不能列入",
                "Courses that are never exempted cannot be named");
    }

    private Optional<ProgrammeTarget> target(String id) {
        return programme == null
                ? Optional.empty()
                : programme.targets().stream()
                        .filter(target -> target.id().equals(id))
                        .findFirst();
    }

    private void bands() {
        var bands = rule.records().bands();
        faults.when(
                (rule.records().as() == RecordedAs.CONVERTED) == bands.isEmpty(),
                "records.bands",
                "按原成绩换算时须有分档，其他方式没有",
                "Bands belong to converted marks, and only to them");
        faults.when(
                IntStream.range(0, bands.size())
                        .anyMatch(i -> !TermsCheck.isPercent(bands.get(i).fromPercent())
                                || isHalf(bands.get(i).mark())),
                "records.bands",
                "每档须有0至100的起分和中英文等第",
                "Each band has a score of 0 to 100 and a mark in both languages");
    }
}
