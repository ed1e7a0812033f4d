package cn.jiangxue.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Qualifications framework and occupational standards in force. Open to everyone signed in. */
@HttpExchange(accept = "application/json")
public interface FrameworkApi {

    record Level(int level, LocalText knowledge, LocalText skill, LocalText competence, List<LocalText> standsHere) {}

    record Framework(String id, int version, LocalText name, String source, List<Level> levels, LocalText creditUnit) {}

    record CompetenceUnit(String id, LocalText name, String weight) {}

    record RequirementPath(LocalText name, List<Requirement> conditions) {}

    record Requirement(LocalText text, String clause, String source) {}

    /**
     * A part of the examination.
     *
     * @param passTenths the least mark that passes, in tenths of a mark of 0 to 100
     * @param assessors how many mark one sitting; the mean counts
     */
    record ExamRequirement(
            ExamPart part, int passTenths, int assessors, int sittings, LocalText text, String clause, String source) {}

    /** {@code paths}: any one suffices; within a path all conditions must hold. {@code examination}: all parts, for those who apply by examination. */
    record GradeRequirements(
            Grade grade,
            LocalText name,
            int frameworkLevel,
            List<RequirementPath> paths,
            List<ExamRequirement> examination) {}

    record Standard(
            String occupationCode,
            LocalText occupation,
            String edition,
            String source,
            List<CompetenceUnit> units,
            List<GradeRequirements> grades) {}

    /** {@code shelfLifeYears}: how many full years credit under it can be used; null when it has no end. */
    record RuleView(
            String ruleId,
            int version,
            LocalText name,
            LocalText text,
            String effectiveFrom,
            @Nullable Integer shelfLifeYears,
            String clause,
            String source) {}

    @GetExchange("/api/framework")
    Framework framework();

    @GetExchange("/api/standards")
    List<Standard> standards();

    @GetExchange("/api/standards/{occupationCode}")
    Standard standard(@PathVariable String occupationCode);

    @GetExchange("/api/transfer-rules")
    List<RuleView> rules();
}
