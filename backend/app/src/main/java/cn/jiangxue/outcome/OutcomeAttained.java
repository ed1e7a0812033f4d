package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner attained something. Told once per outcome.
 *
 * @param sourceId the enrolment, or the promotion case, it comes from
 * @param attainedOn the civil date by which rules are chosen
 */
@EventType("outcome.attained")
public record OutcomeAttained(
        UUID outcomeId,
        UUID learnerId,
        OutcomeType type,
        UUID sourceId,
        LocalText title,
        String occupationCode,
        @Nullable Grade grade,
        int classHours,
        @Nullable Integer scorePercent,
        LocalDate attainedOn,
        String evidenceHash) {}
