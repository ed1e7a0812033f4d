package cn.jiangxue.frameworks;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one occupational standard and checks that it is whole. */
final class StandardReading {
    private static final Pattern CODE = Pattern.compile("\\d-\\d{2}-\\d{2}-\\d{2}");
    private static final int WHOLE_PERCENT = 100;

    private final DataNode file;
    private final GroundsReading grounds;
    private final ConditionReading conditions;

    StandardReading(DataNode file) {
        this.file =
                file.only("occupation", "edition", "title", "basis", "source", "effectiveFrom", "clauses", "grades");
        this.grounds = new GroundsReading(file);
        this.conditions = new ConditionReading(grounds);
    }

    /** Everything wrong that can be told at once, part by part; empty when it is sound. */
    List<BadData> faults() {
        PartByPart parts = new PartByPart();
        parts.read(this::occupation);
        List.of("title", "basis").forEach(text -> parts.read(() -> file.localText(text)));
        parts.read(() -> file.text("edition"));
        parts.read(() -> file.constant("source", Source.class));
        parts.read(() -> file.date("effectiveFrom"));
        parts.each(file, "grades", grade -> grade(grade, parts));
        return parts.faultsOr(this::standard);
    }

    private void grade(DataNode grade, PartByPart parts) {
        PartByPart own = new PartByPart();
        own.each(grade, "always", condition -> own.read(() -> conditions.condition(condition)));
        own.each(grade, "anyOf", path -> {
            own.read(() -> path.text("id"));
            own.read(() -> path.localText("name"));
            own.each(path, "allOf", condition -> own.read(() -> conditions.condition(condition)));
        });
        own.each(grade, "units", unit -> own.read(() -> unit(unit)));
        own.each(grade, "examination", part -> own.read(() -> part(part)));
        parts.add(own.faultsOr(() -> requirements(grade)));
    }

    OccupationalStandard standard() {
        return new OccupationalStandard(
                occupation(),
                file.text("edition"),
                file.localText("title"),
                file.localText("basis"),
                file.constant("source", Source.class),
                file.date("effectiveFrom"),
                grades());
    }

    private Occupation occupation() {
        DataNode node = file.child("occupation").only("code", "name");
        String code = node.text("code");
        if (!CODE.matcher(code).matches()) {
            throw node.child("code").problem("职业编码应如6-18-01-01", "an occupation code such as 6-18-01-01 was expected");
        }
        return new Occupation(code, node.localText("name"));
    }

    private Map<Grade, GradeRequirements> grades() {
        DataNode place = file.child("grades");
        List<GradeRequirements> read =
                place.distinct(file.list("grades", this::requirements), GradeRequirements::grade, "grade");
        Map<Grade, GradeRequirements> byGrade =
                read.stream().collect(Collectors.toMap(GradeRequirements::grade, Function.identity()));
        List<Grade> missing = Arrays.stream(Grade.values())
                .filter(grade -> !byGrade.containsKey(grade))
                .toList();
        if (!missing.isEmpty()) {
            throw place.problem("八个等级要齐全，缺少：" + missing, "all eight grades are needed, missing: " + missing);
        }
        place.distinct(
                read.stream().flatMap(grade -> grade.units().stream()).toList(), CompetenceUnit::id, "competence unit");
        return byGrade;
    }

    private GradeRequirements requirements(DataNode node) {
        node.only("grade", "always", "anyOf", "units", "examination");
        GradeRequirements read = new GradeRequirements(
                node.constant("grade", Grade.class),
                node.listOrEmpty("always", conditions::condition),
                node.distinct(node.list("anyOf", this::path), Path::id, "path"),
                node.list("units", StandardReading::unit),
                node.distinct(node.listOrEmpty("examination", this::part), ExamRequirement::part, "part"));
        node.distinct(read.conditions().toList(), Condition::id, "condition");
        requireGradesBelow(node, read);
        requireWholeWeights(node, read);
        return read;
    }

    private Path path(DataNode node) {
        node.only("id", "name", "allOf");
        return new Path(node.text("id"), node.localText("name"), node.list("allOf", conditions::condition));
    }

    private static CompetenceUnit unit(DataNode node) {
        node.only("id", "name", "weightPercent");
        return new CompetenceUnit(
                node.text("id"), node.localText("name"), node.integer("weightPercent", 1, WHOLE_PERCENT));
    }

    private ExamRequirement part(DataNode node) {
        node.only("part", "passMark", "assessors", "sittings", "clause", "wording");
        return new ExamRequirement(
                node.constant("part", ExamPart.class),
                passTenths(node.child("passMark")),
                node.integer("assessors", 1, ExamRequirement.ASSESSORS_MOST),
                node.integer("sittings", 1, ExamRequirement.SITTINGS_MOST),
                grounds.grounds(node));
    }

    private static int passTenths(DataNode place) {
        BigDecimal mark = place.asDecimal(0, ExamRequirement.FULL_TENTHS / 10);
        if (mark.signum() == 0 || mark.scale() > 1) {
            throw place.problem("分数线应大于0，最多一位小数", "a mark above 0 with at most one decimal was expected");
        }
        return mark.movePointRight(1).intValueExact();
    }

    /** A grade that asks for itself or for a higher one could never be reached. */
    private static void requireGradesBelow(DataNode node, GradeRequirements read) {
        read.conditions()
                .filter(condition -> condition instanceof Condition.HoldsGrade held
                        && held.grade().compareTo(read.grade()) >= 0)
                .findFirst()
                .ifPresent(condition -> {
                    throw node.problem(
                            "条件“%s”要求的等级不低于%s本身"
                                    .formatted(condition.grounds().wording().zh(), read.grade()),
                            "condition '%s' asks for a grade that is not below %s"
                                    .formatted(condition.id(), read.grade()));
                });
    }

    private static void requireWholeWeights(DataNode node, GradeRequirements read) {
        int sum = read.units().stream().mapToInt(CompetenceUnit::weightPercent).sum();
        if (sum != WHOLE_PERCENT) {
            throw node.child("units")
                    .problem(
                            "一个等级的权重合计应为100%%，现为%d%%".formatted(sum),
                            "the weights of a grade make 100 percent, these make %d".formatted(sum));
        }
    }
}
