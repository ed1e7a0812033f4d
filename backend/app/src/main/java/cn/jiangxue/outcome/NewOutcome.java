package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as the institution that answers for it states it.
 *
 * @param number the institution's own number; together with institution and learner it names the outcome for good
 * @param cause the import or request it comes by
 * @param line its place in there, from 1
 */
public record NewOutcome(
        UUID learnerId,
        OutcomeType type,
        String number,
        LocalText title,
        UUID issuerId,
        LocalText issuer,
        @Nullable String occupationCode,
        @Nullable Grade grade,
        int classHours,
        LocalDate attainedOn,
        String evidenceHash,
        Particulars particulars,
        UUID cause,
        int line) {

    /** What became of it. */
    public enum Recorded {
        /** It is on record by this cause and line. */
        ACCEPTED,
        /** The same was on record before. */
        ALREADY,
        /** The same was on record before and was withdrawn since: it counts toward nothing. */
        WITHDRAWN,
        /** Under this number something else is on record. */
        CONFLICT
    }
}
