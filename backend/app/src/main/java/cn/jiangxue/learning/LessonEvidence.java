package cn.jiangxue.learning;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lesson of a passed course, as it stood when the course was passed.
 *
 * @param coveredSeconds union of media seconds seen; 0 unless a video
 * @param studySeconds what counted, bounded by the server's clock
 * @param scorePercent best score of a quiz, null for other kinds
 */
public record LessonEvidence(
        UUID lessonId,
        LocalText title,
        LessonKind kind,
        int coveredSeconds,
        int studySeconds,
        @Nullable Integer scorePercent,
        Instant completedAt) {}
