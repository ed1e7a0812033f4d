package cn.jiangxue.frameworks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything in this folder, loaded and checked. */
public record FrameworkData(
        QualificationsFramework framework,
        List<CreditUnit> creditUnits,
        List<OccupationalStandard> standards,
        List<TransferRule> transferRules) {
    public FrameworkData {
        creditUnits = List.copyOf(creditUnits);
        standards = List.copyOf(standards);
        transferRules = List.copyOf(transferRules);
    }

    /** Occupations with a standard, in the order of their codes. */
    public List<Occupation> occupations() {
        return standards.stream().map(OccupationalStandard::occupation).toList();
    }

    /** The standard of an occupation; empty for an occupation without one. */
    public Optional<OccupationalStandard> standard(String occupationCode) {
        return standards.stream()
                .filter(standard -> standard.occupation().code().equals(occupationCode))
                .findFirst();
    }

    /** The version of the rule that turns such an outcome, attained on that civil date, into credit; empty when none is in force. */
    public Optional<TransferRule> transferRule(OutcomeType from, LocalDate attainedOn) {
        return transferRules.stream()
                .filter(rule -> rule.from() == from && rule.inForceOn(attainedOn))
                .findFirst();
    }
}
