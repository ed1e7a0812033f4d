package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a contest of one rank, such as a city's, grants.
 *
 * @param workerPlaces the first so many of the workers' group are promoted
 * @param steps from the grade held to the grade granted; who holds another grade, or none, is granted nothing
 * @param studentPlaces the first so many of the students' group are granted {@code studentGrade}
 */
public record ContestRule(
        ContestRank rank,
        int workerPlaces,
        Map<Grade, Grade> steps,
        int studentPlaces,
        Grade studentGrade,
        Grounds grounds) {

    public ContestRule {
        steps = Map.copyOf(steps);
        if (steps.entrySet().stream().anyMatch(step -> step.getKey().compareTo(step.getValue()) >= 0)) {
            throw new IllegalArgumentException("a contest promotes to a higher grade: " + new EnumMap<>(steps));
        }
    }
}
