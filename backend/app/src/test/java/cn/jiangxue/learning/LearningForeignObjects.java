package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** How a learner would try to reach another's enrolment. */
public final class LearningForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "PUT /api/enrolments/{id}",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                stranger(site),
                                course.enrol(),
                                course.enrolled(site).enrolmentId());
                    },
            "GET /api/enrolments/{id}", site -> Attempt.of(stranger(site), null, enrolment(site)),
            "GET /api/enrolments/{id}/lessons/{lessonId}/segments",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                stranger(site), null, course.enrolled(site).enrolmentId(), course.textLessonId());
                    },
            "POST /api/enrolments/{id}/lessons/{lessonId}/study-grants",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                stranger(site), null, course.enrolled(site).enrolmentId(), course.textLessonId());
                    },
            "PUT /api/enrolments/{id}/lessons/{lessonId}/reading",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(
                                stranger(site), null, course.enrolled(site).enrolmentId(), course.textLessonId());
                    },
            "PUT /api/enrolment-imports/{id}",
                    site -> {
                        var course = SampleCourse.published(site);
                        return Attempt.of(trainerElsewhere(site), roster(course), UUID.randomUUID());
                    },
            "GET /api/courses/{courseId}/learners",
                    site -> {
                        var course = SampleCourse.published(site);
                        return new Attempt(
                                trainerElsewhere(site),
                                null,
                                "?organisation=" + course.organisationId(),
                                course.courseId());
                    });

    private LearningForeignObjects() {}

    private static Object enrolment(Site site) {
        return SampleCourse.published(site).enrolled(site).enrolmentId();
    }

    private static EnrolmentImport roster(SampleCourse course) {
        String file = Base64.getEncoder().encodeToString("login\nsomebody\n".getBytes(StandardCharsets.UTF_8));
        return new EnrolmentImport(course.organisationId(), course.courseId(), null, ImportFormat.CSV, file, false);
    }

    private static Site.Client trainerElsewhere(Site site) {
        return site.person(Role.TRAINER, site.employer()).client();
    }

    private static Site.Client stranger(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }
}
