package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.e2e.Site.Part;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story once more with another worker, and every process ended by {@code kill -9} in the middle of it: it goes on, nothing is lost and nothing counts twice. */
@Tag("fault")
@ExtendWith(Stage.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledStoryTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final double LONGEST_TRANSCODING = 300_000;

    private static Stage stage;
    private static Site site;
    private static String secondFilm = "";

    @BeforeAll
    static void begin(Stage shared) {
        stage = shared;
        site = shared.site();
    }

    @Test
    @Order(1)
    void an_upload_goes_on_after_the_object_store_and_a_transcoding_after_the_content_service() {
        PublishedCourse course = stage.course();
        try (Visitor trainer = stage.desk("trainer-killed")) {
            trainer.signIn(Cast.TRAINER, Cast.PASSWORD);
            Page page = trainer.page();
            PublishedCourse.lesson(trainer, site.url(course.editor()), "视频", "再看一遍");
            secondFilm = page.url();
            FilmUpload upload = new FilmUpload(trainer);

            upload.begin(PublishedCourse.script());
            site.killAndAwait(Part.OBJECTS);
            upload.awaitDone();
            assertThat(page.getByText(Pattern.compile("正在转码 \\d+%"))).isVisible();
            site.killAndAwait(Part.CONTENT);

            assertThat(page.getByText(Pattern.compile("正在转码 \\d+%|等待转码|可以播放")).first())
                    .isVisible();
            trainer.checked("film-after-kill");
        }
    }

    @Test
    @Order(2)
    void a_search_comes_back_with_the_search_node() {
        PublishedCourse course = stage.course();
        try (Visitor worker = stage.phone("worker-killed")) {
            worker.signIn(Cast.SECOND_TURNER, Cast.PASSWORD);
            Learner learner = new Learner(worker, course);
            learner.search("卡尺");

            site.kill(Part.SEARCH);
            worker.open("/catalogue");
            assertThat(worker.page().getByText(PublishedCourse.TITLE).first()).isVisible();
            worker.checked("catalogue-without-search");

            site.awaitAgain(Part.SEARCH);
            Site.await("the course is found again", SOON, () -> {
                worker.openShown("/catalogue?q=卡尺");
                return worker.page().locator("mark").count() > 0;
            });
            learner.openFound();
            learner.enrol();
            learner.read();
        }
    }

    @Test
    @Order(3)
    void a_film_counts_every_second_once_whatever_dies_while_it_plays() {
        PublishedCourse course = stage.course();
        try (Visitor worker = stage.phone("watch-killed")) {
            worker.signIn(Cast.SECOND_TURNER, Cast.PASSWORD);
            Learner learner = new Learner(worker, course);
            List<Response> beats = beats(worker.page());
            learner.openLesson(PublishedCourse.FILM);
            long began = System.nanoTime();
            learner.play();
            learner.awaitPlayed(20);
            learner.pause();
            Site.await("a beat is acknowledged", SOON, () -> {
                worker.page().waitForTimeout(200);
                return !beats.isEmpty();
            });

            learner.play();
            site.killAndAwait(Part.DOCUMENTS);
            learner.awaitPlayed(45);
            site.killAndAwait(Part.BACKEND);
            learner.awaitEnd();
            long watched = Duration.ofNanos(System.nanoTime() - began).toSeconds();

            OnRecord record = OnRecord.of(site, Cast.SECOND_TURNER);
            Site.await("every second on record is acknowledged, and the other way round", SOON, () -> {
                worker.page().waitForTimeout(200);
                return record.secondsOnRecord() == studySeconds(beats).getLast();
            });
            List<Integer> acknowledged = studySeconds(beats);
            assertThat(acknowledged)
                    .as("acknowledged study seconds never go back")
                    .isSorted();
            int told = acknowledged.getLast();
            assertThat(record.secondsOnRecord()).isEqualTo(told);
            JsonNode film = record.film();
            assertThat(film.get("studySeconds").intValue()).isEqualTo(told);
            assertThat((long) told).as("no more than the clock").isLessThanOrEqualTo(watched + 1);
            assertThat(film.get("coveredSeconds").intValue())
                    .isGreaterThanOrEqualTo(film.get("neededSeconds").intValue());
        }
    }

    /** The replies to beats, in the order in which the page heard them. */
    private static List<Response> beats(Page page) {
        List<Response> replies = new CopyOnWriteArrayList<>();
        page.onResponse((Response response) -> {
            if (response.url().endsWith("/study/beats") && response.ok()) {
                replies.add(response);
            }
        });
        return replies;
    }

    private static List<Integer> studySeconds(List<Response> replies) {
        JsonMapper json = JsonMapper.builder().build();
        return replies.stream()
                .map(reply -> json.readTree(reply.text()).get("studySeconds").intValue())
                .toList();
    }

    @Test
    @Order(4)
    void answers_given_before_the_pages_died_are_there_after_signing_in_again() {
        PublishedCourse course = stage.course();
        try (Visitor worker = stage.phone("quiz-killed")) {
            worker.signIn(Cast.SECOND_TURNER, Cast.PASSWORD);
            Learner learner = new Learner(worker, course);
            learner.openLesson(PublishedCourse.QUIZ);
            learner.startQuiz();
            String quiz = worker.page().url();
            learner.answer(2);

            site.killAndAwait(Part.UI);
            worker.page().locator("#quiz-submit").click();
            worker.page().waitForURL("**/login**");
            assertThat(worker.page().getByText("登录已结束")).isVisible();
            worker.enter(Cast.SECOND_TURNER, Cast.PASSWORD);

            worker.page().waitForURL(quiz);
            assertThat(worker.page().locator(".jx-submit-bar")).containsText("已答 2");
            worker.checked("questions-again");
            learner.answerFrom(2, course.questions().size());
            learner.submitQuiz();
        }
        awaitOneCredit();
    }

    private static void awaitOneCredit() {
        OnRecord record = OnRecord.of(site, Cast.SECOND_TURNER);
        Site.await("the credit is posted", SOON, () -> !record.creditEntries().isEmpty());
        assertThat(record.creditEntries()).hasSize(1);
        assertThat(record.outcomes())
                .filteredOn(outcome -> outcome.get("type").stringValue().equals("COURSE"))
                .hasSize(1);
        assertThat(record.enrolment().get("state").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    @Order(5)
    void after_all_of_it_died_at_once_a_second_run_finds_everything_as_it_was() {
        int seconds = OnRecord.of(site, Cast.SECOND_TURNER).secondsOnRecord();

        site.killAll();
        site.startAgain();

        awaitOneCredit();
        assertThat(OnRecord.of(site, Cast.SECOND_TURNER).secondsOnRecord()).isEqualTo(seconds);
        try (Visitor trainer = stage.desk("trainer-after")) {
            trainer.signIn(Cast.TRAINER, Cast.PASSWORD);
            trainer.open(secondFilm.substring(secondFilm.indexOf("/teach/")));
            assertThat(trainer.page().getByText("可以播放", new Page.GetByTextOptions().setExact(true)))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_TRANSCODING));
            trainer.checked("film-ready");
        }
    }
}
