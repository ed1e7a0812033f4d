package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order in which outcomes are used: as the learner stated; those not named after that, oldest first, then by id. */
final class LearnersOrder {

    private LearnersOrder() {}

    /**
     * Each outcome once.
     *
     * @throws IllegalArgumentException when two outcomes have one id
     */
    static List<Outcome> of(Request request) {
        Map<String, Outcome> byId = new TreeMap<>();
        for (Outcome outcome : request.outcomes()) {
            Outcome known = byId.putIfAbsent(outcome.id().toString(), outcome);
            if (known != null && !known.equals(outcome)) {
                throw new IllegalArgumentException("two outcomes with one id: " + outcome.id());
            }
        }
        List<OutcomeId> stated = List.copyOf(new LinkedHashSet<>(request.priority()));
        return byId.values().stream()
                .sorted(Comparator.<Outcome>comparingInt(outcome -> place(stated, outcome))
                        .thenComparing(Outcome::attainedOn))
                .toList();
    }

    private static int place(List<OutcomeId> stated, Outcome outcome) {
        int place = stated.indexOf(outcome.id());
        return place < 0 ? stated.size() : place;
    }
}
