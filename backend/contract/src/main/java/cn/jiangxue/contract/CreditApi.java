package cn.jiangxue.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

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

    /** {@code available} can be used today, {@code held} is set aside by an application. */
    record Balance(long availableMilli, long heldMilli, long seq) {}

    record RuleRef(String ruleId, int version, LocalText name, String clause, String source) {}

    /**
     * One ledger entry. Both legs are in it and sum to zero.
     *
     * @param availableChangeMilli what it did to the learner's available bucket; the counter-leg is the negative of both changes
     * @param causeId the event that caused it; an entry per cause at most
     * @param usableUntil first civil date on which the credit deposited by it can no longer be used; null for credit without an end
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
            String leafHash,
            @Nullable LocalDate usableUntil) {}

    /** Available credit that can be used on the day before {@code until} and no longer on {@code until}. */
    record Ending(LocalDate until, long milli) {}

    /** Credit set aside for an application. It is used as a whole or released as a whole. {@code id}: made by whoever set it aside. */
    record Hold(UUID id, UUID applicationId, long amountMilli) {}

    /** The caller's own credit set aside. {@code open}: whether the application may still be granted. */
    record HeldCredit(UUID id, UUID applicationId, LocalText title, long amountMilli, boolean open) {}

    /**
     * Credit that waits for the institution of its application to use it.
     *
     * @param open whether the application may still be granted; when not, it was
     */
    record HoldWaiting(
            UUID id,
            UUID applicationId,
            LocalText title,
            String learnerName,
            LocalText institutionName,
            long amountMilli,
            boolean open) {}

    /** {@code ending}: what ends within 180 days, soonest first. */
    record Account(UUID learnerId, Balance balance, Page<Entry> entries, List<Ending> ending, List<Hold> holds) {}

    /** Credit of the caller's for an application of the caller's. */
    record SpendEdit(UUID applicationId, long amountMilli) {}

    /** {@code amountMilli}: all that was set aside. A reason is required, 2 to 500 characters. */
    record UseEdit(UUID holdId, long amountMilli, String reason) {}

    enum CorrectionState {
        PROPOSED,
        APPROVED,
        POSTED,
        REFUSED,
        NOT_POSSIBLE
    }

    /** A reason is required, 10 to 2,000 characters. */
    record CorrectionEdit(UUID entryId, String reason) {}

    /** A reason of 10 to 2,000 characters is required to refuse. */
    record ApprovalEdit(boolean approve, String reason) {}

    /**
     * An entry that somebody wants taken back. It takes a second person.
     *
     * @param seq of the entry, in the account of the learner
     * @param reversalSeq of the entry that took it back, once it is posted
     * @param hindrance why it could not be posted although it was approved
     */
    record Correction(
            UUID id,
            CorrectionState state,
            UUID entryId,
            long seq,
            EntryKind kind,
            long availableChangeMilli,
            long heldChangeMilli,
            LocalText entryReason,
            String learnerName,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decisionReason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Long reversalSeq,
            @Nullable LocalText hindrance) {}

    /** An entry as those see it who answer for it. {@code correctable}: whether its kind can be taken back by a correction and was not yet. */
    record EntryOfOthers(Entry entry, String learnerName, boolean correctable) {}

    /** What a learner may attain (学习成果). */
    enum OutcomeType {
        COURSE,
        SKILL_GRADE,
        TRAINING,
        VOCATIONAL_QUALIFICATION,
        SPECIAL_ABILITY,
        DEGREE_COURSE,
        DEGREE,
        COMPETITION,
        INNOVATION,
        APPRENTICESHIP,
        WORK_EXPERIENCE,
        PROFESSIONAL_TITLE,
        PRIOR_LEARNING
    }

    record Outcome(
            UUID id,
            OutcomeType type,
            LocalText title,
            LocalText issuer,
            @Nullable String occupationCode,
            @Nullable Grade grade,
            int classHours,
            @Nullable Integer scorePercent,
            LocalDate attainedOn,
            UUID sourceId,
            String evidenceHash,
            Instant recordedAt,
            OutcomeDetails details,
            @Nullable Withdrawn withdrawn) {}

    /**
     * An outcome that was taken back: it stays on record and counts no more.
     *
     * @param ground why outcomes of its kind are taken back
     * @param reason as whoever took it back gave it
     */
    record Withdrawn(Instant at, LocalText ground, String reason) {}

    /**
     * What rules look at beside the above.
     *
     * @param code what it is, in the issuer's own numbering
     * @param number the issuer's own number of this outcome; null when it was attained here
     * @param level of the qualifications framework, as the issuer states it
     * @param statedMilli credit its issuer states
     * @param scoreHundredths hundredths of a percent, 0 to 10,000
     * @param validUntil first civil date on which it no longer holds of itself
     * @param units ids of the competence units it covers
     */
    record OutcomeDetails(
            String code,
            @Nullable String number,
            @Nullable Integer level,
            @Nullable Long statedMilli,
            @Nullable Integer scoreHundredths,
            @Nullable LocalDate validUntil,
            List<String> units) {}

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

    /** Entries of the caller's account, newest first; of one kind, or of all. */
    @GetExchange("/api/me/account/entries")
    Page<Entry> entries(
            @RequestParam(required = false) @Nullable EntryKind kind,
            @RequestParam(required = false) @Nullable String cursor);

    /** Everything the caller has set aside, at most 20. */
    @GetExchange("/api/me/account/holds")
    List<HeldCredit> myHolds();

    /** The account on paper, as PDF: at most 2,000 entries a file, files numbered from 1. */
    @GetExchange(url = "/api/me/account/statement/pdf", accept = "application/pdf")
    byte[] printedStatement(@RequestParam int file);

    /** Sets credit aside for an open application of the caller's; the client makes the id. */
    @PutExchange("/api/me/account/holds/{id}")
    Entry hold(@PathVariable UUID id, @RequestBody SpendEdit edit);

    /** Makes what was set aside available again. A repeat answers the same. */
    @PostExchange("/api/me/account/holds/{id}/release")
    Entry release(@PathVariable UUID id);

    /** Spends credit at once for an open application of the caller's; the client makes the id. */
    @PutExchange("/api/me/account/debits/{id}")
    Entry debit(@PathVariable UUID id, @RequestBody SpendEdit edit);

    /** What the applicant has set aside for the application; for recognition officers of its institution. */
    @GetExchange("/api/credit-applications/{applicationId}/holds")
    List<Hold> holds(@PathVariable UUID applicationId);

    /**
     * What is set aside for applications of the institutions where the caller is a recognition officer, oldest application first: for open ones, or with {@code granted}
     * for those that were granted. A page looks at 50 applications, so it may hold nothing and still have a next one.
     */
    @GetExchange("/api/credit-holds")
    Page<HoldWaiting> holdsWaiting(
            @RequestParam boolean granted, @RequestParam(required = false) @Nullable String cursor);

    /** Uses what the applicant set aside; for recognition officers of the application's institution. The client makes the id. */
    @PutExchange("/api/credit-applications/{applicationId}/uses/{id}")
    Entry use(@PathVariable UUID applicationId, @PathVariable UUID id, @RequestBody UseEdit edit);

    /** For recognition officers and administrators of the institution that answers for the entry, or of one above it. */
    @GetExchange("/api/ledger-entries/{entryId}")
    EntryOfOthers entryOfOthers(@PathVariable UUID entryId);

    /** Proposes to take an entry back. The client makes the id. Nobody proposes it for their own account. */
    @PutExchange("/api/ledger-corrections/{id}")
    Correction propose(@PathVariable UUID id, @RequestBody CorrectionEdit edit);

    @GetExchange("/api/ledger-corrections/{id}")
    Correction correction(@PathVariable UUID id);

    /** Of the institutions where the caller is a recognition officer or administrator, and of those below, oldest first. */
    @GetExchange("/api/ledger-corrections")
    Page<Correction> corrections(
            @RequestParam(required = false) @Nullable CorrectionState state,
            @RequestParam(required = false) @Nullable String cursor);

    /** Approves or refuses; never by the proposer, the account's holder, or whoever caused the entry. */
    @PutExchange("/api/ledger-corrections/{id}/approval")
    Correction decide(@PathVariable UUID id, @RequestBody ApprovalEdit edit);

    /** Corrections of entries of the caller's own account, newest first; of one entry, or of all. */
    @GetExchange("/api/me/account/corrections")
    Page<Correction> myCorrections(
            @RequestParam(required = false) @Nullable UUID entry,
            @RequestParam(required = false) @Nullable String cursor);
}
