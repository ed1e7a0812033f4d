package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.Enrol;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.StudyGrant;
import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Enrolments over HTTP, each to its own learner. */
@RestController
class EnrolmentRoutes {

    private final Learning learning;

    EnrolmentRoutes(Learning learning) {
        this.learning = learning;
    }

    @PutMapping("/api/enrolments/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Enrolment> enrol(Caller caller, @PathVariable UUID id, @RequestBody Enrol enrol) {
        return learning.enrol(caller, id, enrol.courseId());
    }

    @GetMapping("/api/enrolments/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Enrolment> enrolment(Caller caller, @PathVariable UUID id) {
        return learning.find(caller, id);
    }

    @GetMapping("/api/me/enrolments")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<Enrolment>> myEnrolments(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID course,
            @RequestParam(required = false) @Nullable String cursor) {
        return learning.list(caller, course, cursor);
    }

    @GetMapping("/api/enrolments/{id}/lessons/{lessonId}/segments")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<StudySegment>> segments(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID lessonId,
            @RequestParam(required = false) @Nullable String cursor) {
        return learning.segments(caller, id, lessonId, cursor);
    }

    @PostMapping("/api/enrolments/{id}/lessons/{lessonId}/study-grants")
    @Access(AccessKind.SIGNED_IN)
    Mono<StudyGrant> openStream(Caller caller, @PathVariable UUID id, @PathVariable UUID lessonId) {
        return learning.openStream(caller, id, lessonId);
    }

    @PutMapping("/api/enrolments/{id}/lessons/{lessonId}/reading")
    @Access(AccessKind.SIGNED_IN)
    Mono<Enrolment> markRead(Caller caller, @PathVariable UUID id, @PathVariable UUID lessonId) {
        return learning.markRead(caller, id, lessonId);
    }
}
