package cn.jiangxue.testing;

import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LearningApi.Enrol;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import java.util.List;
import java.util.UUID;

/** A published course with a text and a quiz of one question, made through the interface as a trainer would. */
public record SampleCourse(
        UUID organisationId, UUID courseId, UUID textLessonId, UUID quizLessonId, UUID questionId, UUID paperId) {

    /** A learner on the course. */
    public record Enrolled(Site.SignedIn learner, UUID enrolmentId) {}

    public record Started(Site.SignedIn learner, UUID enrolmentId, UUID lessonId, UUID attemptId) {}

    public static SampleCourse published(Site site) {
        UUID school = site.employer();
        var trainer = site.person(Role.TRAINER, school).client();
        var course = new SampleCourse(
                school, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        trainer.put(question(school, 0), "/api/questions/{id}", course.questionId())
                .expectStatus()
                .isOk();
        trainer.put(paper(school, course.questionId(), 0), "/api/papers/{id}", course.paperId())
                .expectStatus()
                .isOk();
        trainer.put(new NewCourse(school, course.content()), "/api/courses/{id}", course.courseId())
                .expectStatus()
                .isOk();
        trainer.post(new Publish(1), "/api/courses/{id}/versions", course.courseId())
                .expectStatus()
                .isOk();
        return course;
    }

    public Enrol enrol() {
        return new Enrol(courseId);
    }

    public Enrolled enrolled(Site site) {
        var learner = site.person(Role.LEARNER, organisationId);
        UUID id = UUID.randomUUID();
        learner.client().put(enrol(), "/api/enrolments/{id}", id).expectStatus().isOk();
        return new Enrolled(learner, id);
    }

    public Started attempt(Site site) {
        Enrolled enrolled = enrolled(site);
        UUID id = UUID.randomUUID();
        enrolled.learner()
                .client()
                .put(new StartAttempt(enrolled.enrolmentId(), quizLessonId), "/api/attempts/{id}", id)
                .expectStatus()
                .isOk();
        return new Started(enrolled.learner(), enrolled.enrolmentId(), quizLessonId, id);
    }

    /** A question whose right option is {@code a}. */
    public static QuestionEdit question(UUID organisation, int version) {
        var content = new QuestionContent(
                QuestionKind.SINGLE,
                zh("先断电还是先验电？"),
                List.of(new Option("a", zh("先断电")), new Option("b", zh("先验电"))),
                List.of("a"),
                zh("先断电，再验电。"),
                5);
        return new QuestionEdit(organisation, "6-18-01-01", version, content);
    }

    public static PaperEdit paper(UUID organisation, UUID question, int version) {
        var content = new PaperContent(zh("结课测验"), List.of(new QuestionRef(question, 1)), 1, 60, 3, 0);
        return new PaperEdit(organisation, version, content);
    }

    private CourseContent content() {
        var text = new Lesson(textLessonId, LessonKind.TEXT, zh("图文"), zh("正文"), null, null, 5);
        var quiz = new Lesson(quizLessonId, LessonKind.QUIZ, zh("测验"), null, null, new PaperRef(paperId, 1), 5);
        return new CourseContent(
                zh("停电验电"),
                zh("先断电，再验电。"),
                "6-18-01-01",
                Grade.JUNIOR,
                16,
                null,
                new CompletionRules(90, 0, 0),
                List.of(new Chapter(UUID.randomUUID(), zh("第一章"), List.of(text, quiz))));
    }

    private static LocalText zh(String text) {
        return new LocalText(text, "");
    }
}
