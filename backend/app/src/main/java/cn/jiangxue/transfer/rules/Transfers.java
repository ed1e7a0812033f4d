package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Evaluation.Reversal;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.rules.Floors.Held;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evaluates a request: authenticity → validity → duplicates → mapping → caps per source → cap in total → floors. As much credit
 * as possible is granted in sum, whole targets and divisible credit together.
 */
public final class Transfers {

    private static final LocalText SUPERSEDED =
            Wording.text("同组更高成果已认定，原学分冲回", "superseded by a higher outcome of its group");

    private static final Comparator<LiveAward> CANONICAL = Comparator.comparing(LiveAward::rule)
            .thenComparing(award -> String.valueOf(award.target()))
            .thenComparing(award -> award.sources().getFirst().id().toString());

    private final Request request;
    private final List<Outcome> outcomes;
    private final List<Use> uses;
    private final Set<OutcomeId> viable;
    private final Budget budget = Budget.ofOneEvaluation();

    private Transfers(Request request) {
        this.request = request;
        outcomes = LearnersOrder.of(request);
        uses = new Mapping(request).uses(outcomes);
        viable = uses.stream()
                .filter(Use::isViable)
                .flatMap(use -> use.sources().stream())
                .map(Outcome::id)
                .collect(Collectors.toSet());
    }

    /**
     * The same request has the same evaluation for ever, in whatever order outcomes, rules and live awards come.
     *
     * @throws IllegalArgumentException when one outcome, or one rule version, comes with two contents
     */
    public static Evaluation evaluate(Request request) {
        Transfers transfers = new Transfers(request);
        Set<OutcomeId> idle = new HashSet<>();
        Attempt attempt = transfers.attempt(idle);
        Optional<OutcomeId> more = attempt.idle();
        while (more.isPresent()) {
            idle.add(more.get());
            attempt = transfers.attempt(idle);
            more = attempt.idle();
        }
        return attempt.evaluation();
    }

    private Attempt attempt(Set<OutcomeId> idle) {
        Duplicates duplicates = new Duplicates(request, outcomes, viable, idle);
        List<Reversal> reversals = reversals(duplicates);
        List<LiveAward> kept = request.live().stream()
                .filter(award -> reversals.stream()
                        .noneMatch(reversal -> reversal.award().equals(award)))
                .toList();
        Allocation allocation = new Allocation(request.programme(), kept);
        List<Use> open = uses.stream().filter(use -> isOpen(use, duplicates)).toList();
        Optimality optimality = Granting.grant(request, open, outcomes, allocation, budget);
        return new Attempt(duplicates, reversals, kept, allocation, optimality);
    }

    private static boolean isOpen(Use use, Duplicates duplicates) {
        return use.isOpen()
                && use.sources().stream()
                        .flatMap(source -> duplicates.conditions(source).stream())
                        .allMatch(Condition::met);
    }

    private List<Reversal> reversals(Duplicates duplicates) {
        List<Reversal> reversals = new ArrayList<>();
        Set<LiveAward> gone = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (duplicates.conditions(outcome).stream().allMatch(Condition::met)) {
                duplicates.givingWayTo(outcome).stream()
                        .sorted(CANONICAL)
                        .filter(gone::add)
                        .forEach(award -> reversals.add(new Reversal(award, outcome.id(), SUPERSEDED)));
            }
        }
        return reversals;
    }

    /** One way through: what is granted when some outcomes are left out because they would only push others aside. */
    private final class Attempt {
        private final Duplicates duplicates;
        private final List<Reversal> reversals;
        private final List<LiveAward> kept;
        private final Allocation allocation;
        private final Optimality optimality;

        Attempt(
                Duplicates duplicates,
                List<Reversal> reversals,
                List<LiveAward> kept,
                Allocation allocation,
                Optimality optimality) {
            this.duplicates = duplicates;
            this.reversals = reversals;
            this.kept = kept;
            this.allocation = allocation;
            this.optimality = optimality;
        }

        /** An outcome that pushed others aside and was granted nothing. */
        Optional<OutcomeId> idle() {
            return outcomes.stream()
                    .filter(duplicates::pushesAside)
                    .filter(outcome -> allocation.usedBy(outcome).isEmpty())
                    .map(Outcome::id)
                    .findFirst();
        }

        Evaluation evaluation() {
            Answers answers = new Answers(request.programme(), duplicates, allocation);
            List<Answer> given = Stream.concat(
                            uses.stream().flatMap(use -> answers.of(use).stream()),
                            outcomes.stream()
                                    .filter(outcome -> uses.stream()
                                            .filter(use -> !use.offers().isEmpty())
                                            .noneMatch(use -> use.sources().contains(outcome)))
                                    .map(outcome -> answers.withoutRule(outcome, request.asOf())))
                    .toList();
            return new Evaluation(given, reversals, Floors.conditions(request.programme(), held(given)), optimality);
        }

        private List<Held> held(List<Answer> answers) {
            List<Held> held = new ArrayList<>();
            request.home().forEach(home -> held.add(new Held(home.amount(), home.category(), home.level(), true)));
            kept.forEach(award -> held.add(new Held(award.amount(), award.category(), award.level(), false)));
            for (Answer answer : answers) {
                if (answer.category() != null) {
                    held.add(new Held(answer.granted(), answer.category(), answer.level(), false));
                }
            }
            return held;
        }
    }
}
