package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.outcome.Particulars;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.outcome.StatedOutcomes;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.recognition.rules.Declaring;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An outcome of elsewhere as its learner declared it, with what was found out about its evidence. It changes by findings, and by being taken back, only.
 *
 * @param issuerId the registered institution of that name, else an id made of the name
 * @param sameAs what another one must share to be the same: a unique index keeps it away; its own id once it was taken back
 * @param findings in the order in which they were made; the last one stands
 */
record DeclaredDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        DeclaredOutcomeEdit said,
        UUID issuerId,
        LocalText issuer,
        boolean issuerRegistered,
        List<Evidence> files,
        List<String> sameAs,
        List<EvidenceFound> findings,
        boolean takenBack,
        Instant declaredAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "declared_outcomes";
    static final int SCHEMA = 1;

    /** {@code means}: null where it was found not to be authentic. */
    record EvidenceFound(
            UUID id,
            UUID caseId,
            UUID institutionId,
            UUID officerId,
            boolean authentic,
            @Nullable Means means,
            String note,
            Instant at) {}

    /** What stands of what was found out; null while nobody has looked. */
    @Nullable
    EvidenceFound found() {
        return findings.isEmpty() ? null : findings.getLast();
    }

    Standing standing() {
        EvidenceFound found = found();
        if (found != null) {
            return found.authentic() ? Standing.VERIFIED : Standing.REFUTED;
        }
        return takenBack ? Standing.TAKEN_BACK : Standing.UNVERIFIED;
    }

    DeclaredDocument examined(EvidenceFound finding, List<StoredEvent> events, Instant now) {
        return with(sameAs, Stream.concat(findings.stream(), Stream.of(finding)).toList(), takenBack, events, now);
    }

    DeclaredDocument takenBack(List<StoredEvent> events, Instant now) {
        return with(List.of(id.toString()), findings, true, events, now);
    }

    /** As it is first written: it was made as revision 0. */
    DeclaredDocument telling(List<StoredEvent> events, Instant now) {
        return with(sameAs, findings, takenBack, events, now);
    }

    private DeclaredDocument with(
            List<String> same, List<EvidenceFound> found, boolean gone, List<StoredEvent> events, Instant now) {
        return new DeclaredDocument(
                id,
                schema,
                revision + 1,
                learnerId,
                said,
                issuerId,
                issuer,
                issuerRegistered,
                files,
                same,
                found,
                gone,
                declaredAt,
                events,
                now);
    }

    /** As recognition looks at it. The hash is that of what its issuer would state under the same number, so that the two are one. */
    StatedOutcome outcome() {
        String number = said.number();
        boolean graded = said.grade() != null;
        return new StatedOutcome(
                new OutcomeId(id),
                said.type(),
                new LocalText(said.title(), said.title()),
                issuerId,
                issuer,
                said.occupationCode(),
                said.grade(),
                said.classHours(),
                said.attainedOn(),
                StatedOutcomes.evidenceOf(issuerId, number == null ? id.toString() : number, learnerId),
                new Particulars(
                        said.code() == null ? "" : said.code(),
                        said.level(),
                        said.creditMilli(),
                        said.scoreHundredths(),
                        said.validThrough() == null ? null : said.validThrough().plusDays(1),
                        graded
                                ? StatedOutcomes.standingOf(
                                        Objects.requireNonNull(said.occupationCode()),
                                        Objects.requireNonNull(said.grade()))
                                : null,
                        List.of()),
                number);
    }

    static List<String> samenesses(StatedOutcome outcome) {
        return Declaring.samenesses(
                outcome.issuerId(), outcome.type(), outcome.title().zh(), outcome.number(), outcome.attainedOn());
    }
}
