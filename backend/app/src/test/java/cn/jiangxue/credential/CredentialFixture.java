package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.credential.rules.SampleBadge;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.promotion.PromotionFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Credentials of promotions over a real store, for tests of what stands on them. */
public final class CredentialFixture {

    public static final OutboxSource SOURCE = new OutboxSource(CredentialDocument.COLLECTION);

    /** The learner's id is the person's, too. */
    static final HolderPersons EVERYBODY = Mono::just;

    public final StateChanges states;
    private final CredentialRegister register;
    private final List<Subscription<?>> heard;

    public CredentialFixture(PromotionFixture promotion, Path keyFolder) {
        var ground = promotion.ground;
        KeyFolder folder = new KeyFolder(keyFolder);
        Outbox silent = ground.outbox(List.of(), List.of());
        IssuerKeys keys = new IssuerKeys(folder, SampleBadge.ISSUER);
        register = new CredentialRegister(ground.documents, folder);
        states = new StateChanges(register, EVERYBODY, ground.events, silent, ground.clock);
        Issuing issuing = new Issuing(
                register,
                new DataIntegrity(keys),
                keys,
                learner -> Mono.just("张大伟"),
                ground.events,
                silent,
                ground.time);
        CredentialConfiguration configuration = new CredentialConfiguration();
        heard = List.of(
                configuration.credentialsForGrades(issuing),
                configuration.gradesOfRevokedCredentials(
                        new RevokedGrades(promotion.careers, OutcomeFixture.withdrawals(promotion.ground, silent))));
    }

    public List<Subscription<?>> heard() {
        return heard;
    }

    /** Ids of all credentials of a learner. */
    public List<UUID> of(UUID learnerId) {
        return register.ofLearner(learnerId).block().stream()
                .map(CredentialDocument::id)
                .toList();
    }

    /** Null before it is issued. */
    public @Nullable CredentialState state(UUID id) {
        return register.find(id).map(CredentialDocument::state).block();
    }

    public @Nullable String reason(UUID id) {
        return register.find(id).map(CredentialDocument::stateReason).block();
    }
}
