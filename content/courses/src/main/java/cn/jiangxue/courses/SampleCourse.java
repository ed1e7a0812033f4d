package cn.jiangxue.courses;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A course as its folder holds it.
 *
 * @param folder name of the folder
 * @param id fixed, so that importing it twice makes one course
 * @param occupationCode an occupation that has a standard
 * @param classHours nominal class hours credited when the rules are met
 * @param references regulations and standards the texts speak of
 */
public record SampleCourse(
        String folder,
        UUID id,
        LocalText title,
        LocalText summary,
        String occupationCode,
        Grade grade,
        int classHours,
        Rules rules,
        List<String> references,
        SampleVideo video,
        SamplePaper paper,
        List<Chapter> chapters,
        List<SampleQuestion> questions) {

    public SampleCourse {
        references = List.copyOf(references);
        chapters = List.copyOf(chapters);
        questions = List.copyOf(questions);
    }

    /**
     * When the course counts as passed.
     *
     * @param coveragePercent share of a video's seconds that must be seen
     * @param minimumStudyPercent least share of the videos' length that must be study seconds
     * @param textCountsSeconds study seconds a text earns at most
     */
    public record Rules(int coveragePercent, int minimumStudyPercent, int textCountsSeconds) {}

    /** A chapter and its lessons, in the order in which they are taken. */
    public record Chapter(UUID id, LocalText title, List<Lesson> lessons) {
        public Chapter {
            lessons = List.copyOf(lessons);
        }
    }

    /** One lesson; {@code nominalMinutes} is what a learner should plan for. */
    public sealed interface Lesson {
        UUID id();

        LocalText title();

        int nominalMinutes();
    }

    /** A text to read, Markdown in both languages. */
    public record TextLesson(UUID id, LocalText title, int nominalMinutes, LocalText markdown) implements Lesson {}

    /** Shows the course's video. */
    public record VideoLesson(UUID id, LocalText title, int nominalMinutes) implements Lesson {}

    /** Asks the course's paper. */
    public record QuizLesson(UUID id, LocalText title, int nominalMinutes) implements Lesson {}

    /** All lessons in order. */
    public Stream<Lesson> lessons() {
        return chapters.stream().flatMap(chapter -> chapter.lessons().stream());
    }
}
