package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.AlikeOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.recognition.rules.Declaring;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes that may be one and the same, their issuer called by two names (rule 10). Nobody can tell but a person: whoever examines the evidence is shown them. */
@Component
class Alikes {

    private static final Set<Standing> DECLARED = Set.of(Standing.UNVERIFIED, Standing.REFUTED);

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
                                .collect(Collectors.toMap(DeclaredDocument::id, each -> among(known, each))));
    }

    /** What was verified is on the record by now. */
    private Mono<List<Known>> of(UUID learnerId) {
        return Flux.concat(
                        record.stated(new LearnerId(learnerId)).map(stated -> new Known(stated, Standing.VERIFIED)),
                        declared.ofLearner(learnerId)
                                .filter(each -> DECLARED.contains(each.standing()))
                                .map(each -> new Known(each.outcome(), each.standing())))
                .collectList();
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

    private record Known(StatedOutcome outcome, Standing standing) {

        AlikeOutcome view() {
            return new AlikeOutcome(
                    outcome.title(), outcome.issuer(), outcome.number(), outcome.attainedOn(), standing);
        }
    }
}
