package cn.jiangxue.outcome.rules;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.learning.StudyEvidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What an outcome rests on, and the hash that fixes it. */
public final class Evidence {

    private Evidence() {}

    /** Whether a completed course is proven by what came with it. */
    public sealed interface Proof {

        record Sound(StudyEvidence evidence) implements Proof {}

        /** {@code reasons}: everything that does not fit. */
        record Unsound(List<String> reasons) implements Proof {}
    }

    /** Seconds must add up, no lesson may count more study than the course, and the hash must be the one of these lessons. */
    public static Proof of(CourseCompleted told) {
        List<String> reasons = new ArrayList<>();
        long seconds = told.lessons().stream()
                .mapToLong(lesson -> lesson.studySeconds())
                .sum();
        if (told.lessons().isEmpty()) {
            reasons.add("no lessons");
        }
        if (seconds != told.studySeconds()) {
            reasons.add("lessons add up to " + seconds + " s of " + told.studySeconds() + " s");
        }
        if (told.lessons().stream().anyMatch(lesson -> lesson.studySeconds() < 0 || lesson.coveredSeconds() < 0)) {
            reasons.add("seconds below zero");
        }
        if (!StudyEvidence.hash(told.enrolmentId(), told.courseVersion(), told.lessons())
                .equals(told.evidenceHash())) {
            reasons.add("the hash is not of these lessons");
        }
        return reasons.isEmpty() ? new Proof.Sound(evidence(told)) : new Proof.Unsound(List.copyOf(reasons));
    }

    private static StudyEvidence evidence(CourseCompleted told) {
        return new StudyEvidence(
                told.enrolmentId(),
                told.courseId(),
                told.courseVersion(),
                told.studySeconds(),
                told.lessons(),
                told.evidenceHash());
    }

    /** SHA-256 in hex over one UTF-8 line: case, occupation, grade and civil date of a promotion. */
    public static String ofGrade(UUID caseId, String occupationCode, Grade grade, LocalDate decidedOn) {
        String line = String.join(" ", caseId.toString(), occupationCode, grade.name(), decidedOn.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
