package cn.jiangxue.promotion;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PathResult;
import cn.jiangxue.credit.LearningAccounts;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.frameworks.PromotionPaths;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.CaseDocument.Asked;
import cn.jiangxue.promotion.rules.EnterpriseWay;
import cn.jiangxue.promotion.rules.EnterpriseWay.PlanFacts;
import cn.jiangxue.promotion.rules.Facts;
import cn.jiangxue.promotion.rules.Facts.HeldGrade;
import cn.jiangxue.promotion.rules.Facts.HeldQualification;
import cn.jiangxue.promotion.rules.Facts.WorkSpan;
import cn.jiangxue.promotion.rules.Ladder;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.OtherWays;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.GradeNames;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what is known of a learner today and holds it against the standards. */
@Component
class Eligibilities {

    private final Careers careers;
    private final LearningAccounts accounts;
    private final Applicants applicants;
    private final Standards standards;
    private final PromotionPaths paths;
    private final Cases cases;
    private final PlansOfCases plans;
    private final CivilTime time;

    Eligibilities(
            Careers careers,
            LearningAccounts accounts,
            Applicants applicants,
            Standards standards,
            PromotionPaths paths,
            Cases cases,
            PlansOfCases plans,
            CivilTime time) {
        this.careers = careers;
        this.accounts = accounts;
        this.applicants = applicants;
        this.standards = standards;
        this.paths = paths;
        this.cases = cases;
        this.plans = plans;
        this.time = time;
    }

    /** All that is known of one learner. */
    record Known(
            CareerDocument career, Map<String, Credits> earned, Optional<LocalDate> bornOn, Set<Integer> contestYears) {

        /** Occupations with a grade, work, a qualification or credit. */
        Set<String> occupations() {
            Set<String> codes = new TreeSet<>(earned.keySet());
            career.work().forEach(work -> codes.add(work.occupationCode()));
            career.qualifications().forEach(one -> codes.add(one.occupationCode()));
            career.grades().forEach(grade -> codes.add(grade.occupationCode()));
            return codes;
        }

        Facts in(String occupationCode, LocalDate asOf) {
            return new Facts(
                    bornOn.orElse(null),
                    career.work().stream()
                            .filter(work -> work.occupationCode().equals(occupationCode))
                            .map(work -> new WorkSpan(work.from(), work.to(), work.confirmedByCase() != null))
                            .toList(),
                    career.gradesInForce().stream()
                            .filter(grade -> grade.occupationCode().equals(occupationCode))
                            .map(grade -> new HeldGrade(grade.grade(), grade.since()))
                            .toList(),
                    career.qualifications().stream()
                            .filter(one -> one.occupationCode().equals(occupationCode))
                            .map(one -> new HeldQualification(one.type(), one.since(), one.confirmedByCase() != null))
                            .toList(),
                    earned.getOrDefault(occupationCode, Credits.ZERO),
                    asOf);
        }
    }

    Mono<Known> known(UUID learnerId) {
        return Mono.zip(
                        careers.of(learnerId),
                        accounts.earned(new LearnerId(learnerId)),
                        applicants.bornOn(learnerId).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        cases.contestYears(learnerId))
                .map(all -> new Known(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    /** The next step, and those that may be skipped to, in the occupation given or in every one the learner has to do with. */
    List<Eligibility> ahead(Known known, @Nullable String occupation, Map<String, UUID> openCases) {
        Set<String> codes = occupation == null
                ? known.occupations()
                : Set.of(standard(occupation).occupation().code());
        return codes.stream()
                .flatMap(code -> standards.standard(code).stream())
                .flatMap(standard -> Ladder.ahead(standard, facts(known, standard)).stream()
                        .map(check -> view(standard, check, known, openCases)))
                .toList();
    }

    /**
     * What an application is about, by the edition it was made under, in force or not, and by the conditions of its path and of the plan that it is made under, if any. Applications of before editions were kept are
     * judged by the one in force when theirs is unknown.
     */
    Eligibility of(Known known, Asked asked, Optional<PlanFacts> plan) {
        OccupationalStandard standard = standards
                .edition(asked.occupationCode(), asked.edition())
                .orElseGet(() -> standard(asked.occupationCode()));
        return view(standard, check(standard, asked, known, plan), known, Map.of());
    }

    /** What a stored application is about, as it is known today. */
    Mono<Eligibility> now(CaseDocument stored) {
        return Mono.zip(
                known(stored.learnerId()), plans.facts(stored), (known, plan) -> of(known, stored.asked(), plan));
    }

    private Check check(OccupationalStandard standard, Asked asked, Known known, Optional<PlanFacts> plan) {
        Facts facts = facts(known, standard);
        return switch (asked.path()) {
            case null -> Ladder.check(standard, asked.grade(), facts);
            case EXAMINATION -> Ladder.check(standard, asked.grade(), facts);
            case ENTERPRISE -> {
                Check ladder = Ladder.check(standard, asked.grade(), facts);
                yield plan.map(of -> EnterpriseWay.check(ladder, of)).orElse(ladder);
            }
            case DIRECT -> OtherWays.direct(paths, asked.grade(), facts);
            case EXCEPTIONAL -> OtherWays.exceptional(paths, asked.grade(), facts, asked.achievement());
            case CONTEST -> {
                ContestResult result = Objects.requireNonNull(asked.contest());
                boolean promoted = known.contestYears().contains(result.heldOn().getYear());
                yield OtherWays.contest(paths, asked.grade(), facts, result, promoted);
            }
        };
    }

    /** NOT_FOUND for an occupation without a standard in force. */
    OccupationalStandard standard(String occupation) {
        return standards.standard(occupation).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private Facts facts(Known known, OccupationalStandard standard) {
        return known.in(standard.occupation().code(), time.today());
    }

    private Eligibility view(OccupationalStandard standard, Check check, Known known, Map<String, UUID> openCases) {
        String code = standard.occupation().code();
        return new Eligibility(
                code,
                standard.occupation().name(),
                standard.edition(),
                facts(known, standard).current().orElse(null),
                check.grade(),
                GradeNames.of(check.grade()),
                check.eligible(),
                time.today(),
                check.paths().stream()
                        .map(path -> new PathResult(path.name(), path.met(), path.findings()))
                        .toList(),
                openCases.get(openKey(code, check.grade())));
    }

    /** What only one open application of a learner may be about. */
    static String openKey(String occupationCode, Grade grade) {
        return occupationCode + "/" + grade;
    }
}
