package cn.jiangxue.contract;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import java.math.BigDecimal;
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

/** The rule book: programmes and transfer rules in versions, who signed which, and what was changed. What is published is read without signing in. */
@HttpExchange(accept = "application/json")
public interface RuleBookApi {

    /** Where a version stands on the day it is looked at. */
    enum VersionState {
        /** Only its author sees it, and may still change it. */
        DRAFT,
        /** Sent to the parties (征求意见): anyone may read it, nobody may change it. */
        CONSULTATION,
        REFUSED,
        /** Signed by all; its day is yet to come. */
        UPCOMING,
        IN_FORCE,
        /** Its time has passed, or a newer version took its place. */
        ENDED,
        WITHDRAWN
    }

    /** What a caller may do with a version. */
    enum RuleAct {
        EDIT,
        SEND,
        SIGN,
        REFUSE,
        WITHDRAW,
        NEXT_VERSION
    }

    record NamedInstitution(UUID id, LocalText name) {}

    record RuleSummary(
            String ruleId,
            int version,
            LocalText name,
            VersionState state,
            String programme,
            List<NamedInstitution> parties,
            LocalDate from,
            @Nullable LocalDate until,
            TrustedAs source) {}

    /** What a sentence speaks of; two versions are laid side by side by it. */
    enum RulePart {
        SOURCES,
        GIVES,
        WORTH,
        ASKS,
        KEEPS,
        RECORDS,
        REVIEW,
        TIME,
        PARTIES,
        GROUNDS
    }

    /** One thing a rule says, in plain words. */
    record RuleSentence(RulePart part, LocalText text) {}

    record RuleSignature(NamedInstitution institution, Instant at) {}

    /**
     * @param hash of what is signed, SHA-256 in hexadecimal
     * @param from first civil date on which it holds: what it says, or the day of the last signature when that came later
     * @param until first civil date on which it no longer holds, by itself or by a newer version
     * @param reason why it was refused or withdrawn
     * @param versions of the same rule that the caller may see
     * @param acts what the caller may do
     */
    record RuleVersionView(
            String ruleId,
            int version,
            VersionState state,
            int revision,
            NamedInstitution author,
            RuleContent content,
            LocalText programmeName,
            List<NamedInstitution> parties,
            List<RuleSentence> sentences,
            String hash,
            List<RuleSignature> signatures,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason,
            List<Integer> versions,
            List<RuleAct> acts) {}

    /** {@code revision} 0 makes the draft, else it is the one that was edited. {@code author}: the caller's institution, one of the parties. */
    record RuleEdit(UUID author, RuleContent content, int revision) {}

    record RuleSending(int revision) {}

    /** {@code hash}: of the content the officer has read. */
    record RuleSigning(String hash) {}

    /** A reason of 10 to 2,000 characters; it is public. */
    record RuleReason(UUID institution, String reason) {}

    /** A part of a draft at fault, by its path. */
    record RuleFault(String path, LocalText message) {}

    /** A draft read back in plain words; with faults the sentences say what can be said. */
    record RuleReading(List<RuleSentence> sentences, List<RuleFault> faults) {}

    record ProgrammeSummary(
            String programmeId,
            int version,
            LocalText name,
            NamedInstitution institution,
            VersionState state,
            LocalDate from,
            @Nullable LocalDate until) {}

    record ProgrammeVersionView(
            String programmeId,
            int version,
            VersionState state,
            NamedInstitution institution,
            ProgrammeContent content,
            LocalDate from,
            @Nullable LocalDate until,
            List<NamedInstitution> capped,
            List<Integer> versions) {}

    enum BookChange {
        SENT,
        SIGNED,
        PUBLISHED,
        REFUSED,
        WITHDRAWN,
        SUPERSEDED,
        IMPORTED
    }

    enum BookEntry {
        RULE,
        PROGRAMME
    }

    /** One line of the public record: which institution did what to which version, when and why. Never a person. */
    record RuleBookChange(
            UUID id,
            Instant at,
            BookChange what,
            BookEntry entry,
            String entryId,
            int version,
            LocalText name,
            @Nullable NamedInstitution institution,
            @Nullable String reason) {}

    /** An outcome to try a rule on; taken as verified. */
    record TriedOutcome(
            AttainedKind kind,
            String code,
            LocalText title,
            UUID issuer,
            @Nullable String occupationCode,
            @Nullable Integer level,
            int classHours,
            @Nullable Long statedMilli,
            @Nullable BigDecimal scorePercent,
            LocalDate attainedOn,
            @Nullable LocalDate validUntil,
            @Nullable String standingGroup,
            @Nullable Integer standingRank,
            List<String> units) {}

    /** A way in which class hours become credit. */
    record NamedCreditUnit(String id, LocalText name) {}

    record SampleLearner(String id, LocalText name, LocalText about, List<TriedOutcome> outcomes) {}

    /**
     * @param rule a draft to try as if it were in force; null tries what is in force in the programme
     * @param ruleId of the draft: its earlier versions are left out; null for a rule without
     * @param content a draft of the programme, to try as if it were in force, with the rules in force; null tries the version in force. Not together with {@code rule}
     * @param withOthers whether the other rules in force take part beside the draft
     * @param outcomes at most 40
     * @param asOf civil date of the decision; null is today
     */
    record TrialEdit(
            String programme,
            @Nullable RuleContent rule,
            @Nullable String ruleId,
            @Nullable ProgrammeContent content,
            boolean withOthers,
            List<TriedOutcome> outcomes,
            @Nullable LocalDate asOf) {}

    enum TrialVerdict {
        GRANTED,
        PARTLY_GRANTED,
        NO_ROOM,
        PRIOR_LEARNING,
        SUPPLEMENT,
        REFUSED
    }

    record TrialAnswer(
            List<LocalText> sources,
            @Nullable LocalText rule,
            @Nullable LocalText target,
            TrialVerdict verdict,
            long grantedMilli,
            long bankedMilli,
            @Nullable LocalText mark,
            @Nullable ReviewedBy review,
            List<Finding> findings) {}

    /** {@code exact}: whether the choice is proven to be the best; if not, at most {@code boundMilli} would be possible. */
    record Trial(
            LocalDate asOf,
            List<TrialAnswer> answers,
            List<Finding> floors,
            boolean eligible,
            long grantedMilli,
            long bankedMilli,
            boolean exact,
            long boundMilli) {}

    /** YAML or JSON in the form of {@code content/frameworks}, at most 1 MiB. */
    record RuleUpload(UUID institution, String text, boolean dryRun) {}

    enum EntryResult {
        ADDED,
        /** It took the place of what a draft said. */
        FILLED,
        SAME,
        REFUSED
    }

    /** {@code place}: where in the file. */
    record EntryRow(
            String place,
            String id,
            int version,
            EntryResult result,
            @Nullable LocalText problem) {}

    /** {@code added}: with what was filled. */
    record ImportReport(boolean dryRun, int added, int same, int refused, List<EntryRow> rows) {}

    @GetExchange("/api/public/rules")
    Page<RuleSummary> publicRules(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/public/rules/{ruleId}/versions/{version}")
    RuleVersionView publicRule(@PathVariable String ruleId, @PathVariable int version);

    @GetExchange("/api/public/rule-changes")
    Page<RuleBookChange> ruleChanges(
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/public/rule-institutions")
    List<NamedInstitution> ruleInstitutions();

    /** In force today, by id. */
    @GetExchange("/api/public/programmes")
    List<ProgrammeSummary> publicProgrammes();

    @GetExchange("/api/public/programmes/{programmeId}/versions/{version}")
    ProgrammeVersionView publicProgramme(@PathVariable String programmeId, @PathVariable int version);

    /** Versions that an institution of the caller's is a party of, drafts of its own included. */
    @GetExchange("/api/rules")
    Page<RuleSummary> ownRules(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/rules/{ruleId}/versions/{version}")
    RuleVersionView rule(@PathVariable String ruleId, @PathVariable int version);

    /** Makes a draft or changes one. Version 1 begins a rule; each further one follows a version that is no longer open. */
    @PutExchange("/api/rules/{ruleId}/versions/{version}")
    RuleVersionView saveRule(@PathVariable String ruleId, @PathVariable int version, @RequestBody RuleEdit edit);

    @PostExchange("/api/rules/{ruleId}/versions/{version}/sending")
    RuleVersionView sendRule(@PathVariable String ruleId, @PathVariable int version, @RequestBody RuleSending sending);

    /** Takes effect with the signature of the last party; the same again changes nothing. */
    @PutExchange("/api/rules/{ruleId}/versions/{version}/signatures/{institution}")
    RuleVersionView signRule(
            @PathVariable String ruleId,
            @PathVariable int version,
            @PathVariable UUID institution,
            @RequestBody RuleSigning signing);

    @PostExchange("/api/rules/{ruleId}/versions/{version}/refusal")
    RuleVersionView refuseRule(@PathVariable String ruleId, @PathVariable int version, @RequestBody RuleReason reason);

    /** A version in force ends with the day; awards made under it stay. */
    @PostExchange("/api/rules/{ruleId}/versions/{version}/withdrawal")
    RuleVersionView withdrawRule(
            @PathVariable String ruleId, @PathVariable int version, @RequestBody RuleReason reason);

    @PostExchange("/api/rule-readings")
    RuleReading readRule(@RequestBody RuleContent content);

    @PostExchange("/api/rule-trials")
    Trial tryRule(@RequestBody TrialEdit edit);

    @GetExchange("/api/credit-units")
    List<NamedCreditUnit> creditUnits();

    @GetExchange("/api/sample-learners")
    List<SampleLearner> sampleLearners();

    /** Programmes and rules become drafts of the caller's institution. Entries that are there already are left as they are. */
    @PostExchange("/api/rule-imports")
    ImportReport importRules(@RequestBody RuleUpload upload);
}
