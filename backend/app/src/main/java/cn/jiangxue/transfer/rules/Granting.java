package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.rules.Choice.CountCap;
import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what may be granted into numbers, has the best choice found, and grants it. */
final class Granting {

    private final Allocation allocation;
    private final List<Outcome> outcomes;
    private final List<Use> uses;
    private final List<Target> targets;
    private final Choice choice;
    private final List<Share> shares;

    /**
     * @param open uses of which every condition but room is met
     * @param outcomes in the learner's order: uses are preferred in the order of their earliest source
     */
    private Granting(Request request, List<Use> open, List<Outcome> outcomes, Allocation allocation) {
        this.allocation = allocation;
        this.outcomes = outcomes;
        uses = open.stream()
                .filter(use -> use.most().isPositive() && use.offers().stream().anyMatch(this::isFree))
                .sorted(Comparator.<Use>comparingInt(use -> use.earliest(outcomes))
                        .thenComparing(Use::isDivisible)
                        .thenComparing(
                                (one, other) -> one.isDivisible() ? Use.PREFERRED_OF_DIVISIBLE.compare(one, other) : 0)
                        .thenComparing(use -> use.rule().ref())
                        .thenComparing(use -> ids(use.sources())))
                .toList();
        targets = request.programme().targets().stream()
                .filter(target ->
                        uses.stream().anyMatch(use -> offer(use, target).isPresent()))
                .toList();
        List<Way> ways = uses.stream().map(this::way).toList();
        long[] credits =
                targets.stream().mapToLong(target -> target.credits().milli()).toArray();
        shares = Choice.shares(ways);
        List<CreditCap> creditCaps = new ArrayList<>();
        List<CountCap> countCaps = new ArrayList<>();
        for (CapBook.Key key : keys(request.programme().caps())) {
            switch (key.cap().most()) {
                case Limit.OfCredit limit ->
                    creditCaps.add(new CreditCap(
                            sharesUnder(key), allocation.caps().left(key, limit).milli()));
                case Limit.Count count ->
                    countCaps.add(new CountCap(
                            sharesUnder(key), weights(key), allocation.caps().outcomesLeft(key, count)));
            }
        }
        choice = new Choice(credits, ways, creditCaps, countCaps);
    }

    static Optimality grant(
            Request request, List<Use> open, List<Outcome> outcomes, Allocation allocation, Budget budget) {
        Granting granting = new Granting(request, open, outcomes, allocation);
        Solution solution = BestChoice.of(granting.choice, budget);
        Credits granted = granting.grant(solution);
        Banking.rest(open, outcomes, allocation);
        return granted.milli() == solution.bound()
                ? new Optimality.Proven()
                : new Optimality.Bounded(granted, new Credits(solution.bound()));
    }

    private Credits grant(Solution solution) {
        Credits granted = Credits.ZERO;
        for (Share share : shares) {
            Use use = uses.get(share.way());
            if (share.isDivisible()) {
                Credits amount = new Credits(solution.amounts()[share.way()]);
                if (amount.isPositive()) {
                    allocation.grant(use, offer(use, share), amount);
                    allocation.bankRest(use);
                }
                granted = granted.plus(amount);
            } else if (solution.wayOf()[share.target()] == share.way()) {
                allocation.grant(
                        use, offer(use, share), targets.get(share.target()).credits());
                granted = granted.plus(targets.get(share.target()).credits());
            }
        }
        return granted;
    }

    /** Not for a target that something granted before satisfies. */
    private boolean isFree(Offer offer) {
        return offer.isOpen()
                && (offer.target() == null
                        || !allocation.isSatisfied(offer.target().id()));
    }

    private Offer offer(Use use, Share share) {
        return (share.isDivisible() ? pool(use) : offer(use, targets.get(share.target()))).orElseThrow();
    }

    private static Optional<Offer> pool(Use use) {
        return use.offers().stream().filter(offer -> offer.target() == null).findFirst();
    }

    private Optional<Offer> offer(Use use, Target target) {
        return use.offers().stream()
                .filter(offer -> target.equals(offer.target()) && isFree(offer))
                .findFirst();
    }

    private static String ids(List<Outcome> sources) {
        return sources.stream().map(source -> source.id().toString()).collect(Collectors.joining(" "));
    }

    private Way way(Use use) {
        BitSet takes = new BitSet();
        IntStream.range(0, targets.size())
                .filter(target -> offer(use, targets.get(target)).isPresent())
                .forEach(takes::set);
        BitSet sources = new BitSet();
        use.sources().forEach(source -> sources.set(outcomes.indexOf(source)));
        return new Way(use.most().milli(), takes, sources);
    }

    /** In the order of the caps, each for the values in the order in which they occur. */
    private List<CapBook.Key> keys(List<Cap> caps) {
        List<CapBook.Key> found = shares.stream().flatMap(this::keys).distinct().toList();
        return caps.stream()
                .flatMap(cap -> found.stream().filter(key -> key.cap().equals(cap)))
                .toList();
    }

    private BitSet sharesUnder(CapBook.Key key) {
        BitSet under = new BitSet();
        IntStream.range(0, shares.size())
                .filter(at -> keys(shares.get(at)).anyMatch(key::equals))
                .forEach(under::set);
        return under;
    }

    private Stream<CapBook.Key> keys(Share share) {
        Use use = uses.get(share.way());
        return allocation.caps().keys(use.sources(), offer(use, share).category());
    }

    /** Sources that would count under the key and do not count yet. */
    private int[] weights(CapBook.Key key) {
        return uses.stream()
                .mapToInt(use -> allocation.caps().newOutcomes(key, use.sources(), key.value()))
                .toArray();
    }
}
