package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.framework.Standards;
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
 * A learner's outcomes in the words of the rules of transfer. A course is known by its id, a grade by its name; grades of one occupation stand for each other. What is on
 * the record was passed or decided here and is verified.
 */
@Component
class Offers {

    private final LearningOutcomes outcomes;
    private final Standards standards;

    Offers(LearningOutcomes outcomes, Standards standards) {
        this.outcomes = outcomes;
        this.standards = standards;
    }

    /** Oldest first; the newest 200 of them. */
    Mono<List<Outcome>> of(LearnerId learner) {
        return outcomes.onRecord(learner, Request.OUTCOMES_LIMIT)
                .map(this::outcome)
                .collectList()
                .map(List::reversed);
    }

    private Outcome outcome(OnRecord record) {
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
                null,
                found.scorePercent() == null ? null : BigDecimal.valueOf(found.scorePercent()),
                found.attainedOn(),
                null,
                new Proof(found.evidenceHash(), Authenticity.VERIFIED),
                standing(found),
                Set.of());
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

    private static @Nullable Standing standing(CreditApi.Outcome found) {
        Grade grade = found.grade();
        return found.type() == OutcomeType.SKILL_GRADE && grade != null
                ? new Standing("grade:" + found.occupationCode(), grade.ordinal())
                : null;
    }

    static Offered offered(Outcome outcome, cn.jiangxue.contract.LocalText issuer) {
        return new Offered(
                outcome.id().value(),
                outcome.title(),
                outcome.kind().label(),
                issuer,
                outcome.attainedOn(),
                outcome.proof().authenticity() == Authenticity.VERIFIED);
    }
}
