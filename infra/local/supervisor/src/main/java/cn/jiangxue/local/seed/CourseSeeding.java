package cn.jiangxue.local.seed;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleQuestion;
import cn.jiangxue.local.seed.Services.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The sample courses as the demo's trainer would make them: films, questions, papers, drafts, publication. */
final class CourseSeeding {
    private final Services services;
    private final Waiting waiting;
    private final Consumer<String> progress;

    CourseSeeding(Services services, Waiting waiting, Consumer<String> progress) {
        this.services = services;
        this.waiting = waiting;
        this.progress = progress;
    }

    /** Whether every course has been published once, whatever became of it since. */
    boolean everythingIsThere(List<SampleCourse> courses) {
        return trainer()
                .filter(trainer -> courses.stream().allMatch(course -> published(trainer, course)))
                .isPresent();
    }

    /**
     * Uploads all films first, so that they are transcoded while the rest is written.
     *
     * @param whenPublished told each course as it becomes open to learners
     */
    void bringIn(List<SampleCourse> courses, Consumer<SampleCourse> whenPublished) {
        Optional<SignedIn> signedIn = trainer();
        if (signedIn.isEmpty()) {
            progress.accept("the trainer of the sample data has another password: courses left as they are");
            return;
        }
        SignedIn trainer = signedIn.get();
        UUID college = college();
        List<SampleCourse> missing =
                courses.stream().filter(course -> !published(trainer, course)).toList();
        VideoSeeding videos = new VideoSeeding(services, trainer.media(), waiting, progress);
        missing.forEach(course -> videos.upload(course, college));
        missing.forEach(course -> write(trainer.assessment(), course, college));
        missing.forEach(course -> {
            videos.awaitReady(course);
            publish(trainer, course, college);
            whenPublished.accept(course);
        });
    }

    private Optional<SignedIn> trainer() {
        return services.signIn(DemoPeople.TRAINER.userName(), DemoPeople.TRAINER.password());
    }

    private static UUID college() {
        return DemoPeople.TRAINER
                .organisation()
                .id()
                .orElseThrow(() -> new SeedFailed("the trainer's organisation has no fixed id"));
    }

    private boolean published(SignedIn trainer, SampleCourse course) {
        return services.found(() -> trainer.catalog().course(course.id()))
                .filter(found -> found.publishedVersion() > 0)
                .isPresent();
    }

    private void write(AssessmentApi assessment, SampleCourse course, UUID college) {
        for (SampleQuestion question : course.questions()) {
            if (services.found(() -> assessment.question(question.id())).isEmpty()) {
                assessment.saveQuestion(
                        question.id(),
                        new QuestionEdit(college, course.occupationCode(), 0, CourseWire.question(question)));
            }
        }
        if (services.found(() -> assessment.paper(course.paper().id())).isEmpty()) {
            progress.accept("questions: " + course.title().zh());
            assessment.savePaper(course.paper().id(), new PaperEdit(college, 0, paper(course)));
        }
    }

    private static PaperContent paper(SampleCourse course) {
        List<QuestionRef> questions = course.questions().stream()
                .map(question -> new QuestionRef(question.id(), 1))
                .toList();
        return new PaperContent(
                course.paper().title(),
                questions,
                course.paper().drawCount(),
                course.paper().passPercent(),
                course.paper().maxAttempts(),
                course.paper().minutes());
    }

    private void publish(SignedIn trainer, SampleCourse course, UUID college) {
        CourseForTrainer draft = services.found(() -> trainer.catalog().course(course.id()))
                .orElseGet(() -> trainer.catalog()
                        .createCourse(course.id(), new NewCourse(college, CourseWire.content(course))));
        progress.accept("course: " + course.title().zh());
        trainer.catalog().publish(course.id(), new Publish(draft.revision()));
    }
}
