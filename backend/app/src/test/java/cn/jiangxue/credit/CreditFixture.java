package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.Completions;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.OutcomeAttained;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
import java.util.UUID;

/** A ledger over a real store, for tests of what stands on it. */
public final class CreditFixture implements AutoCloseable {

    public final LearningAccounts accounts;
    public final Postings postings;
    private final CreditLedger ledger;
    private final CourseCreditPosting posting;
    private final Ground ground;

    public CreditFixture(Ground ground, LearningOutcomes outcomes) {
        this.ground = ground;
        ledger = new CreditLedger(ground.documents, ground.clock);
        ledger.ensureIndexes(ground.database).block(java.time.Duration.ofSeconds(30));
        ledger.start();
        accounts = new LearningAccounts(ledger, outcomes);
        postings = new Postings(ledger);
        posting = new CourseCreditPosting(Standards.of(Frameworks.load()), ledger);
    }

    public static final OutboxSource CORRECTIONS = new OutboxSource(CorrectionDocument.COLLECTION);

    /** What takes back credit of withdrawn outcomes. */
    public WithdrawnCredit withdrawn(LearningOutcomes outcomes, Organisations organisations) {
        ground.make(CorrectionRecord.INDEXES.toArray(CollectionIndex[]::new));
        return new WithdrawnCredit(
                ledger,
                new CorrectedEntries(ledger, outcomes, organisations),
                corrections(),
                new CorrectionPosting(corrections(), postings, ground.clock),
                new SweepLease(ground.documents, "withdrawn-credit", ground.clock),
                ground.clock);
    }

    private CorrectionRecord corrections() {
        return new CorrectionRecord(ground.documents, ground.events, ground.outbox(List.of(), List.of()), ground.clock);
    }

    public List<Subscription<?>> heard(WithdrawnCredit withdrawn) {
        CreditConfiguration configuration = new CreditConfiguration();
        return List.of(
                configuration.correctionsPosted(new CorrectionPosting(corrections(), postings, ground.clock)),
                configuration.creditOfWithdrawnOutcomes(withdrawn));
    }

    /** Asks the ledger again where credit was spent; how many were taken back. */
    public long askAgain(WithdrawnCredit withdrawn) {
        return withdrawn.sweep().block();
    }

    /** Of the learner's corrections, newest first: state, and what hinders it. */
    public List<String> corrections(UUID learnerId) {
        return corrections().ofLearner(learnerId, null, null, 20).block().stream()
                .map(one -> one.state()
                        + (one.outcome() == null || one.outcome().hindrance() == null
                                ? ""
                                : " " + one.outcome().hindrance().en()))
                .toList();
    }

    /** Why the newest entry was made. */
    public String newestReason(UUID learnerId) {
        return accounts.account(new LearnerId(learnerId), null)
                .block()
                .entries()
                .items()
                .getFirst()
                .reason()
                .en();
    }

    /** Credit for a turner's course of so many class hours. */
    public void earn(UUID learnerId, int classHours) {
        OutcomeAttained outcome = new OutcomeAttained(
                UUID.randomUUID(),
                learnerId,
                OutcomeType.COURSE,
                UUID.randomUUID(),
                Completions.of(learnerId, UUID.randomUUID(), classHours).courseTitle(),
                Completions.TURNER,
                null,
                classHours,
                90,
                ground.time.today(),
                "x");
        posting.hear(outcome, new EventMeta(UUID.randomUUID(), ground.clock.instant()))
                .block();
    }

    /** Newest first: kind, amount and target of the newest entries. */
    public List<String> entries(UUID learnerId) {
        return accounts.account(new LearnerId(learnerId), null).block().entries().items().stream()
                .map(entry -> entry.kind() + " " + entry.availableChangeMilli())
                .toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
