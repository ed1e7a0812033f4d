package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been granted so far: by offer, by target and by outcome, and what the caps have used up. */
final class Allocation {

    private final CapBook caps;
    private final Map<Offer, Credits> granted = new IdentityHashMap<>();
    private final Set<String> satisfied = new HashSet<>();
    private final Map<OutcomeId, Use> usedBy = new HashMap<>();
    private final Set<Use> banking = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    /** Begins with what counts already. */
    Allocation(Programme programme, List<LiveAward> live) {
        caps = new CapBook(programme);
        for (LiveAward award : live) {
            caps.take(award.sources(), award.category(), award.amount());
            if (award.target() != null) {
                satisfied.add(award.target());
            }
        }
    }

    CapBook caps() {
        return caps;
    }

    void grant(Use use, Offer offer, Credits amount) {
        granted.put(offer, amount);
        caps.take(use.sources(), offer.category(), amount);
        use.sources().forEach(source -> usedBy.put(source.id(), use));
        if (offer.target() != null) {
            satisfied.add(offer.target().id());
        }
    }

    /** What the use is worth beyond what is granted stays in the account. */
    void bankRest(Use use) {
        banking.add(use);
    }

    boolean isBanking(Use use) {
        return banking.contains(use);
    }

    Credits granted(Offer offer) {
        return granted.getOrDefault(offer, Credits.ZERO);
    }

    /** Everything granted through the use. */
    Credits granted(Use use) {
        return use.offers().stream().map(this::granted).reduce(Credits.ZERO, Credits::plus);
    }

    boolean isSatisfied(String target) {
        return satisfied.contains(target);
    }

    /** The use through which an outcome counts. */
    Optional<Use> usedBy(Outcome outcome) {
        return Optional.ofNullable(usedBy.get(outcome.id()));
    }

    boolean isFree(Use use) {
        return use.sources().stream().noneMatch(source -> usedBy.containsKey(source.id()));
    }
}
