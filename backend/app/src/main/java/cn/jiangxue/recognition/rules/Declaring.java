package cn.jiangxue.recognition.rules;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OutcomeLimits;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a learner may declare of elsewhere (rule 10): the same particulars, within the same limits, as institutions state. */
public final class Declaring {

    private static final Pattern TITLE = Pattern.compile(OutcomeLimits.TITLE);
    private static final Pattern ISSUER =
            Pattern.compile("[^\\p{Cntrl}]{2,%d}".formatted(DeclaredOutcomeApi.ISSUER_MOST));
    private static final Pattern NUMBER = Pattern.compile("[^\\p{Cntrl}]{1,%d}".formatted(OutcomeLimits.NUMBER_MOST));
    private static final Pattern CODE = Pattern.compile(OutcomeLimits.CODE);
    private static final UUID ANY_ISSUER = new UUID(0, 0);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Declaring() {}

    /** What is wrong with one field. */
    public record Fault(String field, LocalText message) {}

    /** Without the blanks around what people type; an empty word is none. A field that was not sent at all is told as a fault. */
    public static DeclaredOutcomeEdit tidied(DeclaredOutcomeEdit said) {
        return new DeclaredOutcomeEdit(
                said.type(),
                Objects.requireNonNullElse(said.title(), "").strip(),
                Objects.requireNonNullElse(said.issuer(), "").strip(),
                stripped(said.number()),
                stripped(said.code()),
                stripped(said.occupationCode()),
                said.grade(),
                said.level(),
                said.classHours(),
                said.creditMilli(),
                said.scoreHundredths(),
                said.attainedOn(),
                said.validThrough(),
                Objects.requireNonNullElse(said.files(), List.<DeclaredOutcomeApi.DeclaredFile>of()).stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Every fault of what is said; {@code occupations}: codes that have a standard. */
    public static List<Fault> faults(DeclaredOutcomeEdit said, Set<String> occupations, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        require(
                faults,
                said.type() != null && said.type() != OutcomeType.PRIOR_LEARNING,
                "type",
                "请选择成果种类；先前学习请走先前学习认定，不在这里登记",
                "Choose its kind; prior learning is claimed unit by unit, not here");
        require(
                faults,
                TITLE.matcher(said.title()).matches(),
                "title",
                "请填写名称，1至200字",
                "Give its name, 1 to 200 characters");
        require(
                faults,
                ISSUER.matcher(said.issuer()).matches(),
                "issuer",
                "请填写颁发机构全称，2至100字",
                "Give the full name of whoever issued it, 2 to 100 characters");
        require(
                faults,
                said.number() == null || NUMBER.matcher(said.number()).matches(),
                "number",
                "证书编号不超过64字",
                "The number has at most 64 characters");
        require(
                faults,
                said.code() == null || CODE.matcher(said.code()).matches(),
                "code",
                "代码由字母、数字和 . _ / : - 组成，不超过64位",
                "The code has letters, digits and . _ / : - only, at most 64");
        figures(faults, said);
        grade(faults, said, occupations);
        dates(faults, said, today);
        require(
                faults,
                !said.files().isEmpty() && said.files().size() <= DeclaredOutcomeApi.FILES_MOST,
                "files",
                "请上传1至%d个证明文件".formatted(DeclaredOutcomeApi.FILES_MOST),
                "Upload 1 to %d files that prove it".formatted(DeclaredOutcomeApi.FILES_MOST));
        return faults;
    }

    private static void figures(List<Fault> faults, DeclaredOutcomeEdit said) {
        Integer level = said.level();
        Long credit = said.creditMilli();
        Integer score = said.scoreHundredths();
        require(
                faults,
                level == null || (level >= 1 && level <= OutcomeLimits.LEVEL_MOST),
                "level",
                "等级为1至10",
                "A level is 1 to 10");
        require(
                faults,
                said.classHours() >= 0 && said.classHours() <= OutcomeLimits.CLASS_HOURS_MOST,
                "classHours",
                "学时为0至10000",
                "Class hours are 0 to 10,000");
        require(
                faults,
                credit == null || (credit >= 0 && credit <= OutcomeLimits.CREDIT_MOST_MILLI),
                "creditMilli",
                "学分为0至1000",
                "Credit is 0 to 1,000");
        require(
                faults,
                score == null || (score >= 0 && score <= OutcomeLimits.SCORE_MOST_HUNDREDTHS),
                "scoreHundredths",
                "成绩为0至100",
                "A score is 0 to 100");
    }

    private static void grade(List<Fault> faults, DeclaredOutcomeEdit said, Set<String> occupations) {
        boolean graded = said.type() == OutcomeType.SKILL_GRADE;
        String occupation = said.occupationCode();
        require(
                faults,
                occupation == null ? !graded : occupations.contains(occupation),
                "occupationCode",
                "请选择有职业标准的职业",
                "Choose an occupation that has a standard");
        require(
                faults,
                graded == (said.grade() != null),
                "grade",
                "职业技能等级请选择等级，其他成果不填",
                "A skill grade needs its grade, anything else has none");
    }

    private static void dates(List<Fault> faults, DeclaredOutcomeEdit said, LocalDate today) {
        LocalDate on = said.attainedOn();
        LocalDate through = said.validThrough();
        require(
                faults,
                on != null && !on.isBefore(OutcomeLimits.EARLIEST) && !on.isAfter(today),
                "attainedOn",
                "取得日期不早于1950年，不晚于今天",
                "It was attained after 1949 and not after today");
        require(
                faults,
                through == null || on == null || (!through.isBefore(on) && through.isBefore(OutcomeLimits.LATEST)),
                "validThrough",
                "有效期不早于取得日期",
                "It does not end before it was attained");
    }

    private static void require(List<Fault> faults, boolean holds, String field, String zh, String en) {
        if (!holds) {
            faults.add(new Fault(field, new LocalText(zh, en)));
        }
    }

    /** What another one shares that may be the same, its issuer called by another name: the number, or kind, title and date. */
    public static List<String> marks(OutcomeType type, String title, @Nullable String number, LocalDate attainedOn) {
        return samenesses(ANY_ISSUER, type, title, number, attainedOn);
    }

    /** What another one must share to be the same: issuer and number, or issuer, kind, title and date. */
    public static List<String> samenesses(
            UUID issuer, OutcomeType type, String title, @Nullable String number, LocalDate attainedOn) {
        List<String> same = new ArrayList<>();
        same.add(String.join("\n", "title", issuer.toString(), type.name(), plain(title), attainedOn.toString()));
        if (number != null) {
            same.add(String.join("\n", "number", issuer.toString(), plain(number)));
        }
        return same;
    }

    /** A name that is the same however wide, high or far apart its letters are typed. */
    public static String plain(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
