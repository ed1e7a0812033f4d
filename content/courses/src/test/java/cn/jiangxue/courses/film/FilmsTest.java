package cn.jiangxue.courses.film;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FilmsTest {

    @Test
    void the_films_in_the_folders_are_those_the_script_tells() {
        for (SampleCourse course : SampleCourses.load()) {
            Film film = Films.all().stream()
                    .filter(each -> each.folder().equals(course.folder()))
                    .findFirst()
                    .orElseThrow();

            assertThat(course.video().seconds()).isCloseTo(film.seconds(), Offset.offset(0.2));
            assertThat(course.video().captions().getFirst().text()).isEqualTo(Captions.vtt(film, Line::zh));
            assertThat(course.video().captions().getLast().text()).isEqualTo(Captions.vtt(film, Line::en));
        }
    }
}
