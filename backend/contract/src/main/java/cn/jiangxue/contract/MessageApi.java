package cn.jiangxue.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Messages (消息): what happened to somebody's own matters, told to them. Everybody reads their own only. */
@HttpExchange(accept = "application/json")
public interface MessageApi {

    /** Unread messages are counted up to here. */
    int COUNT_MOST = 100;

    /** Days after which a message is removed, read or not. */
    int KEPT_DAYS = 365;

    /**
     * What happened, and to what kind of matter: {@link #matter()} says whose id {@link Message#matterId()} is. {@code DAY_NEAR}: nothing happened, but a day runs out that
     * its reader has not used yet. {@code OVERDUE}: an institution below is late, and its reader
     * looks on. A re-examination is shown with the application that it looks at again.
     */
    enum MessageKind {
        PROMOTION_MORE_ASKED(Matter.PROMOTION_CASE),
        PROMOTION_DAY_NEAR(Matter.PROMOTION_CASE),
        PROMOTION_ADMITTED(Matter.PROMOTION_CASE),
        PROMOTION_APPROVED(Matter.PROMOTION_CASE),
        PROMOTION_REFUSED(Matter.PROMOTION_CASE),
        PROMOTION_OVERDUE(Matter.PROMOTION_CASE_OF_OTHERS),
        PROMOTION_STEP_DAY_NEAR(Matter.PROMOTION_CASE_OF_OTHERS),
        RECOGNITION_MORE_ASKED(Matter.RECOGNITION_CASE),
        RECOGNITION_EVIDENCE_EXAMINED(Matter.RECOGNITION_CASE),
        RECOGNITION_DAY_NEAR(Matter.RECOGNITION_CASE),
        RECOGNITION_PUBLICISED(Matter.RECOGNITION_CASE),
        RECOGNITION_REGISTERED(Matter.RECOGNITION_CASE),
        RECOGNITION_REFUSED(Matter.RECOGNITION_CASE),
        RECOGNITION_APPEAL_DAY_NEAR(Matter.RECOGNITION_CASE),
        RECOGNITION_APPEAL_UPHELD(Matter.RECOGNITION_CASE),
        RECOGNITION_APPEAL_DISMISSED(Matter.RECOGNITION_CASE),
        RECOGNITION_STEP_DAY_NEAR(Matter.RECOGNITION_CASE_OF_OTHERS),
        RECOGNITION_UNTAKEN_DAY_NEAR(Matter.RECOGNITION_CASE_OF_OTHERS),
        PRIOR_LEARNING_MORE_ASKED(Matter.PRIOR_LEARNING_CLAIM),
        PRIOR_LEARNING_DAY_NEAR(Matter.PRIOR_LEARNING_CLAIM),
        PRIOR_LEARNING_AWARDED(Matter.PRIOR_LEARNING_CLAIM),
        PRIOR_LEARNING_REFUSED(Matter.PRIOR_LEARNING_CLAIM),
        PRIOR_LEARNING_OVERDUE(Matter.PRIOR_LEARNING_CLAIM_OF_OTHERS),
        REEXAMINATION_DRAWN(Matter.PROMOTION_CASE),
        REEXAMINATION_UPHELD(Matter.PROMOTION_CASE),
        REEXAMINATION_DOUBTFUL(Matter.PROMOTION_CASE),
        REEXAMINATION_DAY_NEAR(Matter.PROMOTION_CASE),
        REEXAMINATION_CONFIRMED(Matter.PROMOTION_CASE),
        REEXAMINATION_OVERTURNED(Matter.PROMOTION_CASE),
        REEXAMINATION_REVIEW_DAY_NEAR(Matter.REEXAMINATION_OF_OTHERS),
        REEXAMINATION_OVERDUE(Matter.REEXAMINATION_OF_OTHERS),
        CREDENTIAL_ISSUED(Matter.CREDENTIAL),
        CREDENTIAL_SUSPENDED(Matter.CREDENTIAL),
        CREDENTIAL_RESTORED(Matter.CREDENTIAL),
        CREDENTIAL_REVOKED(Matter.CREDENTIAL),
        OUTCOME_WITHDRAWN(Matter.OUTCOME);

        private final Matter matter;

        MessageKind(Matter matter) {
            this.matter = matter;
        }

        public Matter matter() {
            return matter;
        }
    }

    /** What a message is about; {@code OF_OTHERS}: what its reader works on, or looks on, as an officer. */
    enum Matter {
        PROMOTION_CASE,
        PROMOTION_CASE_OF_OTHERS,
        RECOGNITION_CASE,
        RECOGNITION_CASE_OF_OTHERS,
        PRIOR_LEARNING_CLAIM,
        PRIOR_LEARNING_CLAIM_OF_OTHERS,
        REEXAMINATION_OF_OTHERS,
        CREDENTIAL,
        OUTCOME
    }

    /**
     * @param matter what it is about, such as an occupation with a grade, or a programme
     * @param institution who acted
     * @param actBy the last day of what may or must be done about it; null where nothing runs out
     * @param at when it happened
     */
    record Message(
            UUID id,
            MessageKind kind,
            UUID matterId,
            LocalText matter,
            LocalText institution,
            @Nullable LocalDate actBy,
            Instant at,
            boolean read) {}

    /** {@code count}: at most {@value #COUNT_MOST}, which means that many or more. */
    record Unread(int count) {}

    /** The caller's own, the newest first, 20 to a page. */
    @GetExchange("/api/me/messages")
    Page<Message> messages(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/me/messages/unread")
    Unread unread();

    /** Marks one as read; again changes nothing. NOT_FOUND when it is not the caller's own. */
    @PostExchange("/api/me/messages/{id}/reading")
    Message read(@PathVariable UUID id);

    /** Marks this one as read and all that came before it, so that one that came since stays unread. */
    @PostExchange("/api/me/messages/{id}/reading-of-all-before")
    Unread readUpTo(@PathVariable UUID id);
}
