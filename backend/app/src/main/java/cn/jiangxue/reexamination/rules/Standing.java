package cn.jiangxue.reexamination.rules;

import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A re-examination as rules see it.
 *
 * @param reviewer who took it; null before
 * @param actBy last day of the step it is at; null when it is closed
 * @param files of its own
 * @param statement what the learner said; null before
 */
public record Standing(
        ReexaminationState state,
        long revision,
        Took took,
        @Nullable UUID reviewer,
        @Nullable LocalDate actBy,
        int files,
        @Nullable Found found,
        @Nullable String statement,
        @Nullable Ruled ruled) {

    /** {@code hearUntil}: last day that the learner has to say something before the grade may be taken back. */
    public record Found(UUID id, FindingKind kind, String reason, UUID by, LocalDate hearUntil) {}

    public record Ruled(UUID id, RulingKind kind, String reason, UUID by) {}
}
