package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one grade asks of those who apply: everything in {@code always}, and everything on at least one of the paths.
 *
 * @param always asked whichever path is taken; may be empty
 * @param anyOf the alternatives, at least one
 * @param units what is assessed; weights make 100 percent
 * @param examination the parts to be passed by those who apply by examination, each at most once and in the order of {@link ExamPart}; empty where
 *     nobody is examined
 */
public record GradeRequirements(
        Grade grade,
        List<Condition> always,
        List<Path> anyOf,
        List<CompetenceUnit> units,
        List<ExamRequirement> examination) {
    public GradeRequirements {
        always = List.copyOf(always);
        anyOf = List.copyOf(anyOf);
        units = List.copyOf(units);
        examination = examination.stream()
                .sorted(Comparator.comparing(ExamRequirement::part))
                .toList();
    }

    /** Every condition of the grade, those asked always first. */
    public Stream<Condition> conditions() {
        return Stream.concat(always.stream(), anyOf.stream().flatMap(path -> path.allOf().stream()));
    }
}
