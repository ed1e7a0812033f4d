package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Choice.CountCap;
import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shares granted one after the other, and the room that is left. */
final class Filling {

    private final Choice choice;
    private final List<Share> shares;
    private final Map<Share, Integer> places = new HashMap<>();
    private final int[] wayOf;
    private final long[] amounts;
    private final long[] load;
    private final BitSet granted = new BitSet();
    private final BitSet taken = new BitSet();
    private final long[] capLoad;
    private long total;

    Filling(Choice choice) {
        this.choice = choice;
        shares = Choice.shares(choice.ways());
        for (int at = 0; at < shares.size(); at++) {
            places.put(shares.get(at), at);
        }
        wayOf = new int[choice.credits().length];
        Arrays.fill(wayOf, Solution.NOWHERE);
        amounts = new long[choice.ways().size()];
        load = new long[choice.ways().size()];
        capLoad = new long[choice.creditCaps().size()];
    }

    /** The targets of a choice that was made, without what is divisible. */
    static Filling ofTargets(Choice choice, int[] wayOf) {
        Filling filling = new Filling(choice);
        for (int target = 0; target < wayOf.length; target++) {
            if (wayOf[target] != Solution.NOWHERE) {
                Share share = new Share(wayOf[target], target);
                filling.put(share, choice.credits()[target]);
            }
        }
        return filling;
    }

    /**
     * A choice that was made elsewhere.
     *
     * @throws IllegalStateException when it exceeds a room
     */
    static Filling of(Choice choice, int[] wayOf, long[] amounts) {
        Filling filling = ofTargets(choice, wayOf);
        for (int way = 0; way < amounts.length; way++) {
            if (amounts[way] != 0) {
                filling.put(new Share(way, Share.POOL), amounts[way]);
            }
        }
        return filling;
    }

    /** Each target through the first way that has room for it, then of each outcome as much as fits. */
    static Filling greedy(Choice choice) {
        Filling filling = new Filling(choice);
        for (int target = 0; target < choice.credits().length; target++) {
            for (int way = 0; way < choice.ways().size() && filling.wayOf[target] == Solution.NOWHERE; way++) {
                Share share = new Share(way, target);
                if (choice.ways().get(way).targets().get(target) && filling.room(share) == choice.credits()[target]) {
                    filling.put(share, choice.credits()[target]);
                }
            }
        }
        filling.pour();
        return filling;
    }

    /** What is divisible, outcome by outcome: through the way that grants most now, of equals the preferred one. */
    void pour() {
        choice.ways().stream().mapToInt(Way::firstOutcome).sorted().distinct().forEach(outcome -> {
            int best = Solution.NOWHERE;
            long most = 0;
            for (int way = 0; way < amounts.length; way++) {
                Way one = choice.ways().get(way);
                long room = one.isDivisible() && one.firstOutcome() == outcome ? room(new Share(way, Share.POOL)) : 0;
                if (room > most) {
                    best = way;
                    most = room;
                }
            }
            if (best != Solution.NOWHERE) {
                put(new Share(best, Share.POOL), most);
            }
        });
    }

    /** Milli-credits that may still be granted by the share; for a target all of it or nothing. */
    long room(Share share) {
        int at = place(share);
        Way way = choice.ways().get(share.way());
        if (granted.get(at) || !share.isDivisible() && wayOf[share.target()] != Solution.NOWHERE || !mayOpen(at)) {
            return 0;
        }
        long room = way.most() - load[share.way()];
        for (int cap = 0; cap < capLoad.length; cap++) {
            CreditCap one = choice.creditCaps().get(cap);
            if (one.shares().get(at)) {
                room = Math.min(room, one.room() - capLoad[cap]);
            }
        }
        if (share.isDivisible()) {
            return Math.max(0, room);
        }
        long credits = choice.credits()[share.target()];
        return credits <= room ? credits : 0;
    }

    /**
     * Grants it.
     *
     * @throws IllegalStateException when there is no room
     */
    void put(Share share, long amount) {
        if (amount <= 0 || amount > room(share) || !share.isDivisible() && amount != choice.credits()[share.target()]) {
            throw new IllegalStateException("no room for " + amount + " by " + share);
        }
        int at = place(share);
        granted.set(at);
        taken.or(choice.ways().get(share.way()).outcomes());
        load[share.way()] += amount;
        total += amount;
        for (int cap = 0; cap < capLoad.length; cap++) {
            capLoad[cap] += choice.creditCaps().get(cap).shares().get(at) ? amount : 0;
        }
        if (share.isDivisible()) {
            amounts[share.way()] = amount;
        } else {
            wayOf[share.target()] = share.way();
        }
    }

    private int place(Share share) {
        return Objects.requireNonNull(places.get(share));
    }

    private boolean mayOpen(int at) {
        int way = shares.get(at).way();
        boolean open = load[way] > 0 || !taken.intersects(choice.ways().get(way).outcomes());
        return open
                && choice.countCaps().stream()
                        .filter(cap -> cap.shares().get(at) && !counts(cap, way))
                        .allMatch(cap -> cap.weights()[way] == 0 || counted(cap) + cap.weights()[way] <= cap.room());
    }

    private boolean counts(CountCap cap, int way) {
        return granted.stream()
                .anyMatch(at -> cap.shares().get(at) && shares.get(at).way() == way);
    }

    private long counted(CountCap cap) {
        return granted.stream()
                .filter(at -> cap.shares().get(at))
                .map(at -> shares.get(at).way())
                .distinct()
                .mapToLong(way -> cap.weights()[way])
                .sum();
    }

    /** Milli-credits granted. */
    long total() {
        return total;
    }

    Solution solution(long bound) {
        return new Solution(wayOf.clone(), amounts.clone(), bound);
    }
}
