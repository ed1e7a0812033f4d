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

    /** {@code marks}: in the order in which they were recorded, corrected ones among them. */
    record Examination(boolean passed, List<Part> parts, List<Mark> marks) {}

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

    /** Applications under examination at the institutions where the caller is an assessor, oldest first. */
    @GetExchange("/api/examinations")
    Page<CaseSummary> examinations(@RequestParam(required = false) @Nullable String cursor);

    /** The client makes the mark's id: a repeat answers the same. */
    @PutExchange("/api/promotion-cases/{id}/marks/{markId}")
    Case mark(@PathVariable UUID id, @PathVariable UUID markId, @RequestBody MarkEdit edit);
}
