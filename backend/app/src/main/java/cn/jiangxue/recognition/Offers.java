package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.LearningAccounts;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.CompetenceUnit;
import cn.jiangxue.vocabulary.Credits;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.LearningOutcomes.OnRecord;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A learner's outcomes in the words of the rules of transfer. A course is known by its id and stated at the credit it earned here; a grade is known by its name, covers the
 * competence units of its standard up to it, and stands for the lower grades of its occupation. What is on the record was passed or decided here and is verified.
 */
@Component
class Offers {

    private final LearningOutcomes outcomes;
    private final LearningAccounts accounts;
    private final Standards standards;

    Offers(LearningOutcomes outcomes, LearningAccounts accounts, Standards standards) {
        this.outcomes = outcomes;
        this.accounts = accounts;
        this.standards = standards;
    }

    /** Oldest first; the newest 200 of them. */
    Mono<List<Outcome>> of(LearnerId learner) {
        return outcomes.onRecord(learner, Request.OUTCOMES_LIMIT)
                .collectList()
                .flatMap(records -> accounts.standing(learner, targets(records))
                        .map(stated -> records.reversed().stream()
                                .map(record -> outcome(record, stated))
                                .toList()));
    }

    private static Map<OutcomeId, String> targets(List<OnRecord> records) {
        return records.stream()
                .map(OnRecord::outcome)
                .filter(found -> found.type() == OutcomeType.COURSE)
                .collect(Collectors.toMap(
                        found -> new OutcomeId(found.id()), found -> "occupation:" + found.occupationCode()));
    }

    private Outcome outcome(OnRecord record, Map<UUID, Credits> stated) {
        CreditApi.Outcome found = record.outcome();
        return new Outcome(
                new OutcomeId(found.id()),
                OutcomeKind.valueOf(found.type().name()),
                code(record),
                found.title(),
                record.issuerId().toString(),
                found.occupationCode(),
                level(found.grade()),
                found.classHours(),
                stated.get(found.id()),
                found.scorePercent() == null ? null : BigDecimal.valueOf(found.scorePercent()),
                found.attainedOn(),
                null,
                new Proof(found.evidenceHash(), Authenticity.VERIFIED),
                standing(found),
                units(found));
    }

    private static String code(OnRecord record) {
        Grade grade = record.outcome().grade();
        if (record.courseId() != null) {
            return record.courseId().toString();
        }
        return grade == null ? record.outcome().sourceId().toString() : grade.name();
    }

    private @Nullable Integer level(@Nullable Grade grade) {
        return grade == null ? null : standards.framework().levelOf(grade).number();
    }

    private @Nullable Standing standing(CreditApi.Outcome found) {
        Integer level = found.type() == OutcomeType.SKILL_GRADE ? level(found.grade()) : null;
        return level == null ? null : new Standing(found.occupationCode(), level);
    }

    /** Whoever holds a grade has shown the units of the lower ones too. */
    private Set<String> units(CreditApi.Outcome found) {
        Grade held = found.grade();
        if (found.type() != OutcomeType.SKILL_GRADE || held == null) {
            return Set.of();
        }
        return standards.standard(found.occupationCode()).stream()
                .flatMap(standard -> standard.grades().values().stream())
                .filter(required -> required.grade().compareTo(held) <= 0)
                .flatMap(required -> required.units().stream())
                .map(CompetenceUnit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Offered offered(Outcome outcome, LocalText issuer) {
        return new Offered(
                outcome.id().value(),
                outcome.title(),
                outcome.kind().label(),
                issuer,
                outcome.attainedOn(),
                outcome.proof().authenticity() == Authenticity.VERIFIED);
    }
}
