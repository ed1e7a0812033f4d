package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.CaseDocument.Dossier;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.Evaluations.Question;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.Answer;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceeding.Ruling;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What anybody does to a case that is there: asks the rules, writes what they answer, tells of it. Of two at once one is written, the other asks again. */
@Component
class Acting {

    private static final int ANY = 0;

    private final Cases cases;
    private final Officers officers;
    private final Evaluations evaluations;
    private final WithdrawnOutcomes withdrawn;
    private final Granting granting;
    private final CivilTime time;

    Acting(
            Cases cases,
            Officers officers,
            Evaluations evaluations,
            WithdrawnOutcomes withdrawn,
            Granting granting,
            CivilTime time) {
        this.cases = cases;
        this.officers = officers;
        this.evaluations = evaluations;
        this.withdrawn = withdrawn;
        this.granting = granting;
        this.time = time;
    }

    Mono<CaseDocument> act(Caller caller, UUID id, Act act) {
        return act(caller, id, act, ANY);
    }

    /** {@code revision}: of the case as the caller saw it; CHANGED_MEANWHILE when it has another one by now. */
    Mono<CaseDocument> act(Caller caller, UUID id, Act act, int revision) {
        return Tries.of(() -> cases.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(stored -> act(caller, stored, act, revision)));
    }

    private Mono<CaseDocument> act(Caller caller, CaseDocument stored, Act act, int revision) {
        return officers.actor(caller, stored)
                .map(actor -> Proceedings.act(stored.proceeding(), actor, act, day()))
                .flatMap(answer -> switch (answer) {
                    case Answer.Done done -> done(caller, stored, act, done.next(), revision);
                    case Answer.NotAgreed ignored -> notAgreed(stored);
                    case Answer.Repeated ignored -> Mono.just(stored);
                    case Answer.DecidedBefore before -> decidedBefore(before);
                    default -> Mono.error(Refusals.of(answer, Map.of()));
                });
    }

    /** What would come of it; nothing is written. */
    Mono<Answer> asked(Caller caller, CaseDocument stored, Act act) {
        return officers.actor(caller, stored)
                .map(actor -> Proceedings.act(stored.proceeding(), actor, act, day()))
                .flatMap(answer -> answer instanceof Answer.Done && isGrant(act)
                        ? granting.require(stored).thenReturn(answer)
                        : Mono.just(answer));
    }

    /** Where the evidence left nothing to grant, that is the reason, and not the panel. */
    private Mono<CaseDocument> notAgreed(CaseDocument stored) {
        return granting.require(stored).then(Mono.error(() -> Refusals.of(new Answer.NotAgreed(), Map.of())));
    }

    private Mono<CaseDocument> decidedBefore(Answer.DecidedBefore before) {
        UUID officer = before.first().officer();
        return officers.names(officer == null ? Set.of() : Set.of(officer))
                .flatMap(names -> Mono.error(Refusals.of(before, names)));
    }

    private Mono<CaseDocument> done(Caller caller, CaseDocument stored, Act act, Proceeding next, int revision) {
        if (revision != ANY && revision != stored.revision()) {
            return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
        }
        return switch (act) {
            case Act.Appeal ignored ->
                unlessAnotherIsOpen(stored).then(Mono.defer(() -> save(caller, stored, act, next, stored.dossier())));
            case Act.RuleOnAppeal ruling when ruling.upheld() -> upheld(caller, stored, act, next);
            case Act.Decide decide
            when decide.grant() ->
                granting.require(stored).then(Mono.defer(() -> save(caller, stored, act, next, stored.dossier())));
            default -> save(caller, stored, act, next, stored.dossier());
        };
    }

    private static boolean isGrant(Act act) {
        return act instanceof Act.Decide decide && decide.grant();
    }

    /** While another application for the programme is open nobody knows what an appeal could still grant. */
    private Mono<Void> unlessAnotherIsOpen(CaseDocument stored) {
        return cases.openOf(stored.learnerId(), stored.asked().programmeId())
                .filter(open -> !open.id().equals(stored.id()))
                .flatMap(open -> Mono.error(new ProblemException(ProblemCode.CASE_ALREADY_OPEN)));
    }

    /** Judged anew, with the outcomes and the rules of today and without what the case itself was granted; it has to grant something. */
    private Mono<CaseDocument> upheld(Caller caller, CaseDocument stored, Act act, Proceeding next) {
        return withdrawn.among(stored.learnerId(), ids(stored)).flatMap(gone -> {
            List<UUID> refuted = stored.proceeding().refuted();
            List<UUID> left = stored.asked().outcomes().stream()
                    .filter(id -> !refuted.contains(id))
                    .filter(id ->
                            gone.stream().noneMatch(told -> told.outcomeId().equals(id)))
                    .toList();
            return left.isEmpty() && !stored.asked().outcomes().isEmpty()
                    ? Mono.error(Refusals.grantsNothing(stored.asked().programme()))
                    : upheld(caller, stored, act, next, left);
        });
    }

    private static List<OutcomeId> ids(CaseDocument stored) {
        return stored.asked().outcomes().stream().map(OutcomeId::new).toList();
    }

    private Mono<CaseDocument> upheld(
            Caller caller, CaseDocument stored, Act act, Proceeding next, List<UUID> outcomes) {
        Question question = new Question(
                new LearnerId(stored.learnerId()), stored.asked().programmeId(), outcomes, Optional.of(stored.id()));
        return evaluations.judge(question).flatMap(judged -> {
            if (judged.evaluation().grants().isEmpty()) {
                return Mono.error(Refusals.grantsNothing(stored.asked().programme()));
            }
            return evaluations
                    .pin(stored.id(), judged, now())
                    .flatMap(pinned ->
                            save(caller, stored, act, next, stored.dossier().judgedBy(pinned.id())));
        });
    }

    private Mono<CaseDocument> save(Caller caller, CaseDocument stored, Act act, Proceeding next, Dossier dossier) {
        Deed deed = Deed.of(act);
        Dossier told = dossier.with(
                new Happened(now(), deed.what(), deed.isByName() ? caller.personId() : null, deed.reason()));
        AuditFact fact = new AuditFact(
                "recognition." + deed.action(),
                caller.personId(),
                stored.proceeding().needs().institution(),
                "case:" + stored.id(),
                deed.facts());
        CaseDocument changed = stored.next(next, told);
        RecognitionDecided decided = decided(stored, next);
        return decided == null ? cases.save(stored, changed, fact) : cases.save(stored, changed, fact, decided);
    }

    private static @Nullable RecognitionDecided decided(CaseDocument stored, Proceeding next) {
        if (!(next.state() instanceof State.Posting)) {
            return null;
        }
        Ruling last = next.rulings().getLast();
        boolean isNew = stored.proceeding().rulings().size() < next.rulings().size();
        return isNew ? new RecognitionDecided(stored.id(), last.id(), stored.learnerId()) : null;
    }

    Day day() {
        return new Day(time.today(), WorkingDays.PUBLISHED);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * An act in words.
     *
     * @param isByName whether the history names who did it; those who object are not named
     */
    record Deed(String action, LocalText what, @Nullable String reason, boolean isByName, Map<String, String> facts) {

        static Deed of(Act act) {
            return switch (act) {
                case Act.Take ignored -> plain("taken", "接手办理", "Taken over", null);
                case Act.Vote vote ->
                    vote.favourable()
                            ? plain("voted", "评审同意", "Voted in favour", vote.reason())
                            : plain("voted", "评审不同意", "Voted against", vote.reason());
                case Act.Examine examine -> throw new IllegalArgumentException("is told by the outcome: " + examine);
                case Act.AskForMore ask -> plain("more-asked", "要求补正", "Asked for more", ask.reason());
                case Act.Supply supply -> plain("supplied", "补正后重新提交", "Answered", supply.answer());
                case Act.Withdraw ignored -> plain("withdrawn", "撤回申请", "Withdrawn", null);
                case Act.Object object ->
                    new Deed(
                            "objected",
                            Wording.text("收到公示异议", "Somebody objected"),
                            object.reason().strip(),
                            false,
                            Map.of());
                case Act.Reply reply -> plain("replied", "答复异议", "Objection answered", reply.answer());
                case Act.Decide decide ->
                    decide.grant()
                            ? plain("decided", "决定认定", "Granted", decide.reason())
                            : plain("decided", "决定不予认定", "Refused", decide.reason());
                case Act.Post ignored -> plain("posted", "入账登记", "Posted and registered", null);
                case Act.Appeal appeal -> plain("appealed", "提出申诉", "Appealed", appeal.grounds());
                case Act.RuleOnAppeal ruling ->
                    ruling.upheld()
                            ? plain("appeal-ruled", "申诉成立，撤销原决定并重新认定", "Appeal upheld: decided anew", ruling.reason())
                            : plain(
                                    "appeal-ruled",
                                    "驳回申诉，维持原决定",
                                    "Appeal dismissed: the decision stands",
                                    ruling.reason());
            };
        }

        private static Deed plain(String action, String zh, String en, @Nullable String reason) {
            String stripped = reason == null || reason.isBlank() ? null : reason.strip();
            return new Deed(
                    action,
                    Wording.text(zh, en),
                    stripped,
                    true,
                    stripped == null ? Map.of("act", en) : Map.of("act", en, "reason", stripped));
        }
    }
}
