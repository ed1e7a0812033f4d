package cn.jiangxue.contract;

import java.time.Instant;
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

/** Courses: drafting and publishing for trainers, finding and reading for everyone signed in. */
@HttpExchange(accept = "application/json")
public interface CatalogApi {

    enum LessonKind {
        TEXT,
        VIDEO,
        QUIZ
    }

    /** A fixed version of a paper in the question bank. */
    record PaperRef(UUID paperId, int version) {}

    /**
     * One lesson. Exactly the field of its kind is set: {@code markdown} for TEXT, {@code mediaId} for VIDEO, {@code paper} for QUIZ.
     *
     * @param nominalMinutes what a learner should plan for, 1 to 600
     */
    record Lesson(
            UUID id,
            LessonKind kind,
            LocalText title,
            @Nullable LocalText markdown,
            @Nullable UUID mediaId,
            @Nullable PaperRef paper,
            int nominalMinutes) {}

    record Chapter(UUID id, LocalText title, List<Lesson> lessons) {}

    /**
     * When a course counts as passed: every lesson complete, quizzes passed by their paper.
     *
     * @param coveragePercent share of a video's seconds that must be seen, 50 to 100 (90 unless said otherwise)
     * @param minimumStudyPercent least share of the videos' length that must be study seconds, 0 to 100
     * @param textCountsSeconds study seconds a text lesson earns at most, per lesson; 0: none
     */
    record CompletionRules(int coveragePercent, int minimumStudyPercent, int textCountsSeconds) {}

    /** What a trainer edits. At most 40 chapters, 200 lessons, 100,000 characters a text. {@code posterMediaId}: whose poster is the card. */
    record CourseContent(
            LocalText title,
            LocalText summary,
            String occupationCode,
            Grade grade,
            int classHours,
            @Nullable UUID posterMediaId,
            CompletionRules rules,
            List<Chapter> chapters) {}

    enum CourseState {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** A course as its trainers see it. {@code publishedVersion} 0: never published. */
    record CourseForTrainer(
            UUID id,
            UUID organisationId,
            CourseState state,
            int revision,
            int publishedVersion,
            boolean draftDiffers,
            CourseContent draft,
            Instant changedAt) {}

    record NewCourse(UUID organisationId, CourseContent content) {}

    /** {@code revision}: the one the change was made from. */
    record DraftEdit(int revision, CourseContent content) {}

    record Publish(int revision) {}

    record Occupation(String code, LocalText name) {}

    /** A card in the catalogue. {@code highlight} holds {@code <mark>} around what was found, everything else escaped. */
    record CourseCard(
            UUID courseId,
            int version,
            LocalText title,
            LocalText summary,
            Occupation occupation,
            Grade grade,
            int classHours,
            int nominalMinutes,
            @Nullable UUID posterMediaId,
            LocalText organisationName,
            @Nullable String highlightedTitle,
            @Nullable String highlightedSummary) {}

    record FacetValue(String value, LocalText label, long count) {}

    record Facet(String name, List<FacetValue> values) {}

    /** {@code degraded}: the search engine is down and this is the plain list. {@code total} is exact up to 10,000. */
    record CatalogueResult(
            List<CourseCard> items,
            List<Facet> facets,
            long total,
            boolean degraded,
            @Nullable String next) {}

    /** A published lesson as learners see it; {@code html} is sanitised, null unless TEXT. */
    record LessonView(
            UUID id,
            LessonKind kind,
            LocalText title,
            @Nullable LocalText html,
            @Nullable UUID mediaId,
            @Nullable PaperRef paper,
            int nominalMinutes) {}

    record ChapterView(UUID id, LocalText title, List<LessonView> lessons) {}

    /** One published version, whole. It never changes. */
    record CourseView(
            UUID courseId,
            int version,
            LocalText title,
            LocalText summary,
            Occupation occupation,
            Grade grade,
            int classHours,
            @Nullable UUID posterMediaId,
            UUID organisationId,
            LocalText organisationName,
            CompletionRules rules,
            List<ChapterView> chapters,
            boolean withdrawn,
            Instant publishedAt) {}

    /** A right to play one video without studying it, to be sent to the player alone; {@code playlistPath} is where it begins. */
    record VideoPreview(String grant, Instant expiresAt, String playlistPath) {}

    record RebuildState(
            String state,
            long done,
            long total,
            @Nullable String index,
            @Nullable Instant finishedAt) {}

    /** Courses of the organisations where the caller is a trainer, last changed first. */
    @GetExchange("/api/courses")
    Page<CourseForTrainer> myCourses(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/courses/{id}")
    CourseForTrainer course(@PathVariable UUID id);

    @PutExchange("/api/courses/{id}")
    CourseForTrainer createCourse(@PathVariable UUID id, @RequestBody NewCourse course);

    @PutExchange("/api/courses/{id}/draft")
    CourseForTrainer saveDraft(@PathVariable UUID id, @RequestBody DraftEdit edit);

    /** Makes the draft the next version. Refused with every reason while something is missing (a video not ready, an empty paper…). */
    @PostExchange("/api/courses/{id}/versions")
    CourseForTrainer publish(@PathVariable UUID id, @RequestBody Publish publish);

    /** No new enrolments; those enrolled go on. */
    @PostExchange("/api/courses/{id}/withdrawal")
    CourseForTrainer withdraw(@PathVariable UUID id);

    /** The draft as a learner would see it. Trainers of the course. */
    @GetExchange("/api/courses/{id}/preview")
    CourseView preview(@PathVariable UUID id);

    /** Opens a video of the course's organisation, whether a lesson has it yet or not. Nothing played by it counts. Trainers of the course. */
    @PostExchange("/api/courses/{id}/videos/{mediaId}/previews")
    VideoPreview previewVideo(@PathVariable UUID id, @PathVariable UUID mediaId);

    /** {@code duration}: {@code short} (to 8 class hours), {@code medium} (to 24), {@code long}. Facets may repeat. */
    @GetExchange("/api/catalogue")
    CatalogueResult catalogue(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> trade,
            @RequestParam(required = false) @Nullable List<Grade> grade,
            @RequestParam(required = false) @Nullable List<String> duration,
            @RequestParam(required = false) @Nullable String cursor);

    /** At most ten titles that begin with what is typed, in either language. */
    @GetExchange("/api/catalogue/suggestions")
    List<String> suggestions(@RequestParam String q);

    /** The version in force, or the given one when the caller is enrolled on it or a trainer of its organisation. */
    @GetExchange("/api/catalogue/{courseId}")
    CourseView courseView(@PathVariable UUID courseId, @RequestParam(required = false) @Nullable Integer version);

    @GetExchange("/api/occupations")
    List<Occupation> occupations();

    /** Builds a new index beside the one in use and moves the alias. National administrators. */
    @PostExchange("/api/catalogue/rebuilds")
    RebuildState rebuild();

    @GetExchange("/api/catalogue/rebuilds/current")
    RebuildState rebuildState();
}
