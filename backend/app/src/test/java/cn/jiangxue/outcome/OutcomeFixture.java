package cn.jiangxue.outcome;

import cn.jiangxue.contract.Page;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The feature over a real store, for tests of what hears it. */
public final class OutcomeFixture {

    public static final OutboxSource SOURCE = new OutboxSource(OutcomeDocument.COLLECTION);

    private OutcomeFixture() {}

    public static LearningOutcomes over(Ground ground, Outbox outbox) {
        OutcomeConfiguration configuration = new OutcomeConfiguration();
        ground.make(configuration.outcomesBySource(), configuration.outcomesByLearner());
        return new LearningOutcomes(
                configuration.outcomeDocuments(ground.documents), ground.events, outbox, ground.time);
    }

    /** What takes outcomes back; whose learner it is reads the messages. */
    public static Withdrawals withdrawals(Ground ground, Outbox outbox) {
        return new Withdrawals(
                new OutcomeConfiguration().outcomeDocuments(ground.documents),
                Mono::just,
                ground.events,
                outbox,
                ground.clock);
    }

    /** Why an outcome of this learner was taken back; null while it counts. */
    public static @Nullable Withdrawal withdrawal(LearningOutcomes outcomes, UUID learnerId, UUID sourceId) {
        return outcomes.page(new LearnerId(learnerId), null)
                .flatMapIterable(Page::items)
                .filter(outcome -> outcome.sourceId().equals(sourceId))
                .flatMap(outcome -> outcomes.withdrawn(new LearnerId(learnerId), List.of(new OutcomeId(outcome.id()))))
                .map(OutcomeWithdrawn::withdrawal)
                .blockFirst();
    }

    /** What institutions state, over the same store. */
    public static StatedOutcomes stated(Ground ground) {
        return new StatedOutcomes(new OutcomeConfiguration().outcomeDocuments(ground.documents), ground.clock);
    }

    /** What officers verified, over the same store. */
    public static VerifiedOutcomes verified(Ground ground) {
        return new VerifiedOutcomes(new OutcomeConfiguration().outcomeDocuments(ground.documents), ground.clock);
    }

    /** For what asks for no outcome: it has no indexes and tells nobody. */
    public static LearningOutcomes none(MongoDatabase database, CivilTime time) {
        DocumentsFactory documents = new DocumentsFactory(database);
        Events events = new Events(database.getCodecRegistry(), time.clock());
        Outbox silent = new Outbox(database, events, time.clock(), List.of(), List.of());
        return new LearningOutcomes(new OutcomeConfiguration().outcomeDocuments(documents), events, silent, time);
    }

    public static Mono<Void> record(LearningOutcomes outcomes, CourseCompleted told) {
        return outcomes.record(told);
    }
}
