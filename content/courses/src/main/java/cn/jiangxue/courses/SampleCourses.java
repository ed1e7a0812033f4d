package cn.jiangxue.courses;

import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.Occupation;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads the sample courses from the class path. */
public final class SampleCourses {
    private SampleCourses() {}

    /**
     * Reads and checks every course that {@code index.yaml} names, in its order.
     *
     * @throws BadData for the first thing wrong, with file, place and reason
     */
    public static List<SampleCourse> load() {
        return load(name -> DataFile.text(SampleCourses.class, name));
    }

    /** As {@link #load()}, with the texts from any place; films always come from the class path. */
    static List<SampleCourse> load(UnaryOperator<String> texts) {
        Set<String> occupations =
                Frameworks.load().occupations().stream().map(Occupation::code).collect(Collectors.toUnmodifiableSet());
        DataNode index = DataFile.parse("index.yaml", texts.apply("index.yaml")).only("courses");
        List<SampleCourse> courses = index.list("courses", DataNode::asText).stream()
                .map(folder -> new CourseReading(folder, texts, occupations).course())
                .toList();
        index.child("courses")
                .distinct(courses.stream().flatMap(SampleCourses::ids).toList(), id -> id, "id");
        return courses;
    }

    /** Every id a course brings along. */
    private static Stream<UUID> ids(SampleCourse course) {
        return Stream.of(
                        Stream.of(
                                course.id(), course.video().id(), course.paper().id()),
                        course.chapters().stream().map(SampleCourse.Chapter::id),
                        course.lessons().map(SampleCourse.Lesson::id),
                        course.questions().stream().map(SampleQuestion::id))
                .flatMap(ids -> ids);
    }
}
