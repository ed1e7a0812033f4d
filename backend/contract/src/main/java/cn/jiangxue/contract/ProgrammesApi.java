package cn.jiangxue.contract;

import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Writing programmes (培养方案): an institution drafts the next version of its own, and a second person of it publishes. */
@HttpExchange(accept = "application/json")
public interface ProgrammesApi {

    enum ProgrammeDraftState {
        /** Its institution may still change it. */
        DRAFT,
        /** Handed over: nobody changes it while a second person reads it. */
        REVIEW,
        /** It is a version of the programme now. */
        PUBLISHED,
        /** Another content was published under its number meanwhile. */
        OVERTAKEN,
        ABANDONED
    }

    /** What a caller may do with a draft. */
    enum ProgrammeDraftAct {
        EDIT,
        SUBMIT,
        RETURN,
        PUBLISH,
        ABANDON,
        /** Go on with what it says as the next version. */
        RENEW
    }

    /** What a sentence speaks of; the editor has one part for each. */
    enum ProgrammePart {
        GENERAL,
        TARGETS,
        CAPS,
        FLOORS,
        EXCLUSIONS,
        CALENDAR
    }

    /** One thing a programme says, in plain words. {@code key} is unique in its programme and stays from version to version. */
    record ProgrammeSentence(ProgrammePart part, String key, LocalText place, LocalText text) {}

    /** A content read back in plain words; with faults the sentences say what can be said. */
    record ProgrammeReading(List<ProgrammeSentence> sentences, List<RuleFault> faults) {}

    record ProgrammeDraftSummary(
            String programmeId,
            int version,
            LocalText name,
            NamedInstitution institution,
            ProgrammeDraftState state,
            Instant changedAt) {}

    /**
     * @param hash of the content, SHA-256 in hexadecimal; what is published names it
     * @param earliestFrom first civil date from which it may hold if it is published today
     * @param reason why it was given back
     * @param own whether the caller wrote some of it
     * @param published versions of the programme that were published, the oldest first
     * @param acts what the caller may do
     */
    record ProgrammeDraft(
            ProgrammeDraftSummary summary,
            ProgrammeContent content,
            int revision,
            String hash,
            LocalDate earliestFrom,
            @Nullable String reason,
            boolean own,
            List<ProgrammeSentence> sentences,
            List<RuleFault> faults,
            List<Integer> published,
            List<ProgrammeDraftAct> acts) {}

    /** {@code revision} 0 makes the draft, else it is the one that was edited. At most 256 KiB. */
    record ProgrammeEdit(ProgrammeContent content, int revision) {}

    record ProgrammeStep(int revision) {}

    /** 10 to 2,000 characters. */
    record ProgrammeReason(String reason) {}

    /**
     * @param hash of the content the caller has read
     * @param from first civil date on which it holds: not in the past, and not before the date it names itself
     */
    record ProgrammePublication(String hash, LocalDate from) {}

    /** {@code rows}: what differs; {@code same}: how many sentences both have alike. */
    record ProgrammeComparison(int older, int newer, LocalText name, List<ComparedRow> rows, int same) {}

    /** Drafts of the caller's institutions that are not done with, by id. */
    @GetExchange("/api/programme-drafts")
    Page<ProgrammeDraftSummary> programmeDrafts(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/programme-drafts/{programmeId}/{version}")
    ProgrammeDraft programmeDraft(@PathVariable String programmeId, @PathVariable int version);

    /** Makes a draft of the next version, or changes it. It may be unfinished. */
    @PutExchange("/api/programme-drafts/{programmeId}/{version}")
    ProgrammeDraft saveProgramme(
            @PathVariable String programmeId, @PathVariable int version, @RequestBody ProgrammeEdit edit);

    /** Hands a draft without faults to a second person. */
    @PostExchange("/api/programme-drafts/{programmeId}/{version}/submission")
    ProgrammeDraft submitProgramme(
            @PathVariable String programmeId, @PathVariable int version, @RequestBody ProgrammeStep step);

    /** Back to draft, with what has to change. */
    @PostExchange("/api/programme-drafts/{programmeId}/{version}/return")
    ProgrammeDraft returnProgramme(
            @PathVariable String programmeId, @PathVariable int version, @RequestBody ProgrammeReason reason);

    /** By a second person, who wrote none of it. */
    @PostExchange("/api/programme-drafts/{programmeId}/{version}/publication")
    ProgrammeDraft publishProgramme(
            @PathVariable String programmeId, @PathVariable int version, @RequestBody ProgrammePublication publication);

    @PostExchange("/api/programme-drafts/{programmeId}/{version}/abandonment")
    ProgrammeDraft abandonProgramme(
            @PathVariable String programmeId, @PathVariable int version, @RequestBody ProgrammeStep step);

    /** The draft beside a published version of its programme. */
    @GetExchange("/api/programme-drafts/{programmeId}/{version}/comparison")
    ProgrammeComparison compareProgrammeDraft(
            @PathVariable String programmeId, @PathVariable int version, @RequestParam int older);

    /** Two published versions side by side. */
    @GetExchange("/api/public/programmes/{programmeId}/comparison")
    ProgrammeComparison compareProgrammes(
            @PathVariable String programmeId, @RequestParam int older, @RequestParam int newer);

    @PostExchange("/api/programme-readings")
    ProgrammeReading readProgramme(@RequestBody ProgrammeContent content);
}
