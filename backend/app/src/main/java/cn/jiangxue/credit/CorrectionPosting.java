package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.CorrectionDocument.Outcome;
import cn.jiangxue.credit.CorrectionDocument.StoredDecision;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears of approved corrections and takes the entry back. Every step may be repeated: an entry is taken back once. */
@Component
class CorrectionPosting {

    private final CorrectionRecord record;
    private final Postings postings;

    CorrectionPosting(CorrectionRecord record, Postings postings) {
        this.record = record;
        this.postings = postings;
    }

    Mono<Void> hear(CorrectionApproved approved) {
        return record.find(approved.correctionId())
                .filter(stored -> stored.state() == CorrectionState.APPROVED)
                .flatMap(stored -> postings.post(reversal(stored)).flatMap(posted -> end(stored, posted)))
                .then();
    }

    private static Movement reversal(CorrectionDocument stored) {
        StoredDecision decision = Objects.requireNonNull(stored.decision(), "approved by nobody");
        return new Movement.Reverse(
                new LearnerId(stored.learnerId()),
                stored.entryId(),
                new LocalText("更正：" + stored.reason(), "Correction: " + stored.reason()),
                new Mandate(stored.organisationId(), decision.by()));
    }

    /** Empty when somebody else has written it: then it has ended. */
    private Mono<CorrectionDocument> end(CorrectionDocument stored, Posted posted) {
        return switch (posted) {
            case Posted.Entered entered ->
                record.save(
                        stored.ended(new Outcome(entered.entry().seq(), null)),
                        Corrections.fact("correction.posted", null, stored, stored.reason()));
            case Posted.Refused refused -> notPossible(stored, refused);
            case Posted.Nothing ignored -> Mono.empty();
        };
    }

    private Mono<CorrectionDocument> notPossible(CorrectionDocument stored, Posted.Refused refused) {
        LocalText why = CorrectionViews.hindrance(refused);
        return record.save(
                stored.ended(new Outcome(null, why)),
                Corrections.fact("correction.not-possible", null, stored, why.zh()));
    }
}
