package cn.jiangxue.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The lifelong learning account: outcomes attained, credit posted, and the chain of evidence behind each entry. Amounts are milli-credits. */
@HttpExchange(accept = "application/json")
public interface CreditApi {

    enum EntryKind {
        DEPOSIT,
        HOLD,
        APPLY,
        DEBIT,
        REVERSE,
        SUPERSEDE,
        EXPIRE
    }

    /** {@code available} can be used, {@code held} is set aside by an application. */
    record Balance(long availableMilli, long heldMilli, long seq) {}

    record RuleRef(String ruleId, int version, LocalText name, String clause, String source) {}

    /**
     * One ledger entry. Both legs are in it and sum to zero.
     *
     * @param availableChangeMilli what it did to the learner's available bucket; the counter-leg is the negative of both changes
     * @param causeId the event that caused it; an entry per cause at most
     */
    record Entry(
            long seq,
            UUID entryId,
            EntryKind kind,
            long availableChangeMilli,
            long heldChangeMilli,
            long balanceAfterMilli,
            LocalText reason,
            @Nullable UUID outcomeId,
            @Nullable RuleRef rule,
            String causeId,
            @Nullable Long reversesSeq,
            Instant postedAt,
            String leafHash) {}

    record Account(UUID learnerId, Balance balance, Page<Entry> entries) {}

    enum OutcomeType {
        COURSE,
        SKILL_GRADE
    }

    record Outcome(
            UUID id,
            OutcomeType type,
            LocalText title,
            LocalText issuer,
            String occupationCode,
            @Nullable Grade grade,
            int classHours,
            @Nullable Integer scorePercent,
            LocalDate attainedOn,
            UUID sourceId,
            String evidenceHash,
            Instant recordedAt) {}

    /** A condition that was looked at: what was asked, what was found, whether it was met, and the rule that asks. */
    record Finding(LocalText what, LocalText asked, LocalText found, boolean met, String clause, String source) {}

    record LessonEvidence(
            UUID lessonId,
            LocalText title,
            CatalogApi.LessonKind kind,
            int coveredSeconds,
            int studySeconds,
            @Nullable Integer scorePercent,
            Instant completedAt) {}

    /** From the entry back to the seconds. {@code calculation} lists the steps from class hours to credit. */
    record Trace(
            Entry entry,
            @Nullable Outcome outcome,
            List<Finding> calculation,
            @Nullable UUID enrolmentId,
            @Nullable UUID courseId,
            int courseVersion,
            int studySeconds,
            List<LessonEvidence> lessons) {}

    /** The caller's balance and newest entries. Costs the same with ten entries and a hundred thousand. */
    @GetExchange("/api/me/account")
    Account account(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/me/account/entries/{seq}/trace")
    Trace trace(@PathVariable long seq);

    @GetExchange("/api/me/outcomes")
    Page<Outcome> outcomes(@RequestParam(required = false) @Nullable String cursor);
}
