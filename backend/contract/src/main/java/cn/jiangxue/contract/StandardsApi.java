package cn.jiangxue.contract;

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

/**
 * Versions of occupational standards and of the qualifications framework: drafted by the national body, open for comments, adopted by a second person, followed by
 * newer ones. {@code subject} is the code of an occupation or the id of the framework.
 */
@HttpExchange(accept = "application/json")
public interface StandardsApi {

    enum VersionKind {
        STANDARD,
        FRAMEWORK
    }

    /** Where a version stands on the day it is looked at. */
    enum StandardState {
        /** Only the national body sees it, and may change it. */
        DRAFT,
        /** Open for comments (征求意见): everyone signed in may read it, nobody may change it. */
        CONSULTATION,
        /** Adopted; its day is yet to come. */
        UPCOMING,
        IN_FORCE,
        /** A newer version took its place; what was begun under it is still judged by it. */
        SUPERSEDED,
        ABANDONED
    }

    /** What a caller may do with a version. */
    enum StandardAct {
        EDIT,
        CONSULT,
        ADOPT,
        REDRAFT,
        ABANDON,
        NEXT_VERSION,
        COMMENT
    }

    record StandardSummary(
            VersionKind kind,
            String subject,
            int version,
            LocalText name,
            String edition,
            StandardState state,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Exactly one of the two. */
    record VersionContent(
            @Nullable StandardContent standard, @Nullable FrameworkContent framework) {}

    /**
     * @param hash SHA-256 over one fixed form of it; what is adopted is the content with this hash
     * @param author who drafted it; null when it came with the product, or for readers outside the national body
     * @param earliestFrom the first civil date from which it may be made to hold
     * @param versions every version the caller may see, the oldest first
     */
    record StandardVersion(
            StandardSummary summary,
            VersionContent content,
            String hash,
            int revision,
            @Nullable String author,
            @Nullable String adoptedBy,
            @Nullable Integer supersededBy,
            @Nullable String reason,
            LocalDate earliestFrom,
            List<StandardSummary> versions,
            List<StandardAct> acts) {}

    /** {@code revision} 0 makes the draft, else it is the one that was edited. */
    record ContentEdit(VersionContent content, int revision) {}

    /** {@code closesOn}: the last civil date for comments, 7 to 180 days ahead. */
    record ConsultationEdit(int revision, LocalDate closesOn) {}

    /** {@code hash}: of the content the caller has read. */
    record AdoptionEdit(String hash, LocalDate effectiveFrom) {}

    /** A reason of 10 to 2,000 characters. */
    record StandardReason(String reason) {}

    /** A part at fault, by its place as a JSON Pointer. */
    record ContentFault(String path, LocalText message) {}

    /** What keeps a draft from being sent to consultation; empty when nothing does. */
    record ContentCheck(List<ContentFault> faults) {}

    /** The text of a file, at most 1 MiB, JSON or YAML in the form of the sample data. */
    record StandardUpload(String text, boolean dryRun) {}

    /**
     * What became of a file, or would become of it: a draft, unless there are faults.
     *
     * @param version number of the draft, 0 when there is none
     * @param same the newest version says exactly the same, so nothing was made
     */
    record StandardImport(
            boolean dryRun,
            @Nullable String subject,
            int version,
            @Nullable LocalText name,
            boolean same,
            List<ContentFault> faults) {}

    enum RowChange {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** One row that differs: a condition, a path, a unit, a descriptor. */
    record ComparedRow(
            LocalText section,
            LocalText place,
            RowChange change,
            @Nullable LocalText older,
            @Nullable LocalText newer) {}

    /** {@code same}: how many rows both have alike. */
    record StandardComparison(StandardSummary older, StandardSummary newer, List<ComparedRow> rows, int same) {}

    /** {@code by}: shown to the national body only. */
    record StandardComment(
            String text, Instant at, boolean own, @Nullable String by) {}

    /** At most 2,000 characters; each person has one comment on a version, and may rewrite it until the consultation closes. */
    record CommentEdit(String text) {}

    @GetExchange("/api/standard-versions")
    Page<StandardSummary> standardVersions(
            @RequestParam(required = false) @Nullable StandardState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/standard-versions/{subject}/{version}")
    StandardVersion standardVersion(@PathVariable String subject, @PathVariable int version);

    @GetExchange("/api/standard-versions/{subject}/comparison")
    StandardComparison compareStandards(@PathVariable String subject, @RequestParam int older, @RequestParam int newer);

    @PutExchange("/api/standard-versions/{subject}/{version}")
    StandardVersion saveStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody ContentEdit edit);

    @PostExchange("/api/standard-versions/{subject}/{version}/consultation")
    StandardVersion consultOnStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody ConsultationEdit edit);

    @PostExchange("/api/standard-versions/{subject}/{version}/adoption")
    StandardVersion adoptStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody AdoptionEdit edit);

    @PostExchange("/api/standard-versions/{subject}/{version}/redrafting")
    StandardVersion redraftStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody StandardReason reason);

    @PostExchange("/api/standard-versions/{subject}/{version}/abandonment")
    StandardVersion abandonStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody StandardReason reason);

    @GetExchange("/api/standard-versions/{subject}/{version}/comments")
    Page<StandardComment> standardComments(
            @PathVariable String subject,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/api/standard-versions/{subject}/{version}/comments/mine")
    StandardComment commentOnStandard(
            @PathVariable String subject, @PathVariable int version, @RequestBody CommentEdit edit);

    @PostExchange("/api/standard-checks")
    ContentCheck checkStandard(@RequestBody VersionContent content);

    @PostExchange("/api/standard-imports")
    StandardImport importStandard(@RequestBody StandardUpload upload);
}
