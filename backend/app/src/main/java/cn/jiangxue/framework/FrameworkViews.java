package cn.jiangxue.framework;

import cn.jiangxue.contract.FrameworkApi.CompetenceUnit;
import cn.jiangxue.contract.FrameworkApi.ExamRequirement;
import cn.jiangxue.contract.FrameworkApi.Framework;
import cn.jiangxue.contract.FrameworkApi.GradeRequirements;
import cn.jiangxue.contract.FrameworkApi.Level;
import cn.jiangxue.contract.FrameworkApi.Requirement;
import cn.jiangxue.contract.FrameworkApi.RequirementPath;
import cn.jiangxue.contract.FrameworkApi.RuleView;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Condition;
import cn.jiangxue.frameworks.FrameworkLevel;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.frameworks.Path;
import cn.jiangxue.frameworks.QualificationsFramework;
import cn.jiangxue.frameworks.TitleLevel;
import cn.jiangxue.frameworks.TransferRule;
import cn.jiangxue.vocabulary.GradeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Framework data as it travels. */
final class FrameworkViews {

    private FrameworkViews() {}

    static Framework framework(QualificationsFramework framework) {
        return new Framework(
                framework.id(),
                year(framework.version()),
                framework.name(),
                framework.basis().zh(),
                framework.levels().stream().map(FrameworkViews::level).toList(),
                framework.creditUnit().name());
    }

    /** Editions begin with their year. */
    private static int year(String version) {
        return Integer.parseInt(version.substring(0, 4));
    }

    private static Level level(FrameworkLevel level) {
        List<LocalText> standsHere = new ArrayList<>();
        level.grades().forEach(grade -> standsHere.add(GradeNames.of(grade)));
        level.titles().forEach(title -> standsHere.add(title(title)));
        standsHere.addAll(level.degrees());
        return new Level(level.number(), level.knowledge(), level.skill(), level.competence(), standsHere);
    }

    private static LocalText title(TitleLevel title) {
        return switch (title) {
            case TECHNICIAN_LEVEL -> new LocalText("员级职称", "Technician-level title");
            case ASSISTANT -> new LocalText("助理级职称", "Assistant title");
            case INTERMEDIATE -> new LocalText("中级职称", "Intermediate title");
            case DEPUTY_SENIOR -> new LocalText("副高级职称", "Deputy senior title");
            case SENIOR -> new LocalText("正高级职称", "Senior title");
        };
    }

    static Standard standard(OccupationalStandard standard, QualificationsFramework framework) {
        return new Standard(
                standard.occupation().code(),
                standard.occupation().name(),
                standard.edition(),
                standard.basis().zh(),
                units(standard),
                Stream.of(Grade.values())
                        .map(grade -> requirements(standard, grade, framework))
                        .toList());
    }

    private static List<CompetenceUnit> units(OccupationalStandard standard) {
        return Stream.of(Grade.values())
                .flatMap(grade -> standard.requirements(grade).units().stream())
                .map(unit -> new CompetenceUnit(unit.id(), unit.name(), unit.weightPercent() + "%"))
                .toList();
    }

    private static GradeRequirements requirements(
            OccupationalStandard standard, Grade grade, QualificationsFramework framework) {
        var asked = standard.requirements(grade);
        return new GradeRequirements(
                grade,
                GradeNames.of(grade),
                framework.levelOf(grade).number(),
                asked.anyOf().stream().map(path -> path(asked.always(), path)).toList(),
                asked.examination().stream().map(FrameworkViews::part).toList());
    }

    private static ExamRequirement part(cn.jiangxue.frameworks.ExamRequirement part) {
        return new ExamRequirement(
                part.part(),
                part.passTenths(),
                part.assessors(),
                part.sittings(),
                part.grounds().wording(),
                part.grounds().clause().zh(),
                part.grounds().source().name());
    }

    private static RequirementPath path(List<Condition> always, Path path) {
        return new RequirementPath(
                path.name(),
                Stream.concat(path.allOf().stream(), always.stream())
                        .map(FrameworkViews::requirement)
                        .toList());
    }

    private static Requirement requirement(Condition condition) {
        return new Requirement(
                condition.grounds().wording(),
                condition.grounds().clause().zh(),
                condition.grounds().source().name());
    }

    static RuleView rule(TransferRule rule) {
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.unit().name(),
                rule.grounds().wording(),
                rule.effectiveFrom().toString(),
                rule.shelfLifeYears().orElse(null),
                rule.grounds().clause().zh(),
                rule.grounds().source().name());
    }
}
