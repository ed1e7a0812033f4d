package cn.jiangxue.assessment;

import cn.jiangxue.contract.AssessmentApi.Answer;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import java.util.Map;
import java.util.UUID;

/** How a trainer would try to reach another school's bank, and a learner another's attempt. */
public final class AssessmentForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/questions/{id}",
                    site -> Attempt.of(
                            trainer(site), null, SampleCourse.published(site).questionId()),
            "PUT /api/questions/{id}",
                    site -> {
                        UUID mine = site.employer();
                        return Attempt.of(
                                site.person(Role.TRAINER, mine).client(),
                                SampleCourse.question(mine, 1),
                                SampleCourse.published(site).questionId());
                    },
            "GET /api/papers/{id}",
                    site -> Attempt.of(
                            trainer(site), null, SampleCourse.published(site).paperId()),
            "PUT /api/papers/{id}",
                    site -> {
                        UUID mine = site.employer();
                        var trainer = site.person(Role.TRAINER, mine).client();
                        UUID question = UUID.randomUUID();
                        trainer.put(SampleCourse.question(mine, 0), "/api/questions/{id}", question)
                                .expectStatus()
                                .isOk();
                        return Attempt.of(
                                trainer,
                                SampleCourse.paper(mine, question, 1),
                                SampleCourse.published(site).paperId());
                    },
            "GET /api/enrolments/{enrolmentId}/lessons/{lessonId}/quiz",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                learner(site), null, course.enrolled(site).enrolmentId(), course.quizLessonId());
                    },
            "PUT /api/attempts/{id}",
                    site -> {
                        var started = SampleCourse.published(site).attempt(site);
                        return Attempt.of(
                                learner(site),
                                new StartAttempt(started.enrolmentId(), started.lessonId()),
                                started.attemptId());
                    },
            "GET /api/attempts/{id}", site -> Attempt.of(learner(site), null, attempt(site)),
            "PUT /api/attempts/{id}/answers/{questionId}",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                learner(site),
                                new Answer(java.util.List.of("a")),
                                course.attempt(site).attemptId(),
                                course.questionId());
                    },
            "POST /api/attempts/{id}/submission", site -> Attempt.of(learner(site), null, attempt(site)));

    private AssessmentForeignObjects() {}

    private static Object attempt(Site site) {
        return SampleCourse.published(site).attempt(site).attemptId();
    }

    private static Site.Client trainer(Site site) {
        return site.person(Role.TRAINER, site.employer()).client();
    }

    private static Site.Client learner(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }
}
