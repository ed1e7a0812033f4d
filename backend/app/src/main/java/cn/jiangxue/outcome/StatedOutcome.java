package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner's outcome as recognition needs it. What stands on record is authentic: it was attained here, its issuer itself stated it, or an officer verified its evidence.
 *
 * @param issuerId the institution that answers for it
 * @param classHours nominal class hours; 0 where hours say nothing
 * @param attainedOn the civil date from which everything is counted
 * @param evidenceHash SHA-256 in hex of what it rests on; two outcomes with the same evidence are one
 * @param number its issuer's own; null when it has none
 */
public record StatedOutcome(
        OutcomeId id,
        OutcomeType type,
        LocalText title,
        UUID issuerId,
        LocalText issuer,
        @Nullable String occupationCode,
        @Nullable Grade grade,
        int classHours,
        LocalDate attainedOn,
        String evidenceHash,
        Particulars particulars,
        @Nullable String number) {}
