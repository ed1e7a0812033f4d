package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an occupation asks at each of the eight grades, in one edition.
 *
 * @param edition names this edition; a case pins it
 * @param basis the papers it leans on, and how far
 * @param effectiveFrom civil date from which applications are judged by this edition
 */
public record OccupationalStandard(
        Occupation occupation,
        String edition,
        LocalText title,
        LocalText basis,
        Source source,
        LocalDate effectiveFrom,
        Map<Grade, GradeRequirements> grades) {

    public OccupationalStandard {
        Map<Grade, GradeRequirements> ordered = new EnumMap<>(grades);
        if (ordered.size() != Grade.values().length) {
            throw new IllegalArgumentException("a standard has all eight grades: " + ordered.keySet());
        }
        grades = java.util.Collections.unmodifiableMap(ordered);
    }

    public GradeRequirements requirements(Grade grade) {
        return Objects.requireNonNull(grades.get(grade));
    }
}
