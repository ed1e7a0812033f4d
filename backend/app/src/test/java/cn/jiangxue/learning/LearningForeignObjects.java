package cn.jiangxue.learning;

import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import java.util.Map;

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
                    });

    private LearningForeignObjects() {}

    private static Object enrolment(Site site) {
        return SampleCourse.published(site).enrolled(site).enrolmentId();
    }

    private static Site.Client stranger(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }
}
