package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.CorrectionDocument.Outcome;
import cn.jiangxue.credit.CorrectionDocument.StoredDecision;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears of approved corrections and takes the entry back. Every step may be repeated: an entry is taken back once. */
@Component
class CorrectionPosting {

    /** While credit is spent. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final CorrectionRecord record;
    private final Postings postings;
    private final Clock clock;

    CorrectionPosting(CorrectionRecord record, Postings postings, Clock clock) {
        this.record = record;
        this.postings = postings;
        this.clock = clock;
    }

    Mono<Void> hear(CorrectionApproved approved) {
        return record.find(approved.correctionId())
                .filter(stored -> stored.state() == CorrectionState.APPROVED)
                .flatMap(this::post)
                .then();
    }

    /** Asks the ledger; empty when it has to be asked again, or somebody else wrote what became of it. */
    Mono<CorrectionDocument> post(CorrectionDocument stored) {
        return postings.post(reversal(stored))
                .flatMap(posted -> end(stored, posted))
                .filter(ended -> ended.state() != CorrectionState.APPROVED);
    }

    private static Movement reversal(CorrectionDocument stored) {
        StoredDecision decision = stored.decision();
        return new Movement.Reverse(
                new LearnerId(stored.learnerId()),
                stored.entryId(),
                reason(stored),
                new Mandate(stored.organisationId(), decision == null ? null : decision.by()));
    }

    private static LocalText reason(CorrectionDocument stored) {
        return stored.withdrawal() == null
                ? new LocalText("更正：" + stored.reason(), "Correction: " + stored.reason())
                : new LocalText(
                        "所依据的学习成果已被撤回（%s）：%s".formatted(stored.withdrawal(), stored.reason()),
                        "The outcome it rests on was withdrawn (%s): %s"
                                .formatted(stored.withdrawal(), stored.reason()));
    }

    /** Empty when somebody else has written it: then it has ended. */
    private Mono<CorrectionDocument> end(CorrectionDocument stored, Posted posted) {
        return switch (posted) {
            case Posted.Entered entered ->
                record.save(
                        stored.ended(new Outcome(entered.entry().seq(), null)),
                        Corrections.fact("correction.posted", null, stored, stored.reason()));
            case Posted.Refused refused ->
                isWaiting(stored, refused) ? waiting(stored, refused) : notPossible(stored, refused);
            case Posted.Nothing ignored -> Mono.empty();
        };
    }

    /** A withdrawn outcome earns nothing for good, so what was spent is taken back later; what officers proposed they propose again. */
    private static boolean isWaiting(CorrectionDocument stored, Posted.Refused refused) {
        return stored.withdrawal() != null && refused.code() == ProblemCode.CREDIT_SPENT;
    }

    private Mono<CorrectionDocument> waiting(CorrectionDocument stored, Posted.Refused refused) {
        LocalText why = CorrectionViews.spentSince(refused);
        CorrectionDocument next = stored.waiting(why, clock.instant().plus(ASKED_AGAIN_AFTER));
        boolean known = next.outcome() != null && next.outcome().equals(stored.outcome());
        return known
                ? record.save(next)
                : record.save(next, Corrections.fact("correction.waiting", null, stored, why.zh()));
    }

    private Mono<CorrectionDocument> notPossible(CorrectionDocument stored, Posted.Refused refused) {
        LocalText why = CorrectionViews.hindrance(refused);
        return record.save(
                stored.ended(new Outcome(null, why)),
                Corrections.fact("correction.not-possible", null, stored, why.zh()));
    }
}
