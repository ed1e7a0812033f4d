package cn.jiangxue.stating.rules;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OutcomeLimits;
import cn.jiangxue.stating.rules.StatedRow.Holder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row: every value by itself, then those that must fit together. */
public final class RowReading {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final Pattern CODE = Pattern.compile(OutcomeLimits.CODE);
    private static final Pattern TITLE = Pattern.compile(OutcomeLimits.TITLE);
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,50}");
    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1,64}");
    private static final Pattern OCCUPATION = Pattern.compile("\\d-\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern UNIT_GAP = Pattern.compile("\\s*[;；]\\s*");
    private static final int UNITS_MOST = 50;
    private static final Map<String, Grade> GRADES = Map.ofEntries(
            Map.entry("学徒工", Grade.APPRENTICE),
            Map.entry("初级工", Grade.JUNIOR),
            Map.entry("五级", Grade.JUNIOR),
            Map.entry("中级工", Grade.INTERMEDIATE),
            Map.entry("四级", Grade.INTERMEDIATE),
            Map.entry("高级工", Grade.SENIOR),
            Map.entry("三级", Grade.SENIOR),
            Map.entry("技师", Grade.TECHNICIAN),
            Map.entry("二级", Grade.TECHNICIAN),
            Map.entry("高级技师", Grade.SENIOR_TECHNICIAN),
            Map.entry("一级", Grade.SENIOR_TECHNICIAN),
            Map.entry("特级技师", Grade.SPECIAL_TECHNICIAN),
            Map.entry("首席技师", Grade.CHIEF_TECHNICIAN));
    private static final Map<String, OutcomeType> TYPES = Map.ofEntries(
            Map.entry("课程", OutcomeType.COURSE),
            Map.entry("培训", OutcomeType.TRAINING),
            Map.entry("职业技能等级", OutcomeType.SKILL_GRADE),
            Map.entry("职业资格", OutcomeType.VOCATIONAL_QUALIFICATION),
            Map.entry("专项职业能力", OutcomeType.SPECIAL_ABILITY),
            Map.entry("学历教育课程", OutcomeType.DEGREE_COURSE),
            Map.entry("学历学位", OutcomeType.DEGREE),
            Map.entry("技能竞赛成绩", OutcomeType.COMPETITION),
            Map.entry("技术创新成果", OutcomeType.INNOVATION),
            Map.entry("学徒培养", OutcomeType.APPRENTICESHIP),
            Map.entry("工作经历", OutcomeType.WORK_EXPERIENCE),
            Map.entry("专业技术职称", OutcomeType.PROFESSIONAL_TITLE),
            Map.entry("先前学习认定", OutcomeType.PRIOR_LEARNING));

    private RowReading() {}

    /** What a row says. */
    public sealed interface Reading {

        record Good(StatedRow row) implements Reading {}

        /** {@code number}: as far as it could be read. {@code faults}: every one. */
        record Bad(String number, List<Fault> faults) implements Reading {

            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * @param values what stands in the cells, without blanks around it
     * @param formulas columns whose cell asks to be calculated
     * @param occupations codes that have a standard
     */
    public static Reading read(
            Map<Column, String> values, Set<Column> formulas, Set<String> occupations, LocalDate today) {
        Cells cells = new Cells(values);
        formulas.forEach(column -> cells.fault(
                column,
                new LocalText("单元格是公式，本系统不计算公式", "The cell is a formula; formulas are not calculated"),
                new LocalText("复制后“粘贴为数值”，再重新导入", "Copy it, paste it as a value, and import again")));
        StatedRow row = row(cells, occupations, today);
        return cells.faults().isEmpty()
                ? new Reading.Good(row)
                : new Reading.Bad(shownNumber(cells.text(Column.NUMBER)), cells.faults());
    }

    private static String shownNumber(String text) {
        return text.length() > OutcomeLimits.NUMBER_MOST ? text.substring(0, OutcomeLimits.NUMBER_MOST) : text;
    }

    private static StatedRow row(Cells cells, Set<String> occupations, LocalDate today) {
        String title = cells.text(Column.TITLE, TITLE);
        String titleEn = cells.text(Column.TITLE_EN, TITLE);
        OutcomeType type = cells.read(Column.TYPE, RowReading::type);
        String occupation = cells.textOrNull(Column.OCCUPATION, OCCUPATION);
        Grade grade = cells.read(Column.GRADE, RowReading::grade);
        requireKnown(cells, occupation, occupations);
        requireGrade(cells, type, occupation, grade);
        LocalDate attainedOn = cells.date(Column.ATTAINED_ON, OutcomeLimits.EARLIEST, today);
        LocalDate through = cells.date(Column.VALID_THROUGH, OutcomeLimits.EARLIEST, OutcomeLimits.LATEST);
        requireOrder(cells, attainedOn, through);
        Integer hours = cells.whole(Column.HOURS, 0, OutcomeLimits.CLASS_HOURS_MOST);
        Long score = cells.scaled(Column.SCORE, 2, 0, OutcomeLimits.SCORE_MOST_HUNDREDTHS);
        String evidence = cells.textOrNull(Column.EVIDENCE, HASH);
        String group = cells.textOrNull(Column.GROUP, ANY);
        Integer rank = cells.whole(Column.RANK, 1, 100);
        requireBoth(cells, group, rank);
        return new StatedRow(
                cells.text(Column.NUMBER, NUMBER),
                holder(cells),
                Objects.requireNonNullElse(type, OutcomeType.TRAINING),
                cells.text(Column.CODE, CODE),
                new LocalText(title, titleEn.isEmpty() ? title : titleEn),
                occupation,
                grade,
                cells.whole(Column.LEVEL, 1, OutcomeLimits.LEVEL_MOST),
                hours == null ? 0 : hours,
                cells.scaled(Column.CREDITS, 3, 0, OutcomeLimits.CREDIT_MOST_MILLI),
                score == null ? null : score.intValue(),
                Objects.requireNonNullElse(attainedOn, today),
                through == null ? null : through.plusDays(1),
                evidence == null ? null : evidence.toLowerCase(java.util.Locale.ROOT),
                units(cells),
                group,
                rank == null ? 0 : rank);
    }

    /** One of two ways to say who it is. */
    private static Holder holder(Cells cells) {
        String name = cells.text(Column.NAME, NAME);
        String number = cells.textOrNull(Column.IDENTITY_NUMBER, ANY);
        String login = cells.textOrNull(Column.LOGIN, ANY);
        if ((number == null) == (login == null)) {
            cells.fault(
                    Column.IDENTITY_NUMBER,
                    number == null
                            ? new LocalText("身份证号与账号都没有填写", "Neither identity number nor login is given")
                            : new LocalText("身份证号与账号只能填一项", "Both identity number and login are given"),
                    new LocalText("只填写其中一项", "Give exactly one of the two"));
        }
        return new Holder(number, login, name);
    }

    private static void requireKnown(Cells cells, @Nullable String occupation, Set<String> occupations) {
        if (occupation != null && !occupations.contains(occupation)) {
            cells.fault(
                    Column.OCCUPATION,
                    new LocalText(
                            "没有编码为 " + occupation + " 的职业标准", "No occupational standard has the code " + occupation),
                    new LocalText("在“职业标准”页核对编码，或空着", "Check the code on the standards page, or leave it empty"));
        }
    }

    /** A skill grade is one of an occupation; its place among the others follows. */
    private static void requireGrade(
            Cells cells, @Nullable OutcomeType type, @Nullable String occupation, @Nullable Grade grade) {
        if (type != OutcomeType.SKILL_GRADE) {
            return;
        }
        if (cells.text(Column.OCCUPATION).isEmpty() && occupation == null) {
            cells.malformed(Column.OCCUPATION);
        }
        if (cells.text(Column.GRADE).isEmpty() && grade == null) {
            cells.malformed(Column.GRADE);
        }
    }

    private static void requireOrder(Cells cells, @Nullable LocalDate attainedOn, @Nullable LocalDate through) {
        if (attainedOn != null && through != null && through.isBefore(attainedOn)) {
            cells.fault(
                    Column.VALID_THROUGH,
                    new LocalText("有效期至早于取得日期", "It ends before it was attained"),
                    new LocalText("核对两个日期", "Check both dates"));
        }
    }

    private static void requireBoth(Cells cells, @Nullable String group, @Nullable Integer rank) {
        boolean one =
                cells.text(Column.GROUP).isEmpty() != cells.text(Column.RANK).isEmpty();
        if (one) {
            cells.malformed(group == null ? Column.GROUP : Column.RANK);
        }
        if (group != null && group.startsWith("grade:") && rank != null) {
            cells.fault(
                    Column.GROUP,
                    new LocalText("以 grade: 开头的组由系统使用", "Groups that begin with grade: are used by the system"),
                    new LocalText("换一个组名", "Choose another name"));
        }
    }

    private static List<String> units(Cells cells) {
        String text = cells.text(Column.UNITS);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> units = Arrays.stream(UNIT_GAP.split(text, -1))
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (units.size() > UNITS_MOST
                || units.stream().anyMatch(unit -> !CODE.matcher(unit).matches())) {
            cells.malformed(Column.UNITS);
            return List.of();
        }
        return units;
    }

    private static @Nullable OutcomeType type(String text) {
        return named(OutcomeType.values(), text).orElse(TYPES.get(text));
    }

    private static @Nullable Grade grade(String text) {
        return named(Grade.values(), text).orElse(GRADES.get(text));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
