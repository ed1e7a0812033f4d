package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person in one occupation on one civil date.
 *
 * @param bornOn null while no real name is registered
 * @param work stretches in the occupation
 * @param grades held in the occupation
 * @param qualifications titles, diplomas and appointments that belong to the occupation
 * @param earned credit of live awards in the occupation
 */
public record Facts(
        @Nullable LocalDate bornOn,
        List<WorkSpan> work,
        List<HeldGrade> grades,
        List<HeldQualification> qualifications,
        Credits earned,
        LocalDate asOf) {

    public Facts {
        work = List.copyOf(work);
        qualifications = List.copyOf(qualifications);
        grades = List.copyOf(grades);
    }

    /**
     * A stretch of work.
     *
     * @param to the last day, null while it goes on
     */
    public record WorkSpan(LocalDate from, @Nullable LocalDate to, boolean confirmed) {}

    public record HeldGrade(Grade grade, LocalDate since) {}

    public record HeldQualification(QualificationType type, LocalDate since, boolean confirmed) {}

    /** The highest grade held. */
    public Optional<Grade> current() {
        return grades.stream().map(HeldGrade::grade).max(Comparator.naturalOrder());
    }

    /** The one of these held longest; none when none is held yet. */
    Optional<HeldQualification> longest(Set<QualificationType> anyOf) {
        return qualifications.stream()
                .filter(held -> anyOf.contains(held.type()) && !held.since().isAfter(asOf))
                .min(Comparator.comparing(HeldQualification::since));
    }

    /** Since when this grade or a higher one is held. */
    Optional<LocalDate> since(Grade least) {
        return grades.stream()
                .filter(held -> held.grade().compareTo(least) >= 0)
                .map(HeldGrade::since)
                .min(Comparator.naturalOrder());
    }
}
