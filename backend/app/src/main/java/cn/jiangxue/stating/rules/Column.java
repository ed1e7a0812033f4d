package cn.jiangxue.stating.rules;

import cn.jiangxue.contract.LocalText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of stated outcomes. A header says the key or the Chinese name. */
public enum Column {
    NUMBER(
            "成果编号",
            "Outcome number",
            true,
            "本单位编号，1至64个字母、数字或 - _ . /",
            "Your own number: 1 to 64 letters, digits, - _ . /",
            "2026-0001"),
    IDENTITY_NUMBER(
            "身份证号", "Identity number", false, "18位；与“账号”二选一", "18 characters; this or login", "110105197503071236"),
    LOGIN(
            "账号",
            "Login",
            false,
            "用户名或手机号，限本单位人员；与“身份证号”二选一",
            "User name or phone, your own people only; this or identity number",
            ""),
    NAME("姓名", "Name", true, "与证件一致", "As on the identity card", "欧阳建国"),
    TYPE(
            "成果类型",
            "Kind",
            true,
            "课程、培训、职业技能等级、职业资格、专项职业能力、学历教育课程、学历学位、技能竞赛成绩、技术创新成果、学徒培养、工作经历、专业技术职称、先前学习认定",
            "COURSE, TRAINING, SKILL_GRADE, VOCATIONAL_QUALIFICATION, SPECIAL_ABILITY, DEGREE_COURSE, DEGREE, COMPETITION, INNOVATION, APPRENTICESHIP, WORK_EXPERIENCE, PROFESSIONAL_TITLE, PRIOR_LEARNING",
            "培训"),
    CODE(
            "成果代码",
            "Code",
            true,
            "课程号或证书种类，1至64个字母、数字或 - _ . / :",
            "Course number or kind of certificate: 1 to 64 letters, digits, - _ . / :",
            "TRN-204"),
    TITLE("成果名称", "Title", true, "1至200字", "1 to 200 characters", "数控车床操作与维护"),
    TITLE_EN(
            "英文名称",
            "English title",
            false,
            "至多200字；空着时同中文名称",
            "Up to 200 characters; the Chinese title when empty",
            "CNC lathe operation"),
    OCCUPATION(
            "职业编码",
            "Occupation",
            false,
            "如 6-18-01-01；技能等级必填",
            "Such as 6-18-01-01; required for a skill grade",
            "6-18-01-01"),
    GRADE(
            "技能等级",
            "Grade",
            false,
            "学徒工、五级、四级、三级、二级、一级、特级技师、首席技师；技能等级必填",
            "APPRENTICE, JUNIOR, INTERMEDIATE, SENIOR, TECHNICIAN, SENIOR_TECHNICIAN, SPECIAL_TECHNICIAN, CHIEF_TECHNICIAN; required for a skill grade",
            ""),
    LEVEL("资历级别", "Framework level", false, "1至10的整数", "1 to 10", "4"),
    HOURS("学时", "Class hours", false, "0至10000的整数", "0 to 10,000, whole", "96"),
    CREDITS("学分", "Credits", false, "本单位认定的学分，至多三位小数", "As you state them, up to three decimals", "6"),
    SCORE("成绩", "Score", false, "百分制，0至100，至多两位小数", "0 to 100, up to two decimals", "87.5"),
    ATTAINED_ON("取得日期", "Attained on", true, "年-月-日，不晚于今天", "Year-month-day, not after today", "2026-06-30"),
    VALID_THROUGH(
            "有效期至",
            "Valid through",
            false,
            "最后有效日；长期有效则空着",
            "The last day on which it holds; empty when it has no end",
            ""),
    EVIDENCE(
            "证据摘要",
            "Evidence hash",
            false,
            "所据文件的 SHA-256，64位十六进制",
            "SHA-256 of what it rests on, 64 hexadecimal digits",
            ""),
    UNITS("能力单元", "Competence units", false, "编号以分号隔开，至多50个", "Ids with semicolons between, up to 50", ""),
    GROUP(
            "等价组",
            "Equivalence group",
            false,
            "可互相替代的成果同一组名；与“组内等级”同填",
            "Names outcomes that stand for each other; together with rank",
            ""),
    RANK("组内等级", "Rank", false, "1至100的整数，大者可替代小者", "1 to 100; the higher stands for the lower", "");

    private final LocalText label;
    private final boolean required;
    private final LocalText form;
    private final String example;

    Column(String zh, String en, boolean required, String formZh, String formEn, String example) {
        this.label = new LocalText(zh, en);
        this.required = required;
        this.form = new LocalText(formZh, formEn);
        this.example = example;
    }

    /** What files and signed requests call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalText label() {
        return label;
    }

    public boolean required() {
        return required;
    }

    public LocalText form() {
        return form;
    }

    public String example() {
        return example;
    }

    /** The column a header names. */
    public static Optional<Column> named(String header) {
        String bare = header.strip();
        return Arrays.stream(values())
                .filter(column -> column.key().equalsIgnoreCase(bare)
                        || column.label.zh().equals(bare)
                        || column.label.en().equalsIgnoreCase(bare))
                .findFirst();
    }
}
