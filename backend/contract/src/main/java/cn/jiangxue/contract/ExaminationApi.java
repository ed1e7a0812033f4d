package cn.jiangxue.contract;

import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The examination inside an application for a grade. Marks are whole tenths, 0 to 1,000: 600 is a mark of 60. */
@HttpExchange(accept = "application/json")
public interface ExaminationApi {

    enum PartState {
        /** Marks of a sitting are awaited. */
        OPEN,
        /** The marks of a sitting are in, and the supervisor's confirmation is awaited. */
        UNCONFIRMED,
        PASSED,
        /** Every sitting was used and none passed. */
        USED_UP
    }

    /**
     * One part as it stands.
     *
     * @param sitting the one that is open, or that ended the part; counted from 1
     * @param marksIn marks in force of that sitting, of {@code assessors} needed
     * @param asked what the standard asks, with its clause and how far it can be trusted
     * @param found what the marks came to so far
     */
    record Part(
            ExamPart part,
            LocalText name,
            PartState state,
            int sitting,
            int sittings,
            int marksIn,
            int assessors,
            int passTenths,
            LocalText asked,
            LocalText found,
            String clause,
            String source) {}

    /**
     * A mark; it stays for ever.
     *
     * @param corrects the mark in whose place it stands
     * @param inForce false once another one corrects it
     */
    record Mark(
            UUID id,
            ExamPart part,
            int sitting,
            int tenths,
            UUID assessorId,
            String assessorName,
            Instant at,
            @Nullable UUID corrects,
            String reason,
            boolean inForce) {}

    /**
     * What an outside supervisor put on record about one sitting.
     *
     * @param counts false: the sitting is void
     * @param words irregularities seen, or why the sitting is void; may be empty when it counts
     */
    record Confirmation(
            UUID id,
            ExamPart part,
            LocalText partName,
            int sitting,
            boolean counts,
            String words,
            UUID supervisorId,
            String supervisorName,
            Instant at) {}

    /**
     * {@code marks}: in the order in which they were recorded, corrected ones among them. {@code confirmations}: of an evaluation run by an enterprise; else empty.
     */
    record Examination(boolean passed, List<Part> parts, List<Mark> marks, List<Confirmation> confirmations) {}

    /**
     * @param sitting the sitting meant: of two assessors at once none opens the next sitting unawares
     * @param corrects a mark of the caller's own in the newest sitting of the part; {@code reason} then has 10 to 2,000 characters
     */
    record MarkEdit(
            ExamPart part,
            int sitting,
            int tenths,
            @Nullable UUID corrects,
            String reason) {}

    /**
     * @param present whether the supervisor was there; nobody confirms a sitting that they did not see
     * @param counts false objects to the sitting, which makes it void
     * @param words irregularities seen, at most 2,000 characters; an objection has 10 at least
     */
    record ConfirmationEdit(ExamPart part, int sitting, boolean present, boolean counts, String words) {}

    /** Applications under examination at the institutions and enterprises where the caller is an assessor, oldest first. */
    @GetExchange("/api/examinations")
    Page<CaseSummary> examinations(@RequestParam(required = false) @Nullable String cursor);

    /** The client makes the mark's id: a repeat answers the same. */
    @PutExchange("/api/promotion-cases/{id}/marks/{markId}")
    Case mark(@PathVariable UUID id, @PathVariable UUID markId, @RequestBody MarkEdit edit);

    /** Applications in which a sitting waits for the caller's confirmation as a supervisor, oldest first. */
    @GetExchange("/api/supervised-examinations")
    Page<CaseSummary> supervised(@RequestParam(required = false) @Nullable String cursor);

    /** By a supervisor named for the plan, once all marks of the sitting are in. The client makes the id: a repeat answers the same. */
    @PutExchange("/api/promotion-cases/{id}/confirmations/{confirmationId}")
    Case confirm(@PathVariable UUID id, @PathVariable UUID confirmationId, @RequestBody ConfirmationEdit edit);
}
