package cn.jiangxue.assessment;

import cn.jiangxue.learning.Learning;
import cn.jiangxue.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Quiz lessons as learning keeps them. */
final class LearningQuizLessons implements QuizLessons {

    private final Learning learning;

    LearningQuizLessons(Learning learning) {
        this.learning = learning;
    }

    @Override
    public Mono<QuizLesson> find(Caller caller, UUID enrolmentId, UUID lessonId) {
        return learning.quizLesson(caller, enrolmentId, lessonId)
                .map(lesson -> new QuizLesson(
                        lesson.enrolmentId(), lesson.learnerId(), lesson.lessonId(), lesson.paper(), lesson.title()));
    }

    @Override
    public Mono<Void> passed(UUID enrolmentId, UUID lessonId, UUID attemptId, int scorePercent, Instant at) {
        return learning.recordQuizPassed(enrolmentId, lessonId, scorePercent, at);
    }
}
