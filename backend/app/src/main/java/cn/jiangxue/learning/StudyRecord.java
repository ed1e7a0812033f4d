package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.NewestFirst;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The append-only record of what was played, what of it counted and why the rest did not. */
final class StudyRecord {

    private static final int PAGE = 50;

    private final Documents<SegmentDocument> segments;
    private final NewestFirst<SegmentDocument> newest;

    StudyRecord(Documents<SegmentDocument> segments) {
        this.segments = segments;
        this.newest = new NewestFirst<>(segments, "receivedAt", PAGE, SegmentDocument::receivedAt, SegmentDocument::id);
    }

    /** Adds what is not there yet. */
    Mono<Void> append(List<SegmentDocument> heard) {
        return segments.insertMissing(heard);
    }

    /** Newest first. */
    Mono<Page<StudySegment>> page(UUID enrolmentId, UUID lessonId, @Nullable String cursor) {
        return newest.page(
                and(eq("enrolmentId", enrolmentId), eq("lessonId", lessonId)), cursor, SegmentDocument::view);
    }
}
