package cn.jiangxue.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Outcomes of elsewhere that learners declared and officers verified. They earn no credit by themselves: recognition asks the transfer rules. */
@Component
public class VerifiedOutcomes {

    private final Documents<OutcomeDocument> outcomes;
    private final Clock clock;

    VerifiedOutcomes(Documents<OutcomeDocument> outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Puts it on record under the id it was declared by; the same again changes nothing. */
    public Mono<Void> record(LearnerId learner, StatedOutcome verified, Verification verification) {
        return outcomes.insertMissing(List.of(new OutcomeDocument(
                verified.id().value(),
                OutcomeDocument.SCHEMA,
                learner.value(),
                verified.type(),
                verified.id().value(),
                verified.title(),
                verified.issuerId(),
                verified.issuer(),
                verified.occupationCode(),
                verified.grade(),
                verified.classHours(),
                null,
                verified.attainedOn(),
                null,
                verified.evidenceHash(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                verified.particulars(),
                null,
                verification,
                null,
                List.of(),
                null)));
    }

    /**
     * Whether the learner has the same on record already, withdrawn or not: of this issuer under the same number, or of the same kind, title and date.
     */
    public Mono<Boolean> isOnRecord(LearnerId learner, StatedOutcome declared) {
        Bson named = and(
                eq("type", declared.type().name()),
                eq("title.zh", declared.title().zh()),
                eq("attainedOn", declared.attainedOn()));
        Bson same = declared.number() == null
                ? named
                : or(named, eq("statement.number", declared.number()), eq("verification.number", declared.number()));
        return outcomes.first(and(
                        eq("learnerId", learner.value()),
                        eq("issuerId", declared.issuerId()),
                        Filters.ne("_id", declared.id().value()),
                        same))
                .hasElement();
    }
}
