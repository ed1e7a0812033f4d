package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.AlikeOutcome;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.recognition.rules.Declaring;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Outcomes that may be one and the same, their issuer called by two names (rule 10). Nobody can tell but a person: whoever examines the evidence is shown them. */
@Component
class Alikes {

    private final LearningOutcomes record;
    private final DeclaredRecord declared;

    Alikes(LearningOutcomes record, DeclaredRecord declared) {
        this.record = record;
        this.declared = declared;
    }

    /** By the id of each: what else of its learner is like it. All are of one learner. */
    Mono<Map<UUID, List<AlikeOutcome>>> of(List<DeclaredDocument> asked) {
        return asked.isEmpty()
                ? Mono.just(Map.of())
                : of(asked.getFirst().learnerId())
                        .map(known -> asked.stream()
                                .filter(each -> !each.takenBack())
                                .collect(Collectors.toMap(DeclaredDocument::id, each -> among(known, each))));
    }

    private Mono<List<Known>> of(UUID learnerId) {
        Mono<List<Known>> onRecord = record.stated(new LearnerId(learnerId))
                .map(stated -> new Known(stated, true))
                .collectList();
        Mono<List<Known>> said = declared.ofLearner(learnerId)
                .filter(each -> !each.takenBack())
                .map(each -> new Known(each.outcome(), false))
                .collectList();
        return Mono.zip(
                onRecord,
                said,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }

    private static List<AlikeOutcome> among(List<Known> known, DeclaredDocument asked) {
        Collection<String> marks = marks(asked.outcome());
        return known.stream()
                .filter(each -> !each.outcome().id().value().equals(asked.id()))
                .filter(each -> !Collections.disjoint(marks, marks(each.outcome())))
                .map(Known::view)
                .toList();
    }

    private static List<String> marks(StatedOutcome outcome) {
        return Declaring.marks(outcome.type(), outcome.title().zh(), outcome.number(), outcome.attainedOn());
    }

    private record Known(StatedOutcome outcome, boolean onRecord) {

        AlikeOutcome view() {
            return new AlikeOutcome(
                    outcome.title(), outcome.issuer(), outcome.number(), outcome.attainedOn(), onRecord);
        }
    }
}
