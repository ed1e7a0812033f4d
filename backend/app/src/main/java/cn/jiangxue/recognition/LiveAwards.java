package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.credit.Postings;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.recognition.CaseDocument.Written;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What earlier cases of a learner granted in a programme and the ledger has not taken back since. */
@Component
class LiveAwards {

    private final Cases cases;
    private final Postings postings;
    private final Documents<EvaluationDocument> evaluations;

    LiveAwards(Cases cases, Postings postings, DocumentsFactory documents) {
        this.cases = cases;
        this.postings = postings;
        this.evaluations = documents.of(EvaluationDocument.COLLECTION, EvaluationDocument.class);
    }

    /** An award and the entry that made it. */
    record Live(LiveAward award, UUID entryId) {}

    Mono<List<Live>> of(LearnerId learner, String programmeId, Optional<UUID> withoutCase) {
        return cases.newestOf(learner.value())
                .map(found -> found.stream()
                        .filter(stored -> stored.asked().programmeId().equals(programmeId))
                        .filter(stored -> !withoutCase.equals(Optional.of(stored.id())))
                        .flatMap(stored -> stored.dossier().written().stream())
                        .filter(written -> written.kind() == EntryKind.DEPOSIT)
                        .toList())
                .flatMap(written -> standing(learner, written));
    }

    private Mono<List<Live>> standing(LearnerId learner, List<Written> written) {
        List<UUID> entries = written.stream().map(Written::entryId).toList();
        Set<UUID> needed = written.stream().map(Written::evaluationId).collect(java.util.stream.Collectors.toSet());
        if (written.isEmpty()) {
            return Mono.just(List.of());
        }
        Mono<java.util.Map<UUID, EvaluationDocument>> pinned =
                evaluations.list(Filters.in("_id", needed), null, needed.size()).collectMap(EvaluationDocument::id);
        return Mono.zip(
                postings.takenBack(learner, entries),
                pinned,
                (gone, known) -> written.stream()
                        .filter(one -> !gone.contains(one.entryId()))
                        .map(one -> live(one, Objects.requireNonNull(known.get(one.evaluationId()))))
                        .toList());
    }

    private static Live live(Written written, EvaluationDocument pinned) {
        Answer answer = pinned.evaluation().answers().get(written.answer());
        List<Outcome> sources = pinned.request().outcomes().stream()
                .filter(outcome -> answer.sources().contains(outcome.id()))
                .toList();
        return new Live(
                new LiveAward(
                        Objects.requireNonNull(answer.rule()),
                        sources,
                        answer.target(),
                        Objects.requireNonNull(answer.category()),
                        answer.level(),
                        answer.granted()),
                written.entryId());
    }
}
