package cn.jiangxue.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an award for a passed course rests on: each lesson with its seconds and scores, fixed when the course was passed.
 *
 * @param studySeconds of all lessons
 * @param hash SHA-256 in hex of the canonical lines, see {@link #hash(UUID, int, List)}
 */
public record StudyEvidence(
        UUID enrolmentId,
        UUID courseId,
        int courseVersion,
        int studySeconds,
        List<LessonEvidence> lessons,
        String hash) {

    public StudyEvidence {
        lessons = List.copyOf(lessons);
    }

    /**
     * SHA-256 in hex over UTF-8 lines: {@code enrolmentId version}, then for each lesson in order {@code lessonId covered study score completedAt}; a missing
     * score is {@code -}, instants are ISO 8601 in UTC.
     */
    public static String hash(UUID enrolmentId, int courseVersion, List<LessonEvidence> lessons) {
        String lines = lessons.stream()
                .map(StudyEvidence::line)
                .collect(Collectors.joining("\n", enrolmentId + " " + courseVersion + "\n", "\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(LessonEvidence lesson) {
        String score =
                lesson.scorePercent() == null ? "-" : lesson.scorePercent().toString();
        return String.join(
                " ",
                lesson.lessonId().toString(),
                String.valueOf(lesson.coveredSeconds()),
                String.valueOf(lesson.studySeconds()),
                score,
                lesson.completedAt().toString());
    }
}
