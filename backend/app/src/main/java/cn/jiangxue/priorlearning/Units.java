package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.Claimable;
import cn.jiangxue.contract.PriorLearningApi.ClaimableUnit;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.CompetenceUnit;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.GradeNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be claimed: the competence units of a grade, in the edition that is in force. */
@Component
class Units {

    private final Standards standards;

    Units(Standards standards) {
        this.standards = standards;
    }

    /** {@code level}: of the qualifications framework, at which the grade stands. */
    record Choice(
            String occupationCode,
            LocalText occupation,
            String edition,
            Grade grade,
            LocalText gradeName,
            int level,
            List<CompetenceUnit> units) {

        String line() {
            return ClaimDocument.line(occupationCode, grade);
        }
    }

    /** NOT_FOUND for an occupation without a standard. */
    Choice of(String occupationCode, Grade grade) {
        OccupationalStandard standard =
                standards.standard(occupationCode).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return new Choice(
                occupationCode,
                standard.occupation().name(),
                standard.edition(),
                grade,
                GradeNames.of(grade),
                standards.framework().levelOf(grade).number(),
                standard.requirements(grade).units());
    }

    /** {@code before}: all that the learner claimed at this grade. */
    static Claimable claimable(Choice choice, Collection<ClaimDocument> before) {
        Set<String> awarded = awarded(before);
        return new Claimable(
                choice.occupationCode(),
                choice.occupation(),
                choice.edition(),
                choice.grade(),
                choice.gradeName(),
                choice.units().stream()
                        .map(unit -> new ClaimableUnit(
                                unit.id(), unit.name(), unit.weightPercent(), awarded.contains(unit.id())))
                        .toList(),
                open(before));
    }

    private static @Nullable UUID open(Collection<ClaimDocument> before) {
        return before.stream()
                .filter(ClaimDocument::open)
                .map(ClaimDocument::id)
                .findFirst()
                .orElse(null);
    }

    /** Every unit that one of these claims awarded. */
    static Set<String> awarded(Collection<ClaimDocument> claims) {
        return claims.stream().flatMap(claim -> claim.awarded().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
