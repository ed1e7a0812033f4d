package cn.jiangxue.evaluation;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.ExamRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A plan as an application under it sees it on a day: the version that holds.
 *
 * @param parts what is asked at each grade that it covers
 * @param hindrance why no sitting may begin, in words; empty when one may
 */
public record PlanAtWork(
        UUID id,
        int version,
        UUID employerId,
        LocalText employerName,
        UUID institutionId,
        String occupationCode,
        String edition,
        Map<Grade, List<ExamRequirement>> parts,
        Set<UUID> assessors,
        Set<UUID> supervisors,
        Optional<LocalText> hindrance) {

    /** Empty for a grade that it does not cover. */
    public List<ExamRequirement> examination(Grade grade) {
        return parts.getOrDefault(grade, List.of());
    }
}
