package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.Movement;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.credit.Posted;
import cn.jiangxue.credit.Postings;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.CaseDocument.Written;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.Actor;
import cn.jiangxue.recognition.rules.Answer;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Proceeding.Ruling;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.transfer.Evaluation.Reversal;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes into the ledger what was granted: first what an upheld appeal takes back, then what gives way to a higher outcome, then one award for each granted answer. The ids
 * of all of it are made from the evaluation, so hearing of a decision twice, or dying in between, posts nothing twice. What rests on an outcome that was withdrawn since is
 * posted and taken back, before the case counts as registered.
 */
@Component
class CasePosting {

    /** Most findings the ledger keeps with an entry. */
    private static final int FINDINGS = 50;

    private final Cases cases;
    private final Evaluations evaluations;
    private final Postings postings;
    private final WithdrawnOutcomes withdrawn;
    private final CivilTime time;

    CasePosting(Cases cases, Evaluations evaluations, Postings postings, WithdrawnOutcomes withdrawn, CivilTime time) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.postings = postings;
        this.withdrawn = withdrawn;
        this.time = time;
    }

    /** Completes when the case is registered, was before, or says why the ledger refuses. */
    Mono<Void> hear(RecognitionDecided decided) {
        return cases.find(decided.caseId())
                .filter(stored -> stored.proceeding().state() instanceof State.Posting)
                .flatMap(this::post)
                .then();
    }

    /** Posts all of a granted case; true when it is registered now. */
    Mono<Boolean> post(CaseDocument stored) {
        return evaluations
                .pinned(stored.standingEvaluation())
                .flatMap(pinned -> Flux.fromIterable(steps(stored, pinned))
                        .concatMap(this::post)
                        .collectList())
                .flatMap(written -> withdrawn.takeBack(stored, written).then(registered(stored.id(), written)))
                .thenReturn(true)
                .onErrorResume(
                        Hindered.class,
                        hindered -> hindered(stored.id(), hindered.refused).thenReturn(false));
    }

    /** One movement and what the case keeps of it. */
    private record Step(Movement movement, LocalText what, UUID evaluationId, int answer) {}

    private static List<Step> steps(CaseDocument stored, EvaluationDocument pinned) {
        List<Step> steps = new ArrayList<>();
        LearnerId learner = new LearnerId(stored.learnerId());
        Mandate mandate = mandate(stored);
        LocalText appeal = Wording.text("申诉成立，撤销原认定", "Appeal upheld: the first award is taken back");
        for (Written earlier : stored.dossier().written()) {
            boolean isFirst = earlier.kind() == EntryKind.DEPOSIT
                    && !earlier.evaluationId().equals(pinned.id());
            if (isFirst) {
                steps.add(new Step(
                        new Movement.Reverse(learner, earlier.entryId(), appeal, mandate), appeal, pinned.id(), -1));
            }
        }
        for (Reversal reversal : pinned.evaluation().reversals()) {
            int place = pinned.request().live().indexOf(reversal.award());
            UUID entry = pinned.liveEntries().get(place);
            steps.add(new Step(
                    new Movement.Supersede(learner, entry, reversal.reason(), mandate),
                    reversal.reason(),
                    pinned.id(),
                    -1));
        }
        for (int i = 0; i < pinned.evaluation().answers().size(); i++) {
            if (pinned.evaluation().answers().get(i).isGranted()) {
                steps.add(award(learner, pinned, i, mandate));
            }
        }
        return steps;
    }

    private static Step award(LearnerId learner, EvaluationDocument pinned, int place, Mandate mandate) {
        cn.jiangxue.transfer.Answer answer = pinned.evaluation().answers().get(place);
        Programme programme = pinned.request().programme();
        RuleVersion rule = Objects.requireNonNull(EvaluationDocument.rule(pinned.request(), answer.rule()));
        LocalText what = what(programme, answer, pinned.categories());
        OutcomeId outcome = answer.sources().getFirst();
        Movement deposit = new Movement.Deposit(
                UUID.nameUUIDFromBytes((pinned.id() + "/" + place).getBytes(StandardCharsets.UTF_8)),
                learner,
                outcome,
                "programme:" + programme.id() + "/"
                        + Objects.requireNonNullElse(answer.target(), "pool:" + answer.category()),
                answer.granted(),
                null,
                new RuleRef(
                        rule.ref().id(),
                        rule.ref().version(),
                        rule.name(),
                        rule.grounds().clause().zh(),
                        rule.grounds().source().name()),
                null,
                what,
                answer.conditions().stream()
                        .limit(FINDINGS)
                        .map(cn.jiangxue.transfer.Condition::toFinding)
                        .toList(),
                mandate);
        return new Step(deposit, what, pinned.id(), place);
    }

    private static LocalText what(
            Programme programme, cn.jiangxue.transfer.Answer answer, Map<String, LocalText> categories) {
        LocalText target = PreviewViews.target(programme, answer, categories);
        return new LocalText(
                "认定：" + programme.name().zh() + " · " + target.zh(),
                "Recognised: " + programme.name().en() + ", " + target.en());
    }

    private static Mandate mandate(CaseDocument stored) {
        List<Ruling> rulings = stored.proceeding().rulings();
        Ruling last = rulings.getLast();
        UUID higher = stored.proceeding().needs().higher();
        UUID institution = stored.proceeding().needs().institution();
        return new Mandate(last.appeal() && higher != null ? higher : institution, last.officer());
    }

    private Mono<Written> post(Step step) {
        return postings.post(step.movement()).flatMap(posted -> switch (posted) {
            case Posted.Entered entered -> Mono.just(written(step, entered));
            case Posted.Nothing ignored -> Mono.empty();
            case Posted.Refused refused ->
                isDone(step, refused) ? Mono.<Written>empty() : Mono.error(new Hindered(refused));
        });
    }

    /** A correction, or a higher outcome, may have taken the entry back before. */
    private static boolean isDone(Step step, Posted.Refused refused) {
        return step.answer() < 0 && refused.code() == ProblemCode.CREDIT_TAKEN_BACK;
    }

    private static Written written(Step step, Posted.Entered entered) {
        return new Written(
                entered.entry().entryId(),
                entered.entry().seq(),
                entered.entry().kind(),
                entered.entry().availableChangeMilli() + entered.entry().heldChangeMilli(),
                step.what(),
                step.evaluationId(),
                step.answer());
    }

    private Mono<CaseDocument> registered(UUID caseId, List<Written> written) {
        Day day = new Day(time.today(), WorkingDays.PUBLISHED);
        return Tries.of(() -> cases.find(caseId).flatMap(stored -> switch (Proceedings.act(
                stored.proceeding(), Actor.SYSTEM, new Act.Post(), day)) {
            case Answer.Done done ->
                cases.save(
                        stored,
                        stored.next(
                                done.next(),
                                stored.dossier()
                                        .written(written)
                                        .with(new Happened(
                                                now(), Wording.text("入账并登记", "Posted and registered"), null, null))),
                        fact(stored, "recognition.posted", Map.of("entries", Integer.toString(written.size()))));
            default -> Mono.just(stored);
        }));
    }

    private Mono<CaseDocument> hindered(UUID caseId, Posted.Refused refused) {
        LocalText why = Wording.hindrance(refused);
        return Tries.of(() -> cases.find(caseId)
                .flatMap(stored -> !(stored.proceeding().state() instanceof State.Posting)
                                || why.equals(stored.dossier().hindrance())
                        ? Mono.just(stored)
                        : cases.save(
                                stored,
                                stored.next(
                                        stored.proceeding(),
                                        stored.dossier()
                                                .hindered(why)
                                                .with(new Happened(
                                                        now(),
                                                        Wording.text(
                                                                "暂不能入账，系统会再试", "Not posted yet; it is tried again"),
                                                        null,
                                                        why.zh()))),
                                fact(
                                        stored,
                                        "recognition.hindered",
                                        Map.of("code", refused.code().name())))));
    }

    private static AuditFact fact(CaseDocument stored, String action, Map<String, String> facts) {
        return new AuditFact(action, null, stored.proceeding().needs().institution(), "case:" + stored.id(), facts);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The ledger refuses; what was posted before it stays and is found again at the next try. */
    private static final class Hindered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Posted.Refused refused;

        Hindered(Posted.Refused refused) {
            super(refused.code().name(), null, false, false);
            this.refused = refused;
        }
    }
}
