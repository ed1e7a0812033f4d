package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.NativeSolver;
import cn.jiangxue.transfer.rules.Choice.CountCap;
import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A choice as constraints on whole numbers, for a solver that proves what it says in exact arithmetic. */
final class ChoiceModel {

    private final Choice choice;
    private final List<Share> shares;
    private final CpModel model;

    /** By way: whether it grants anything. */
    private final BoolVar[] used;

    /** By share: whether the target is granted, or the amount. */
    private final IntVar[] granted;

    ChoiceModel(Choice choice) {
        NativeSolver.load();
        this.choice = choice;
        shares = Choice.shares(choice.ways());
        model = new CpModel();
        used = choice.ways().stream().map(way -> model.newBoolVar("")).toArray(BoolVar[]::new);
        granted = new IntVar[shares.size()];
        for (int at = 0; at < granted.length; at++) {
            Share share = shares.get(at);
            granted[at] = share.isDivisible()
                    ? model.newIntVar(0, choice.ways().get(share.way()).most(), "")
                    : model.newBoolVar("");
        }
        for (int way = 0; way < used.length; way++) {
            within(way);
        }
        eachTargetOnce();
        eachOutcomeThroughOneWay();
        choice.creditCaps().forEach(this::keep);
        choice.countCaps().forEach(this::keep);
    }

    private void within(int way) {
        LinearExprBuilder beyond = LinearExpr.newBuilder();
        for (int at = 0; at < granted.length; at++) {
            if (shares.get(at).way() == way) {
                beyond.addTerm(granted[at], choice.unit(shares.get(at)));
                if (!shares.get(at).isDivisible()) {
                    model.addImplication((Literal) granted[at], used[way]);
                }
            }
        }
        model.addLessOrEqual(beyond.addTerm(used[way], -choice.ways().get(way).most()), 0);
    }

    private void eachTargetOnce() {
        Map<Integer, List<Literal>> byTarget = new HashMap<>();
        for (int at = 0; at < granted.length; at++) {
            if (!shares.get(at).isDivisible()) {
                byTarget.computeIfAbsent(shares.get(at).target(), _ -> new ArrayList<>())
                        .add((Literal) granted[at]);
            }
        }
        byTarget.values().forEach(model::addAtMostOne);
    }

    private void eachOutcomeThroughOneWay() {
        Map<Integer, List<Literal>> byOutcome = new HashMap<>();
        for (int way = 0; way < used.length; way++) {
            BoolVar one = used[way];
            choice.ways().get(way).outcomes().stream()
                    .forEach(outcome -> byOutcome
                            .computeIfAbsent(outcome, _ -> new ArrayList<>())
                            .add(one));
        }
        byOutcome.values().forEach(model::addAtMostOne);
    }

    private void keep(CreditCap cap) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        cap.shares().stream().forEach(at -> sum.addTerm(granted[at], choice.unit(shares.get(at))));
        model.addLessOrEqual(sum, cap.room());
    }

    private void keep(CountCap cap) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int way = 0; way < used.length; way++) {
            if (cap.weights()[way] > 0) {
                sum.addTerm(counting(cap, way), cap.weights()[way]);
            }
        }
        model.addLessOrEqual(sum, cap.room());
    }

    /** Whether one of those shares of the way grants something. */
    private BoolVar counting(CountCap cap, int way) {
        BoolVar counts = model.newBoolVar("");
        cap.shares().stream().filter(at -> shares.get(at).way() == way).forEach(at -> {
            if (shares.get(at).isDivisible()) {
                model.addImplication(used[way], counts);
            } else {
                model.addImplication((Literal) granted[at], counts);
            }
        });
        return counts;
    }

    /** Milli-credits granted by the shares wanted. */
    LinearArgument credits(Predicate<Share> wanted) {
        return sum(wanted, choice::unit);
    }

    /** The sum over the shares wanted of what a target, or a milli-credit of what is divisible, is worth. */
    LinearArgument sum(Predicate<Share> wanted, ToLongFunction<Share> worth) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int at = 0; at < granted.length; at++) {
            if (wanted.test(shares.get(at))) {
                sum.addTerm(granted[at], worth.applyAsLong(shares.get(at)));
            }
        }
        return sum;
    }

    void atLeast(LinearArgument sum, long least) {
        model.addGreaterOrEqual(sum, least);
    }

    /**
     * What the solver found.
     *
     * @param value of the sum asked for
     * @param bound nothing is above it
     * @param spent of the budget
     */
    record Found(int[] wayOf, long[] amounts, long value, long bound, double spent) {

        boolean isProven() {
            return value == bound;
        }
    }

    /**
     * The most the sum can be, as far as the budget goes. The same on every run: one thread, and a budget that counts steps.
     *
     * @param hint where to begin
     * @return empty when nothing was found within the budget
     */
    Optional<Found> most(LinearArgument sum, Solution hint, double budget) {
        model.clearObjective();
        model.maximize(sum);
        begin(hint);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setLinearizationLevel(2)
                .setMaxDeterministicTime(budget);
        CpSolverStatus status = solver.solve(model);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> Optional.of(found(solver));
            case UNKNOWN -> Optional.empty();
            default -> throw new IllegalStateException("a choice that grants nothing is always allowed: " + status);
        };
    }

    private void begin(Solution hint) {
        model.clearHints();
        boolean[] open = new boolean[used.length];
        for (int at = 0; at < granted.length; at++) {
            Share share = shares.get(at);
            long value = share.isDivisible()
                    ? hint.amounts()[share.way()]
                    : hint.wayOf()[share.target()] == share.way() ? 1 : 0;
            open[share.way()] |= value > 0;
            model.addHint(granted[at], value);
        }
        for (int way = 0; way < used.length; way++) {
            model.addHint(used[way], open[way] ? 1 : 0);
        }
    }

    private Found found(CpSolver solver) {
        int[] wayOf = new int[choice.credits().length];
        Arrays.fill(wayOf, Solution.NOWHERE);
        long[] amounts = new long[choice.ways().size()];
        for (int at = 0; at < granted.length; at++) {
            Share share = shares.get(at);
            long value = solver.value(granted[at]);
            if (share.isDivisible()) {
                amounts[share.way()] = value;
            } else if (value > 0) {
                wayOf[share.target()] = share.way();
            }
        }
        return new Found(
                wayOf,
                amounts,
                Math.round(solver.objectiveValue()),
                Math.round(solver.bestObjectiveBound()),
                solver.response().getDeterministicTime());
    }
}
