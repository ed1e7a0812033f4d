package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a course as learners study it. It never changes.
 *
 * @param videoSeconds length of each video lesson by lesson id, as it was when the version was published
 * @param withdrawn whether the course takes no new enrolments
 */
public record PublishedCourse(
        UUID courseId,
        int version,
        UUID organisationId,
        CourseContent content,
        Map<UUID, Integer> videoSeconds,
        boolean withdrawn,
        Instant publishedAt) {

    public PublishedCourse {
        videoSeconds = Map.copyOf(videoSeconds);
    }

    /** All lessons in the order of the course. */
    public List<Lesson> lessons() {
        return content.chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .toList();
    }

    public Optional<Lesson> lesson(UUID lessonId) {
        return lessons().stream().filter(lesson -> lesson.id().equals(lessonId)).findFirst();
    }
}
