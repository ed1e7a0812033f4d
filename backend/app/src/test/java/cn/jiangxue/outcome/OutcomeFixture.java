package cn.jiangxue.outcome;

import cn.jiangxue.ground.Ground;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import reactor.core.publisher.Mono;

/** The feature over a real store, for tests of what hears it. */
public final class OutcomeFixture {

    public static final OutboxSource SOURCE = new OutboxSource(OutcomeDocument.COLLECTION);

    private OutcomeFixture() {}

    public static LearningOutcomes over(Ground ground, Outbox outbox) {
        OutcomeConfiguration configuration = new OutcomeConfiguration();
        ground.make(configuration.outcomesBySource(), configuration.outcomesByLearner());
        return new LearningOutcomes(ground.documents, ground.events, outbox, ground.time);
    }

    public static Mono<Void> record(LearningOutcomes outcomes, CourseCompleted told) {
        return outcomes.record(told);
    }
}
