package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.BeatReply;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.StudyGrant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What players send, by study grant: no page session is involved. */
@RestController
class StudyRoutes {

    private final StudyIntake intake;
    private final Streams streams;

    StudyRoutes(StudyIntake intake, Streams streams) {
        this.intake = intake;
        this.streams = streams;
    }

    @PostMapping("/study/beats")
    @Access(AccessKind.STUDY_GRANT)
    Mono<BeatReply> beat(StudyGrant grant, @RequestBody Beat beat) {
        return intake.beat(grant, beat);
    }

    @PostMapping("/study/grants/renewals")
    @Access(AccessKind.STUDY_GRANT)
    Mono<cn.jiangxue.contract.LearningApi.StudyGrant> renew(StudyGrant grant) {
        return streams.renew(grant);
    }
}
