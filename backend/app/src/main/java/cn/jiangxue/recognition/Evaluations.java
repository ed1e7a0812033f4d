package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Uuid7;
import cn.jiangxue.recognition.LiveAwards.Live;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Evaluator;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.Request.HomeCredit;
import cn.jiangxue.transfer.RuleBook;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the engine with everything of one learner and one programme that it looks at, and keeps what it said. */
@Component
class Evaluations {

    private final RuleBook book;
    private final Offers offers;
    private final LiveAwards live;
    private final Documents<EvaluationDocument> pinned;
    private final CivilTime time;

    Evaluations(RuleBook book, Offers offers, LiveAwards live, DocumentsFactory documents, CivilTime time) {
        this.book = book;
        this.offers = offers;
        this.live = live;
        this.pinned = documents.of(EvaluationDocument.COLLECTION, EvaluationDocument.class);
        this.time = time;
    }

    /**
     * What is asked of the engine.
     *
     * @param chosen outcomes in the learner's order, those of elsewhere judged as if their evidence proved true; empty: all that are verified, oldest first
     * @param withoutCase a case whose own awards are left out, because they are to be taken back
     */
    record Question(LearnerId learner, String programmeId, List<UUID> chosen, Optional<UUID> withoutCase) {}

    /** {@code all}: every outcome on record, as it is. */
    record Judged(
            List<Outcome> all,
            Request request,
            Evaluation evaluation,
            List<UUID> liveEntries,
            Map<String, LocalText> categories) {

        /** Outcomes that were judged as if their evidence proved true. */
        List<UUID> assumed() {
            return request.outcomes().stream()
                    .filter(outcome -> outcome.proof().authenticity() == Authenticity.ASSUMED)
                    .map(outcome -> outcome.id().value())
                    .toList();
        }
    }

    /** NOT_FOUND for a programme that is not in force; INVALID_FIELDS for outcomes that are not the learner's, or too many. */
    Mono<Judged> judge(Question question) {
        Mono<Programme> programme = book.programme(question.programmeId(), time.today())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
        return programme.flatMap(found -> Mono.zip(
                        book.rules(found),
                        offers.of(question.learner()),
                        live.of(question.learner(), question.programmeId(), question.withoutCase()),
                        book.categories(found))
                .flatMap(parts -> asked(question, found, parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4())));
    }

    private Mono<Judged> asked(
            Question question,
            Programme programme,
            List<RuleVersion> rules,
            List<Outcome> all,
            List<Live> awards,
            Map<String, LocalText> categories) {
        List<Outcome> chosen = chosen(question, all);
        Request request = new Request(
                programme,
                rules,
                chosen,
                chosen.stream().map(Outcome::id).toList(),
                awards.stream().map(Live::award).toList(),
                home(programme, all),
                time.today());
        List<UUID> entries = awards.stream().map(Live::entryId).toList();
        return Blocking.call(() -> new Judged(all, request, Evaluator.evaluate(request), entries, categories));
    }

    private static List<Outcome> chosen(Question question, List<Outcome> all) {
        Map<UUID, Outcome> known =
                all.stream().collect(Collectors.toMap(outcome -> outcome.id().value(), Function.identity()));
        List<UUID> ids = question.chosen().isEmpty()
                ? all.stream()
                        .filter(outcome -> outcome.proof().authenticity() == Authenticity.VERIFIED)
                        .map(outcome -> outcome.id().value())
                        .limit(RecognitionApi.OUTCOMES_MOST)
                        .toList()
                : question.chosen().stream().distinct().toList();
        if (ids.size() > RecognitionApi.OUTCOMES_MOST || !known.keySet().containsAll(ids)) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "outcomeIds",
                            new LocalText(
                                    "请从本人学习成果中选择，最多%d项".formatted(RecognitionApi.OUTCOMES_MOST),
                                    "Choose among your own outcomes, %d at most"
                                            .formatted(RecognitionApi.OUTCOMES_MOST)));
        }
        return ids.stream()
                .map(known::get)
                .map(outcome -> outcome.proof().authenticity() == Authenticity.PENDING
                        ? outcome.found(Authenticity.ASSUMED)
                        : outcome)
                .toList();
    }

    /** Credit of courses that the awarding institution itself issued, for the floors of residency. The record does not say of which category. */
    private static List<HomeCredit> home(Programme programme, List<Outcome> all) {
        List<HomeCredit> home = new ArrayList<>();
        for (Outcome outcome : all) {
            Credits stated = outcome.stated();
            boolean own =
                    outcome.kind() == OutcomeKind.COURSE && outcome.issuer().equals(programme.institution());
            boolean verified = outcome.proof().authenticity() == Authenticity.VERIFIED;
            if (own && verified && stated != null && stated.isPositive()) {
                home.add(new HomeCredit("home", outcome.level(), stated));
            }
        }
        return home;
    }

    /**
     * The same judged anew: programme, rules, live awards and day stay as they were pinned, what was assumed of evidence gives way to what was found out.
     *
     * @param refuted outcomes whose evidence was found not to be authentic; that of all others was found authentic
     */
    Mono<Judged> judgeAnew(EvaluationDocument before, Collection<UUID> refuted) {
        Request asked = before.request();
        List<Outcome> outcomes = asked.outcomes().stream()
                .map(outcome -> outcome.proof().authenticity() == Authenticity.ASSUMED
                        ? outcome.found(
                                refuted.contains(outcome.id().value()) ? Authenticity.REFUTED : Authenticity.VERIFIED)
                        : outcome)
                .toList();
        Request request = new Request(
                asked.programme(), asked.rules(), outcomes, asked.priority(), asked.live(), asked.home(), asked.asOf());
        return Blocking.call(() ->
                new Judged(outcomes, request, Evaluator.evaluate(request), before.liveEntries(), before.categories()));
    }

    /** Keeps what was judged for ever, under an id of its own: what no case refers to in the end stands for nothing. */
    Mono<EvaluationDocument> pin(UUID caseId, Judged judged, Instant now) {
        EvaluationDocument made = new EvaluationDocument(
                Uuid7.next(time.clock()),
                EvaluationDocument.SCHEMA,
                caseId,
                judged.request(),
                judged.evaluation(),
                judged.liveEntries(),
                judged.categories(),
                now);
        return pinned.insert(made).thenReturn(made);
    }

    Mono<EvaluationDocument> pinned(UUID id) {
        return pinned.find(id);
    }
}
