package cn.jiangxue.assessment;

import cn.jiangxue.contract.AssessmentApi.Answer;
import cn.jiangxue.contract.AssessmentApi.Attempt;
import cn.jiangxue.contract.AssessmentApi.QuizStanding;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Attempts over HTTP. Open to everyone signed in; each attempt to its own learner. */
@RestController
class AttemptRoutes {

    private final Attempts attempts;

    AttemptRoutes(Attempts attempts) {
        this.attempts = attempts;
    }

    @GetMapping("/api/enrolments/{enrolmentId}/lessons/{lessonId}/quiz")
    @Access(AccessKind.SIGNED_IN)
    Mono<QuizStanding> standing(Caller caller, @PathVariable UUID enrolmentId, @PathVariable UUID lessonId) {
        return attempts.standing(caller, enrolmentId, lessonId);
    }

    @PutMapping("/api/attempts/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Attempt> start(Caller caller, @PathVariable UUID id, @RequestBody StartAttempt start) {
        return attempts.start(caller, id, start);
    }

    @GetMapping("/api/attempts/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Attempt> attempt(Caller caller, @PathVariable UUID id) {
        return attempts.find(caller, id);
    }

    @PutMapping("/api/attempts/{id}/answers/{questionId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Void> answer(Caller caller, @PathVariable UUID id, @PathVariable UUID questionId, @RequestBody Answer answer) {
        return attempts.answer(caller, id, questionId, answer.optionIds());
    }

    @PostMapping("/api/attempts/{id}/submission")
    @Access(AccessKind.SIGNED_IN)
    Mono<Attempt> submit(Caller caller, @PathVariable UUID id) {
        return attempts.submit(caller, id);
    }
}
