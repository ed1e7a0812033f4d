package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryOfOthers;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.CorrectedEntries.Reached;
import cn.jiangxue.credit.CorrectionDocument.StoredDecision;
import cn.jiangxue.credit.rules.CorrectionReview;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.vocabulary.SecondPerson;
import cn.jiangxue.vocabulary.SecondPerson.Acting;
import cn.jiangxue.vocabulary.SecondPerson.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking entries back: one officer proposes, another one decides, the ledger posts. Every step is on the audit record; the account's holder sees all of it. */
@Component
class Corrections {

    /** Of the rules of the account: what a correction is and who may do it. */
    private static final int CLAUSE = 9;

    private static final int PAGE = 20;

    /** Organisations of one officer that are looked through for a list. */
    private static final int ORGANISATIONS = 50;

    private final CorrectionRecord record;
    private final CorrectedEntries entries;
    private final CorrectionViews views;
    private final CivilTime time;

    Corrections(CorrectionRecord record, CorrectedEntries entries, CorrectionViews views, CivilTime time) {
        this.record = record;
        this.entries = entries;
        this.views = views;
        this.time = time;
    }

    Mono<EntryOfOthers> entry(Caller officer, UUID entryId) {
        return entries.reached(officer, entryId)
                .flatMap(reached -> entries.isTakenBack(reached.entry())
                        .flatMap(undone -> views.entry(
                                reached.entry(),
                                !undone
                                        && CorrectionReview.isCorrectable(
                                                reached.entry().kind()))));
    }

    /** Proposes a correction; the same again answers the same. */
    Mono<Correction> propose(Caller officer, UUID id, CorrectionEdit edit) {
        String reason = edit.reason().strip();
        if (!SecondPerson.isReason(reason)) {
            return reasonNeeded();
        }
        return entries.reached(officer, edit.entryId())
                .flatMap(reached -> existing(officer, id, edit.entryId(), reason)
                        .switchIfEmpty(Mono.defer(() -> propose(officer, id, reached, reason))))
                .flatMap(views::view);
    }

    private Mono<CorrectionDocument> existing(Caller officer, UUID id, UUID entryId, String reason) {
        return record.find(id).map(stored -> {
            if (!isOf(officer, stored)) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            boolean same = stored.entryId().equals(entryId)
                    && stored.reason().equals(reason)
                    && officer.personId().equals(stored.proposedBy());
            if (!same) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private Mono<CorrectionDocument> propose(Caller officer, UUID id, Reached reached, String reason) {
        EntryDocument entry = reached.entry();
        if (entry.learnerId().equals(officer.learnerId())) {
            return Mono.error(refused(ProblemCode.OWN_ACCOUNT));
        }
        if (!CorrectionReview.isCorrectable(entry.kind())) {
            return Mono.error(refused(ProblemCode.ENTRY_NOT_CORRECTABLE));
        }
        CorrectionDocument created = CorrectionDocument.proposed(
                id, entry, reached.organisation(), reached.reach(), reason, officer.personId(), now());
        return entries.isTakenBack(entry)
                .flatMap(undone -> undone
                        ? Mono.error(new ProblemException(ProblemCode.CREDIT_TAKEN_BACK, entry.seq()))
                        : insert(officer, created));
    }

    private Mono<CorrectionDocument> insert(Caller officer, CorrectionDocument created) {
        AuditFact fact = fact("correction.proposed", officer.personId(), created, created.reason());
        return record.insert(created, fact)
                .flatMap(inserted -> inserted
                        ? Mono.just(created)
                        : existing(officer, created.id(), created.entryId(), created.reason())
                                .switchIfEmpty(Mono.error(() -> refused(ProblemCode.CORRECTION_OPEN))));
    }

    /** The caller's own, or one within the caller's reach, else NOT_FOUND. */
    Mono<Correction> find(Caller caller, UUID id) {
        return record.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()) || isOf(caller, stored))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(views::view);
    }

    /** Approves or refuses. Of two at once one decides, the other is told by whom. */
    Mono<Correction> decide(Caller officer, UUID id, ApprovalEdit edit) {
        return Tries.of(() -> record.find(id)
                        .filter(stored -> isOf(officer, stored))
                        .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                        .flatMap(stored -> decide(officer, stored, edit)))
                .flatMap(views::view);
    }

    /** Empty when it had moved on. */
    private Mono<CorrectionDocument> decide(Caller officer, CorrectionDocument stored, ApprovalEdit edit) {
        Acting who = new Acting(officer.personId(), officer.learnerId());
        return switch (SecondPerson.decide(stored.standing(), who, edit.approve(), edit.reason())) {
            case Answer.Accepted accepted -> save(officer, stored, accepted.decided());
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.DecidedBefore before ->
                decidedBefore(stored, before.first().by());
            case Answer.SecondPersonNeeded ignored -> Mono.error(refused(ProblemCode.SECOND_PERSON_NEEDED));
            case Answer.ReasonNeeded ignored -> reasonNeeded();
        };
    }

    private Mono<CorrectionDocument> save(Caller officer, CorrectionDocument stored, SecondPerson.Decided made) {
        String reason = made.reason();
        StoredDecision decision = new StoredDecision(made.approve(), reason, made.by(), now());
        if (!made.approve()) {
            CorrectionDocument decided = stored.decided(CorrectionState.REFUSED, decision);
            return record.save(decided, fact("correction.refused", officer.personId(), stored, reason));
        }
        return entries.requirePossible(stored.learnerId(), stored.entryId())
                .then(Mono.defer(() -> record.save(
                        stored.decided(CorrectionState.APPROVED, decision),
                        new CorrectionApproved(stored.id()),
                        fact("correction.approved", officer.personId(), stored, reason))));
    }

    private Mono<CorrectionDocument> decidedBefore(CorrectionDocument stored, UUID by) {
        Instant at = stored.decision() == null ? now() : stored.decision().at();
        return views.name(by)
                .flatMap(name -> Mono.error(refused(
                        ProblemCode.CORRECTION_DECIDED, name, time.dateOf(at).toString())));
    }

    /** One index range per organisation of the officer, merged. */
    Mono<Page<Correction>> within(Caller officer, @Nullable CorrectionState state, @Nullable String cursor) {
        String after = Cut.after(cursor);
        CorrectionState wanted = state == null ? CorrectionState.PROPOSED : state;
        return Flux.fromIterable(CorrectedEntries.officers(officer))
                .take(ORGANISATIONS)
                .flatMap(organisation -> record.within(organisation, wanted, after, PAGE + 1))
                .flatMapIterable(found -> found)
                .distinct(CorrectionDocument::id)
                .sort(Comparator.comparing(CorrectionDocument::queueKey))
                .take(PAGE + 1)
                .collectList()
                .flatMap(this::page);
    }

    Mono<Page<Correction>> mine(Caller caller, @Nullable UUID entry, @Nullable String cursor) {
        return record.ofLearner(caller.learnerId(), entry, Cut.after(cursor), PAGE + 1)
                .flatMap(this::page);
    }

    private Mono<Page<Correction>> page(List<CorrectionDocument> found) {
        Cut<CorrectionDocument> cut = Cut.of(found, PAGE, CorrectionDocument::queueKey);
        return views.views(cut.shown()).map(items -> new Page<>(items, cut.next()));
    }

    private static boolean isOf(Caller officer, CorrectionDocument stored) {
        return CorrectedEntries.officers(officer).stream().anyMatch(stored.reach()::contains);
    }

    static AuditFact fact(String action, @Nullable UUID actor, CorrectionDocument stored, String reason) {
        return new AuditFact(
                action,
                actor,
                stored.organisationId(),
                "ledger-correction:" + stored.id(),
                Map.of("entry", stored.entryId().toString(), "reason", reason));
    }

    private static ProblemException refused(ProblemCode code, Object... values) {
        return Refusals.refused(code, CLAUSE, values).problem();
    }

    private static <T> Mono<T> reasonNeeded() {
        return Refused.invalid("reason", Refused.reasonNeeded(SecondPerson.REASON_LEAST, SecondPerson.REASON_MOST));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
