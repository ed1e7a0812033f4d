package cn.jiangxue.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.CreditApi.Withdrawn;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.outcome.NewOutcome.Recorded;
import cn.jiangxue.outcome.rules.Codes;
import cn.jiangxue.outcome.rules.Fingerprint;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.vocabulary.OutcomeId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Outcomes that institutions state. Institution, its own number and the learner make the id, so that whatever is sent again is on record once. They earn no
 * credit by themselves: recognition asks the transfer rules.
 */
@Component
public class StatedOutcomes {

    /** Most outcomes recorded at once. */
    public static final int AT_ONCE = 500;

    private final Documents<OutcomeDocument> outcomes;
    private final Clock clock;

    StatedOutcomes(Documents<OutcomeDocument> outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Puts them on record, at most {@link #AT_ONCE}; what became of each, in order. Durable when answered; the same again answers the same. */
    public Mono<List<Recorded>> record(List<NewOutcome> stated) {
        if (stated.isEmpty()) {
            return Mono.just(List.of());
        }
        if (stated.size() > AT_ONCE) {
            throw new IllegalArgumentException("more than " + AT_ONCE + " outcomes at once");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<OutcomeDocument> wanted =
                stated.stream().map(one -> document(one, now)).toList();
        return outcomes.insertMissing(wanted)
                .then(Mono.defer(() -> known(wanted)))
                .map(known -> wanted.stream()
                        .map(one -> compare(one, known.get(one.id())))
                        .toList());
    }

    /** What {@link #record} would answer; changes nothing. What stands twice in the list itself is not noticed. */
    public Mono<List<Recorded>> compare(List<NewOutcome> stated) {
        List<OutcomeDocument> wanted =
                stated.stream().map(one -> document(one, Instant.EPOCH)).toList();
        return known(wanted)
                .map(known -> wanted.stream()
                        .map(one -> compare(one, known.get(one.id())))
                        .toList());
    }

    /**
     * An outcome as its institution looks for it.
     *
     * @param issuerId the institution that answers for it: its issuer, or whoever verified it
     * @param number the issuer's own; null when it was attained here
     * @param withdrawal set once it was taken back
     */
    public record Known(
            OutcomeId id,
            UUID learnerId,
            UUID issuerId,
            @Nullable String number,
            LocalText title,
            LocalDate attainedOn,
            @Nullable Withdrawn withdrawal) {}

    public Mono<Known> find(OutcomeId id) {
        return outcomes.find(id.value()).map(OutcomeDocument::known);
    }

    /** What the institution stated or verified under this number, of whichever learner. */
    public Flux<Known> numbered(UUID institutionId, String number, int limit) {
        return outcomes.list(
                        or(
                                and(eq("statement.number", number), eq("issuerId", institutionId)),
                                and(
                                        eq("verification.number", number),
                                        eq("verification.institutionId", institutionId))),
                        null,
                        limit)
                .map(OutcomeDocument::known);
    }

    /** What stands for the evidence where the issuer names none: its own record under that number. */
    public static String evidenceOf(UUID issuer, String number, UUID learner) {
        return Fingerprint.of("stated", issuer, number, learner);
    }

    /** The place of a skill grade among those of its occupation. */
    public static Particulars.Standing standingOf(String occupationCode, Grade grade) {
        return new Particulars.Standing(Codes.gradesOf(occupationCode), grade.ordinal() + 1);
    }

    private Mono<Map<UUID, OutcomeDocument>> known(List<OutcomeDocument> wanted) {
        List<UUID> ids = wanted.stream().map(OutcomeDocument::id).distinct().toList();
        return outcomes.list(in("_id", ids), null, Math.max(1, ids.size())).collectMap(OutcomeDocument::id);
    }

    private static Recorded compare(OutcomeDocument wanted, @Nullable OutcomeDocument known) {
        Statement asked = wanted.statement();
        Statement there = known == null ? null : known.statement();
        if (known == null || asked == null || there == null) {
            return Recorded.ACCEPTED;
        }
        if (!there.fingerprint().equals(asked.fingerprint())) {
            return Recorded.CONFLICT;
        }
        boolean sameRow = there.cause().equals(asked.cause()) && there.line() == asked.line();
        if (sameRow) {
            return Recorded.ACCEPTED;
        }
        return known.withdrawal() == null ? Recorded.ALREADY : Recorded.WITHDRAWN;
    }

    private static UUID idOf(NewOutcome stated) {
        String name = String.join(
                "\n",
                "outcome",
                stated.issuerId().toString(),
                stated.number(),
                stated.learnerId().toString());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static OutcomeDocument document(NewOutcome stated, Instant now) {
        UUID id = idOf(stated);
        return new OutcomeDocument(
                id,
                OutcomeDocument.SCHEMA,
                stated.learnerId(),
                stated.type(),
                id,
                stated.title(),
                stated.issuerId(),
                stated.issuer(),
                stated.occupationCode(),
                stated.grade(),
                stated.classHours(),
                null,
                stated.attainedOn(),
                null,
                stated.evidenceHash(),
                now,
                stated.particulars(),
                new Statement(stated.number(), stated.cause(), stated.line(), fingerprint(stated)),
                null,
                null,
                List.of(),
                null);
    }

    /** The institution's name may change and is no part of what it stated. */
    private static String fingerprint(NewOutcome stated) {
        Particulars particulars = stated.particulars();
        Particulars.Standing standing = particulars.standing();
        return Fingerprint.of(
                stated.type(),
                stated.title().zh(),
                stated.title().en(),
                stated.occupationCode(),
                stated.grade(),
                stated.classHours(),
                stated.attainedOn(),
                stated.evidenceHash(),
                particulars.code(),
                particulars.level(),
                particulars.statedMilli(),
                particulars.scoreHundredths(),
                particulars.validUntil(),
                standing == null ? null : standing.group(),
                standing == null ? null : standing.rank(),
                String.join("\n", particulars.units()));
    }
}
