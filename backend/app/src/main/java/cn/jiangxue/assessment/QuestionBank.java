package cn.jiangxue.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.assessment.rules.QuestionRules;
import cn.jiangxue.assessment.rules.VersionStep;
import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Flaw;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The questions of an organisation. Trainers of the organisation only; to others a question does not exist. */
final class QuestionBank {

    static final String COLLECTION = "questions";

    private static final int PAGE = 20;

    private final Documents<QuestionDocument> questions;
    private final NewestFirst<QuestionDocument> newest;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    QuestionBank(Documents<QuestionDocument> questions, Events events, Outbox outbox, Clock clock) {
        this.questions = questions;
        this.newest =
                new NewestFirst<>(questions, "changedAt", PAGE, QuestionDocument::changedAt, QuestionDocument::id);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Question> save(Caller caller, UUID id, QuestionEdit edit) {
        if (!caller.has(Role.TRAINER, edit.organisationId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_ALLOWED));
        }
        List<Flaw> flaws = QuestionRules.flaws(edit.content());
        if (!flaws.isEmpty()) {
            return Mono.error(VersionRefusals.of(flaws));
        }
        return questions
                .find(id)
                .map(known -> ownedBy(edit.organisationId(), known))
                .flatMap(known -> change(caller, known, edit))
                .switchIfEmpty(Mono.defer(() -> create(caller, id, edit)));
    }

    Mono<Question> find(Caller caller, UUID id) {
        return questions
                .find(id)
                .filter(question -> caller.has(Role.TRAINER, question.organisationId()))
                .map(QuestionDocument::view)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    Mono<Page<Question>> list(
            Caller caller, UUID organisationId, @Nullable String occupation, @Nullable String cursor) {
        if (!caller.has(Role.TRAINER, organisationId)) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        Bson scope = occupation == null
                ? eq("organisationId", organisationId)
                : and(eq("organisationId", organisationId), eq("occupationCode", occupation));
        return newest.page(scope, cursor, QuestionDocument::view);
    }

    /** The questions with these ids, whoever owns them; for papers and attempts. */
    Mono<Map<UUID, QuestionDocument>> byId(List<UUID> ids) {
        return questions.list(in("_id", ids), null, ids.size()).collectMap(QuestionDocument::id);
    }

    /** Those of the refs that the organisation has. */
    Mono<java.util.Set<QuestionRef>> known(UUID organisationId, List<QuestionRef> refs) {
        var ids = refs.stream().map(QuestionRef::questionId).distinct().toList();
        return byId(ids)
                .map(found -> refs.stream()
                        .filter(ref -> {
                            var question = found.get(ref.questionId());
                            return question != null
                                    && question.organisationId().equals(organisationId)
                                    && ref.version() >= 1
                                    && ref.version() <= question.newest();
                        })
                        .collect(Collectors.toSet()));
    }

    private static QuestionDocument ownedBy(UUID organisationId, QuestionDocument known) {
        if (!known.organisationId().equals(organisationId)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return known;
    }

    private Mono<Question> create(Caller caller, UUID id, QuestionEdit edit) {
        VersionStep step = VersionStep.decide(0, edit.version(), false);
        if (step != VersionStep.CREATE) {
            return Mono.error(VersionRefusals.of(step, id));
        }
        QuestionDocument made = version(caller, id, edit, List.of());
        return questions
                .insert(made)
                .filter(stored -> stored)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .doOnSuccess(stored -> outbox.wake(COLLECTION))
                .thenReturn(made.view());
    }

    private Mono<Question> change(Caller caller, QuestionDocument known, QuestionEdit edit) {
        boolean same = known.version(known.newest()).equals(edit.content())
                && known.occupationCode().equals(edit.occupationCode());
        VersionStep step = VersionStep.decide(known.newest(), edit.version(), same);
        return switch (step) {
            case REPEAT -> Mono.just(known.view());
            case APPEND -> append(caller, known, edit);
            case CREATE, CONFLICT, STALE, MISSING, FULL -> Mono.error(VersionRefusals.of(step, known.id()));
        };
    }

    private Mono<Question> append(Caller caller, QuestionDocument known, QuestionEdit edit) {
        QuestionDocument next = version(caller, known.id(), edit, known.versions());
        return questions
                .replace(known.id(), known.revision(), next)
                .filter(replaced -> replaced)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .doOnSuccess(replaced -> outbox.wake(COLLECTION))
                .thenReturn(next.view());
    }

    private QuestionDocument version(
            Caller caller,
            UUID id,
            QuestionEdit edit,
            List<cn.jiangxue.contract.AssessmentApi.QuestionContent> before) {
        var versions = new ArrayList<>(before);
        versions.add(edit.content());
        Instant now = clock.instant();
        var fact = AssessmentAudit.saved("question", caller, edit.organisationId(), id, versions.size());
        return new QuestionDocument(
                id,
                QuestionDocument.SCHEMA,
                versions.size(),
                edit.organisationId(),
                edit.occupationCode(),
                List.copyOf(versions),
                now,
                List.of(events.store(fact)),
                now);
    }
}
