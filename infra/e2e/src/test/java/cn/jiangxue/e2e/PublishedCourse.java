package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import cn.jiangxue.courses.SampleQuestion;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A course as a trainer writes it through the pages: a text, a film with captions, a quiz.
 *
 * @param path of its page for learners
 * @param questions asked in its quiz
 */
record PublishedCourse(String path, List<SampleQuestion> questions) {

    static final String TITLE = "卡尺入门：夹、读、量";
    static final String TEXT = "读数与零位误差";
    static final String FILM = "看操作：夹、读、量";
    static final String QUIZ = "结业测验";
    static final String TURNING = "6-18-01-01";

    private static final int CLASS_HOURS = 16;
    private static final double LONGEST_TRANSCODING = 240_000;
    private static final Pattern IDENTIFIED = Pattern.compile(".*/teach/courses/[0-9a-f-]{36}");

    /** What the trainer copies from: texts, film and questions that are already written. */
    static SampleCourse script() {
        return SampleCourses.load().stream()
                .filter(course -> course.occupationCode().equals(TURNING))
                .findFirst()
                .orElseThrow();
    }

    static PublishedCourse at(String path) {
        SampleCourse script = script();
        return new PublishedCourse(
                path,
                Stream.of(SampleQuestion.Kind.values())
                        .map(kind -> one(script, kind))
                        .toList());
    }

    static PublishedCourse write(Stage stage) {
        SampleCourse script = script();
        List<SampleQuestion> questions = at("").questions();
        try (Visitor trainer = stage.desk("trainer")) {
            trainer.signIn(Cast.TRAINER, Cast.PASSWORD);
            trainer.checked("home");
            String editor = begin(trainer);
            lesson(trainer, editor, "课文", TEXT);
            text(trainer, script);
            lesson(trainer, editor, "视频", FILM);
            String film = trainer.page().url();
            new FilmUpload(trainer).withTroubles(script);
            questions.forEach(question -> question(trainer, question));
            trainer.checked("bank");
            paper(trainer, questions);
            lesson(trainer, editor, "测验", QUIZ);
            trainer.choose("试卷", TITLE);
            saved(trainer);
            trainer.checked("quiz");
            captions(trainer, film, script);
            return new PublishedCourse(publish(trainer, editor), questions);
        }
    }

    /** The path of its page for the trainer. */
    String editor() {
        return "/teach/courses" + path.substring(path.lastIndexOf('/'));
    }

    private static SampleQuestion one(SampleCourse script, SampleQuestion.Kind kind) {
        return script.questions().stream()
                .filter(question -> question.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The address of the editor. */
    private static String begin(Visitor trainer) {
        Page page = trainer.page();
        trainer.open("/teach");
        trainer.checked("courses");
        page.locator("#new-course").click();
        page.locator("#course-title input").fill(TITLE);
        page.getByLabel("课程名称 · 英文").fill("First steps with the caliper");
        trainer.choose("工种", "车工");
        trainer.choose("等级", "初级工（五级）");
        trainer.shot("new-course");
        page.locator("#dialog-send").click();
        page.waitForURL(IDENTIFIED);
        page.getByLabel("学时").fill(String.valueOf(CLASS_HOURS));
        page.locator("#course-summary textarea").fill("学会夹、读、量：用游标卡尺测外径、孔径和深度。");
        saved(trainer);
        page.locator("#add-chapter").click();
        page.locator("#chapter-title input").fill("动手测量");
        page.locator("#dialog-send").click();
        assertThat(page.locator(".jx-chapter")).containsText("动手测量");
        trainer.checked("editor");
        return page.url();
    }

    static void lesson(Visitor trainer, String editor, String kind, String title) {
        Page page = trainer.page();
        page.navigate(editor);
        page.locator(".jx-add-lesson").click();
        trainer.choose("类型", kind);
        page.locator("#lesson-title input").fill(title);
        page.locator("#dialog-send").click();
        page.waitForURL("**/lessons/*");
        assertThat(page.locator("h1")).hasText(title);
    }

    private static void text(Visitor trainer, SampleCourse script) {
        String markdown = script.lessons()
                .filter(SampleCourse.TextLesson.class::isInstance)
                .map(SampleCourse.TextLesson.class::cast)
                .filter(lesson -> lesson.title().zh().equals(TEXT))
                .findFirst()
                .orElseThrow()
                .markdown()
                .zh();
        trainer.page().locator("#lesson-markdown textarea").fill(markdown);
        saved(trainer);
        trainer.press("预览课文");
        assertThat(trainer.page().locator(".jx-prose h3").first()).isVisible();
        trainer.checked("text");
    }

    private static void saved(Visitor trainer) {
        assertThat(trainer.page().locator(".jx-draft")).containsText("已自动保存");
    }

    private static void question(Visitor trainer, SampleQuestion question) {
        Page page = trainer.page();
        trainer.open("/teach/bank");
        page.locator("#new-question").click();
        trainer.choose(
                "题型",
                switch (question.kind()) {
                    case SINGLE -> "单选题";
                    case MULTIPLE -> "多选题";
                    case TRUE_FALSE -> "判断题";
                });
        page.locator("vaadin-dialog vaadin-select")
                .filter(new Locator.FilterOptions().setHasText("工种"))
                .click();
        page.getByRole(com.microsoft.playwright.options.AriaRole.OPTION, new Page.GetByRoleOptions().setName("车工"))
                .click();
        page.locator("#question-stem textarea").fill(question.stem().zh());
        page.locator("#question-why textarea").fill(question.explanation().zh());
        int number = 1;
        for (SampleQuestion.Option option : question.options()) {
            if (question.kind() != SampleQuestion.Kind.TRUE_FALSE) {
                page.locator("#option-" + number + " input").fill(option.text().zh());
            }
            if (question.correct().contains(option.id())) {
                page.locator("#right-" + number + " input").check();
            }
            number++;
        }
        trainer.shot("question-" + question.kind());
        page.locator("#dialog-send").click();
        assertThat(page.locator(".jx-row-title").getByText(question.stem().zh()))
                .isVisible();
    }

    private static void paper(Visitor trainer, List<SampleQuestion> questions) {
        Page page = trainer.page();
        trainer.open("/teach/papers");
        page.locator("#new-paper").click();
        page.locator("#paper-title input").fill(TITLE);
        questions.forEach(question -> page.locator("#paper-questions vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(question.stem().zh()))
                .locator("input")
                .check());
        trainer.shot("paper");
        page.locator("#dialog-send").click();
        assertThat(page.locator(".jx-row-title").getByText(TITLE)).isVisible();
        trainer.checked("papers");
    }

    private static void captions(Visitor trainer, String film, SampleCourse script) {
        Page page = trainer.page();
        page.navigate(film);
        assertThat(page.getByText("可以播放", new Page.GetByTextOptions().setExact(true)))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_TRANSCODING));
        page.locator("vaadin-upload input[type=file]").setInputFiles(Films.captions(script, "zh"));
        assertThat(page.locator(".jx-facts")).containsText("中文");
        trainer.choose("字幕语言", "English");
        page.locator("vaadin-upload input[type=file]").setInputFiles(Films.captions(script, "en"));
        assertThat(page.locator(".jx-facts")).containsText("English");
        trainer.checked("film-ready");
    }

    /** The path of the course's page for learners. */
    private static String publish(Visitor trainer, String editor) {
        Page page = trainer.page();
        page.navigate(editor);
        page.locator("#publish").click();
        assertThat(page.getByText("已发布第 1 版")).isVisible();
        trainer.checked("published");
        return "/course/" + editor.substring(editor.lastIndexOf('/') + 1);
    }
}
