package cn.jiangxue.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes of elsewhere that learners declared and officers verified. They earn no credit by themselves: recognition asks the transfer rules. */
@Component
public class VerifiedOutcomes {

    private static final int MADE_OF_A_STATEMENT = 3;

    /** Outcomes of one learner and issuer that are looked through. */
    private static final int MOST = 1_000;

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

    /** Whether an outcome has this id, or one may come to have it that an institution states: those are made of what is stated, as version 3 of RFC 9562. */
    public Mono<Boolean> isTaken(UUID id) {
        return id.version() == MADE_OF_A_STATEMENT
                ? Mono.just(true)
                : outcomes.find(id).hasElement();
    }

    /** What the learner has on record of this issuer, withdrawn or not. */
    public Flux<StatedOutcome> ofIssuer(LearnerId learner, UUID issuerId) {
        return outcomes.list(and(eq("learnerId", learner.value()), eq("issuerId", issuerId)), null, MOST)
                .map(OutcomeDocument::stated);
    }
}
