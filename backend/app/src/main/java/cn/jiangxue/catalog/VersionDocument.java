package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;

/** A published version, whole. In force from the moment the course document names it. */
record VersionDocument(
        @BsonId String id,
        int schema,
        UUID courseId,
        int version,
        UUID organisationId,
        CourseContent content,
        List<VideoLength> videos,
        Instant publishedAt) {

    static final String COLLECTION = "course_versions";
    static final int SCHEMA = 1;

    record VideoLength(UUID lessonId, int seconds) {}

    static String key(UUID courseId, int version) {
        return courseId + "/" + version;
    }

    PublishedCourse view(boolean withdrawn) {
        return new PublishedCourse(
                courseId,
                version,
                organisationId,
                content,
                videos.stream().collect(Collectors.toMap(VideoLength::lessonId, VideoLength::seconds)),
                withdrawn,
                publishedAt);
    }
}
