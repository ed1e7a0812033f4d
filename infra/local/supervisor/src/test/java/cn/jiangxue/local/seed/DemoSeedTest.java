package cn.jiangxue.local.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.Role;
import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoSeedTest {
    private final FakeServices services = new FakeServices();
    private final List<String> progress = new ArrayList<>();

    @Test
    void an_empty_platform_gets_people_organisations_films_and_published_courses() {
        seed().run();

        assertThat(times("saveOrganisation")).isEqualTo(DemoOrganisation.values().length - 1);
        assertThat(times("createPerson")).isEqualTo(DemoSeed.people().size() - 1);
        assertThat(times("publish")).isEqualTo(4);
        assertThat(times("saveQuestion")).isGreaterThanOrEqualTo(40);
        assertThat(times("saveCaptions")).isEqualTo(8);
        assertThat(times("enrol")).isEqualTo(1);
        assertThat(services.changes)
                .as("a plan of evaluation by the enterprise")
                .containsSubsequence("file", "nameSupervisors", "decide");
        assertThat(progress).last().isEqualTo("sample data is complete");
    }

    @Test
    void every_byte_of_every_film_is_sent_in_parts() {
        seed().run();

        int sent = services.parts.stream().mapToInt(part -> part.length).sum();
        int wanted = SampleCourses.load().stream().mapToInt(DemoSeedTest::size).sum();
        assertThat(sent).isEqualTo(wanted);
    }

    @Test
    void a_second_run_changes_nothing() {
        seed().run();
        services.changes.clear();

        seed().run();

        assertThat(services.changes).isEmpty();
        assertThat(progress).last().isEqualTo("sample data is there already");
    }

    @Test
    void a_run_that_was_cut_short_is_finished_by_the_next() {
        services.transcoding = false;
        DemoSeed first = seed();
        first.stop();
        assertThatExceptionOfType(SeedFailed.class).isThrownBy(first::run).withMessageContaining("stopped");
        assertThat(times("publish")).isZero();

        services.transcoding = true;
        seed().run();

        assertThat(times("publish")).isEqualTo(4);
        assertThat(times("complete")).isEqualTo(4);
    }

    @Test
    void courses_do_not_wait_for_what_is_refused_to_learners_and_the_next_run_completes_it() {
        services.refusingWork = true;
        assertThatExceptionOfType(SeedFailed.class).isThrownBy(() -> seed().run());
        assertThat(times("publish")).isEqualTo(4);

        services.refusingWork = false;
        seed().run();

        assertThat(times("saveWorkRecord")).isEqualTo(2);
        assertThat(times("publish")).isEqualTo(4);
    }

    @Test
    void a_platform_whose_administrator_changed_the_password_is_left_alone() {
        services.passwords.put("admin", "something else");

        new DemoSeed(services, Optional.empty(), Duration.ofMillis(1), progress::add).run();
        seed().run();

        assertThat(services.changes).isEmpty();
        assertThat(progress).last().asString().contains("left as it is");
    }

    @Test
    void there_is_somebody_to_sign_in_as_for_every_role() {
        assertThat(DemoSeed.people()).extracting(DemoPerson::role).contains(Role.values());
        assertThat(DemoSeed.people()).extracting(DemoPerson::id).doesNotHaveDuplicates();
        assertThat(DemoSeed.people()).extracting(DemoPerson::userName).doesNotHaveDuplicates();
    }

    private DemoSeed seed() {
        return new DemoSeed(services, Optional.of("one-time-token"), Duration.ofMillis(1), progress::add);
    }

    private int times(String change) {
        return Collections.frequency(services.changes, change);
    }

    private static int size(SampleCourse course) {
        try (var in = course.video().file().openStream()) {
            return in.readAllBytes().length;
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
