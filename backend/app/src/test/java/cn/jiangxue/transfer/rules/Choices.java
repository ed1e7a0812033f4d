package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Choice.CountCap;
import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Choices made up from a seed, and the plain way to make small ones: try everything. */
final class Choices {

    private Choices() {}

    static BitSet set(int... members) {
        BitSet set = new BitSet();
        IntStream.of(members).forEach(set::set);
        return set;
    }

    static BitSet upTo(int count) {
        BitSet set = new BitSet();
        set.set(0, count);
        return set;
    }

    static Way way(long most, int outcome, int... targets) {
        return new Way(most, set(targets), set(outcome));
    }

    static Choice plain(long[] credits, Way... ways) {
        return new Choice(credits, List.of(ways), List.of(), List.of());
    }

    /** Shares of a choice that is not complete yet, by what they are. */
    static BitSet shares(List<Way> ways, Predicate<Share> wanted) {
        List<Share> shares = Choice.shares(ways);
        BitSet found = new BitSet();
        IntStream.range(0, shares.size())
                .filter(at -> wanted.test(shares.get(at)))
                .forEach(found::set);
        return found;
    }

    /** Every kind of cap, ways that share outcomes, whole and divisible ones, and rooms that bind; amounts are multiples of half a step. */
    static Choice random(Random random, int targets, int ways, long step) {
        long[] credits = random.longs(targets, 1, 9).map(units -> units * step).toArray();
        List<Way> made = new ArrayList<>();
        for (int way = 0; way < ways; way++) {
            BitSet outcomes = set(random.nextInt(4) == 0 ? random.nextInt(ways) : way);
            if (random.nextInt(6) == 0) {
                outcomes.set(random.nextInt(ways));
            }
            boolean divisible = random.nextInt(4) == 0;
            BitSet takes = some(random, targets);
            made.add(
                    divisible
                            ? new Way((1 + random.nextInt(8)) * step / 2, new BitSet(), outcomes)
                            : new Way(step / 2 + room(random, 18, step), takes, outcomes));
        }
        int all = Choice.shares(made).size();
        List<CreditCap> creditCaps = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            creditCaps.add(new CreditCap(upTo(all), room(random, 5 * targets, step)));
        }
        for (int cap = random.nextInt(4); cap > 0; cap--) {
            BitSet counted = some(random, random.nextBoolean() ? targets : ways);
            Predicate<Share> wanted = random.nextBoolean()
                    ? share -> !share.isDivisible() && counted.get(share.target())
                    : share -> counted.get(share.way());
            creditCaps.add(new CreditCap(shares(made, wanted), room(random, 2 * targets, step)));
        }
        List<CountCap> countCaps = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            int[] weights = IntStream.range(0, ways)
                    .map(way -> random.nextBoolean() ? made.get(way).outcomes().cardinality() : 0)
                    .toArray();
            BitSet counted = some(random, ways);
            countCaps.add(new CountCap(
                    random.nextBoolean() ? upTo(all) : shares(made, share -> counted.get(share.way())),
                    weights,
                    random.nextInt(4)));
        }
        return new Choice(credits, made, creditCaps, countCaps);
    }

    /** As a large application looks: caps by institution, kind and year, by category and in total, and a count, all of which bind. */
    static Choice lifelike(Random random, int targets, int ways, int tightPercent) {
        long[] credits = random.longs(targets, 3, 13).map(units -> units * 500).toArray();
        long all = LongStream.of(credits).sum();
        List<Way> made = new ArrayList<>();
        int reach = 1 + random.nextInt(8);
        for (int way = 0; way < ways; way++) {
            BitSet takes = new BitSet();
            for (int i = 0; i < reach; i++) {
                takes.set(random.nextInt(targets));
            }
            made.add(new Way(500L * (4 + random.nextInt(20)), takes, set(way)));
        }
        List<CreditCap> caps = new ArrayList<>();
        caps.add(new CreditCap(shares(made, share -> true), all * tightPercent / 100));
        sorts(random, targets, 3)
                .forEach(sort -> caps.add(new CreditCap(
                        shares(made, share -> sort.get(share.target())),
                        all * tightPercent / (200 + random.nextInt(200)))));
        for (int sorts : new int[] {5, 4, 6}) {
            sorts(random, ways, sorts)
                    .forEach(sort -> caps.add(new CreditCap(
                            shares(made, share -> sort.get(share.way())),
                            all * tightPercent / (100L * sorts) + 500 * random.nextInt(6))));
        }
        BitSet counted = sorts(random, ways, 3).getFirst();
        int[] weights =
                IntStream.range(0, ways).map(way -> counted.get(way) ? 1 : 0).toArray();
        return new Choice(
                credits,
                made,
                caps,
                List.of(new CountCap(shares(made, share -> true), weights, 2 + random.nextInt(3))));
    }

    private static List<BitSet> sorts(Random random, int members, int sorts) {
        List<BitSet> made =
                IntStream.range(0, sorts).mapToObj(_ -> new BitSet()).toList();
        IntStream.range(0, members)
                .forEach(member -> made.get(random.nextInt(sorts)).set(member));
        return made;
    }

    private static long room(Random random, int most, long step) {
        return random.nextInt(most + 1) * step + random.nextInt(2) * (step / 2);
    }

    private static BitSet some(Random random, int size) {
        BitSet set = new BitSet();
        for (int member = 0; member < size; member++) {
            set.set(member, random.nextInt(5) > 1);
        }
        if (size > 0 && set.isEmpty()) {
            set.set(random.nextInt(size));
        }
        return set;
    }

    static long value(Choice choice, Solution solution) {
        return Filling.of(choice, solution.wayOf(), solution.amounts()).total();
    }

    /** Milli-credits by whole targets. */
    static long whole(Choice choice, Solution solution) {
        return Filling.ofTargets(choice, solution.wayOf()).total();
    }

    /** Which targets are granted, the first one as the highest bit. */
    static long granted(Solution solution) {
        long set = 0;
        for (int way : solution.wayOf()) {
            set = set * 2 + (way == Solution.NOWHERE ? 0 : 1);
        }
        return set;
    }

    /** The best by trying everything, amounts in steps of {@code grain}. The solution's bound is its value. */
    static Solution bruteForce(Choice choice, long grain) {
        Search search = new Search(choice, grain);
        search.from(0);
        return search.best;
    }

    private static final class Search {
        private final Choice choice;
        private final long grain;
        private final int[] wayOf;
        private final long[] amounts;
        private Solution best;

        Search(Choice choice, long grain) {
            this.choice = choice;
            this.grain = grain;
            wayOf = new int[choice.credits().length];
            Arrays.fill(wayOf, Solution.NOWHERE);
            amounts = new long[choice.ways().size()];
            best = new Solution(wayOf.clone(), amounts.clone(), 0);
        }

        /** Targets first, then what is divisible. */
        void from(int next) {
            if (next < wayOf.length) {
                from(next + 1);
                for (int way = 0; way < amounts.length; way++) {
                    if (choice.ways().get(way).targets().get(next)) {
                        wayOf[next] = way;
                        ifAllowed(next + 1);
                        wayOf[next] = Solution.NOWHERE;
                    }
                }
            } else if (next < wayOf.length + amounts.length) {
                int way = next - wayOf.length;
                from(next + 1);
                if (choice.ways().get(way).isDivisible()) {
                    long most = choice.ways().get(way).most();
                    for (long amount = grain; amount < most + grain; amount += grain) {
                        amounts[way] = Math.min(amount, most);
                        ifAllowed(next + 1);
                    }
                    amounts[way] = 0;
                }
            } else {
                compare();
            }
        }

        private void ifAllowed(int next) {
            try {
                Filling.of(choice, wayOf, amounts);
            } catch (IllegalStateException noRoom) {
                return;
            }
            from(next);
        }

        private void compare() {
            Solution found = new Solution(
                    wayOf.clone(),
                    amounts.clone(),
                    Filling.of(choice, wayOf, amounts).total());
            int order = Long.compare(found.bound(), best.bound());
            order = order != 0 ? order : Long.compare(whole(choice, found), whole(choice, best));
            order = order != 0 ? order : Long.compare(granted(found), granted(best));
            order = order != 0 ? order : firstWays(best, found);
            order = order != 0 ? order : firstOutcomes(found, best);
            if (order > 0) {
                best = found;
            }
        }

        /** Above zero when the second uses ways that come first. */
        private static int firstWays(Solution one, Solution other) {
            return Arrays.compare(one.wayOf(), other.wayOf());
        }

        /** Above zero when the first grants more to outcomes that come first. */
        private int firstOutcomes(Solution one, Solution other) {
            int outcomes = choice.ways().stream()
                    .mapToInt(way -> way.outcomes().length())
                    .max()
                    .orElse(0);
            for (int outcome = 0; outcome < outcomes; outcome++) {
                int order = Long.compare(amount(one, outcome), amount(other, outcome));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private long amount(Solution solution, int outcome) {
            return IntStream.range(0, amounts.length)
                    .filter(way -> choice.ways().get(way).firstOutcome() == outcome)
                    .mapToLong(way -> solution.amounts()[way])
                    .sum();
        }
    }
}
