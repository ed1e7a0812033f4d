package cn.jiangxue.assessment;

import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What assessment needs of learning: the quiz lesson a learner is at, and a place to say that it was passed. */
interface QuizLessons {

    record QuizLesson(UUID enrolmentId, UUID learnerId, UUID lessonId, PaperRef paper, LocalText title) {}

    /** Fails with NOT_FOUND when the lesson is no quiz of an enrolment of the caller's. */
    Mono<QuizLesson> find(Caller caller, UUID enrolmentId, UUID lessonId);

    /** Idempotent. */
    Mono<Void> passed(UUID enrolmentId, UUID lessonId, UUID attemptId, int scorePercent, Instant at);
}
