package cn.jiangxue.assessment;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Tries;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where learners stand with quizzes, one document for each learner and quiz. */
final class Standings {

    static final String COLLECTION = "quiz_standings";

    private final Documents<StandingDocument> standings;

    Standings(Documents<StandingDocument> standings) {
        this.standings = standings;
    }

    /** The standing; an empty one of revision 0 when there was no attempt yet. */
    Mono<StandingDocument> of(UUID enrolmentId, UUID lessonId) {
        return standings
                .find(StandingDocument.key(enrolmentId, lessonId))
                .defaultIfEmpty(StandingDocument.none(enrolmentId, lessonId));
    }

    /** True when stored; false when somebody else was faster. */
    Mono<Boolean> save(StandingDocument before, StandingDocument after) {
        return before.revision() == 0
                ? standings.insert(after)
                : standings.replace(before.id(), before.revision(), after);
    }

    /** Notes the result of a marked attempt; a repeat changes nothing. */
    Mono<StandingDocument> settle(AttemptDocument attempt) {
        return Tries.of(
                () -> of(attempt.enrolmentId(), attempt.lessonId()).flatMap(before -> settleFrom(before, attempt)));
    }

    private Mono<StandingDocument> settleFrom(StandingDocument before, AttemptDocument attempt) {
        StandingDocument after = before.settled(attempt);
        return after.equals(before)
                ? Mono.just(before)
                : save(before, after).filter(saved -> saved).map(saved -> after);
    }
}
