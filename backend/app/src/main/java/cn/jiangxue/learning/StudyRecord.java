package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The append-only record of what was played, what of it counted and why the rest did not. */
final class StudyRecord {

    private static final int PAGE = 50;

    private final Documents<SegmentDocument> segments;

    StudyRecord(Documents<SegmentDocument> segments) {
        this.segments = segments;
    }

    /** Adds what is not there yet. */
    Mono<Void> append(List<SegmentDocument> heard) {
        if (heard.isEmpty()) {
            return Mono.empty();
        }
        var documents = heard.stream().map(segments::write).toList();
        return Mono.from(segments.raw().insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(Documents::isDuplicateKey, repeated -> Mono.empty());
    }

    /** Newest first. */
    Mono<Page<StudySegment>> page(UUID enrolmentId, UUID lessonId, @Nullable String cursor) {
        var scope = and(eq("enrolmentId", enrolmentId), eq("lessonId", lessonId));
        return segments.list(
                        cursor == null ? scope : and(scope, after(cursor)),
                        Sorts.descending("receivedAt", "_id"),
                        PAGE + 1)
                .collectList()
                .map(StudyRecord::page);
    }

    private static org.bson.conversions.Bson after(String cursor) {
        List<Object> key = Cursors.decode(cursor, Instant.class, UUID.class);
        return or(lt("receivedAt", key.get(0)), and(eq("receivedAt", key.get(0)), lt("_id", key.get(1))));
    }

    private static Page<StudySegment> page(List<SegmentDocument> found) {
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? Cursors.encode(shown.getLast().receivedAt(), shown.getLast().id())
                : null;
        return new Page<>(shown.stream().map(SegmentDocument::view).toList(), next);
    }
}
