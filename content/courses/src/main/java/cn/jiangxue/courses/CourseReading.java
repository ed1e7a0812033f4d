package cn.jiangxue.courses;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.courses.SampleCourse.Chapter;
import cn.jiangxue.courses.SampleCourse.Lesson;
import cn.jiangxue.courses.SampleCourse.QuizLesson;
import cn.jiangxue.courses.SampleCourse.Rules;
import cn.jiangxue.courses.SampleCourse.TextLesson;
import cn.jiangxue.courses.SampleCourse.VideoLesson;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads one course folder. */
final class CourseReading {
    private final String folder;
    private final UnaryOperator<String> texts;
    private final Set<String> occupations;
    private final DataNode file;

    CourseReading(String folder, UnaryOperator<String> texts, Set<String> occupations) {
        this.folder = folder;
        this.texts = texts;
        this.occupations = occupations;
        this.file = yaml("course.yaml");
    }

    SampleCourse course() {
        file.only(
                "id",
                "title",
                "summary",
                "occupationCode",
                "grade",
                "classHours",
                "rules",
                "references",
                "video",
                "paper",
                "chapters");
        List<SampleQuestion> questions = QuestionReading.questions(yaml("questions.yaml"));
        return new SampleCourse(
                folder,
                file.uuid("id"),
                file.localText("title"),
                file.localText("summary"),
                occupationCode(),
                file.constant("grade", Grade.class),
                file.integer("classHours", 1, 1000),
                rules(file.child("rules").only("coveragePercent", "minimumStudyPercent", "textCountsSeconds")),
                file.list("references", DataNode::asText),
                VideoReading.video(folder, file.child("video"), texts),
                paper(file.child("paper"), questions.size()),
                chapters(),
                questions);
    }

    private DataNode yaml(String name) {
        String path = folder + "/" + name;
        return DataFile.parse(path, texts.apply(path));
    }

    private String occupationCode() {
        String code = file.text("occupationCode");
        if (!occupations.contains(code)) {
            throw file.child("occupationCode").problem("no standard covers the occupation " + code);
        }
        return code;
    }

    private static Rules rules(DataNode node) {
        return new Rules(
                node.integer("coveragePercent", 50, 100),
                node.integer("minimumStudyPercent", 0, 100),
                node.integer("textCountsSeconds", 0, 3_600));
    }

    private static SamplePaper paper(DataNode node, int questions) {
        node.only("id", "title", "drawCount", "passPercent", "maxAttempts", "minutes");
        return new SamplePaper(
                node.uuid("id"),
                node.localText("title"),
                node.integer("drawCount", 1, questions),
                node.integer("passPercent", 1, 100),
                node.integer("maxAttempts", 1, 20),
                node.integer("minutes", 0, 240));
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = file.list("chapters", this::chapter);
        DataNode place = file.child("chapters");
        requireOne(place, chapters, VideoLesson.class, "one video lesson");
        requireOne(place, chapters, QuizLesson.class, "one quiz lesson");
        return chapters;
    }

    private static void requireOne(DataNode place, List<Chapter> chapters, Class<? extends Lesson> kind, String what) {
        long count = chapters.stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .filter(kind::isInstance)
                .count();
        if (count != 1) {
            throw place.problem("exactly %s is expected, found %d".formatted(what, count));
        }
    }

    private Chapter chapter(DataNode node) {
        node.only("id", "title", "lessons");
        return new Chapter(node.uuid("id"), node.localText("title"), node.list("lessons", this::lesson));
    }

    private Lesson lesson(DataNode node) {
        UUID id = node.uuid("id");
        LocalText title = node.localText("title");
        int minutes = node.integer("nominalMinutes", 1, 600);
        String kind = node.text("kind");
        return switch (kind) {
            case "TEXT" -> {
                node.only("id", "kind", "title", "nominalMinutes", "text");
                yield new TextLesson(id, title, minutes, markdown(node));
            }
            case "VIDEO" -> {
                node.only("id", "kind", "title", "nominalMinutes");
                yield new VideoLesson(id, title, minutes);
            }
            case "QUIZ" -> {
                node.only("id", "kind", "title", "nominalMinutes");
                yield new QuizLesson(id, title, minutes);
            }
            default -> throw node.child("kind").problem("'%s' is none of TEXT, VIDEO, QUIZ".formatted(kind));
        };
    }

    private LocalText markdown(DataNode node) {
        String name = folder + "/lessons/" + node.text("text");
        String zh = texts.apply(name + ".zh.md");
        String en = texts.apply(name + ".en.md");
        if (zh.isBlank() || en.isBlank()) {
            throw node.child("text").problem("the text is empty in one of the languages");
        }
        return new LocalText(zh, en);
    }
}
