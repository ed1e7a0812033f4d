package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.contract.CreditApi.Hold;
import cn.jiangxue.contract.CreditApi.SpendEdit;
import cn.jiangxue.contract.CreditApi.UseEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credit.CreditApplications.Application;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who may move credit by hand: learners set aside, release and spend their own for an application of their own; a recognition officer of the institution that
 * decides on the application uses what was set aside for it; nobody else moves anything.
 */
@Component
class Spending {

    private static final long MOST_MILLI = 1_000_000_000L;
    private static final int REASON_LEAST = 2;
    private static final int REASON_MOST = 500;
    private static final LocalText UNKNOWN = new LocalText("已不在记录中的申请", "An application no longer on record");

    private final CreditLedger ledger;
    private final Postings postings;
    private final List<CreditApplications> applications;
    private final AuditTrail audit;

    Spending(CreditLedger ledger, Postings postings, List<CreditApplications> applications, AuditTrail audit) {
        this.ledger = ledger;
        this.postings = postings;
        this.applications = List.copyOf(applications);
        this.audit = audit;
    }

    Mono<Entry> hold(Caller caller, UUID id, SpendEdit edit) {
        return own(caller, id, edit)
                .map(application -> new Movement.Hold(
                        id,
                        learner(caller),
                        application.id(),
                        new Credits(edit.amountMilli()),
                        about(application, "冻结学分", "Set aside"),
                        mandate(application, caller)))
                .flatMap(hold -> post(hold, new Act("credit.held", caller, edit.applicationId())));
    }

    Mono<Entry> debit(Caller caller, UUID id, SpendEdit edit) {
        return own(caller, id, edit)
                .map(application -> new Movement.Debit(
                        id,
                        learner(caller),
                        application.id(),
                        new Credits(edit.amountMilli()),
                        about(application, "使用学分", "Spent"),
                        mandate(application, caller)))
                .flatMap(debit -> post(debit, new Act("credit.debited", caller, edit.applicationId())));
    }

    /** Also when the application is closed: what it no longer needs is the learner's again. */
    Mono<Entry> release(Caller caller, UUID holdId) {
        LearnerId learner = learner(caller);
        return ledger.store()
                .entryById(learner, Postings.entryId(learner, holdId))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .map(entry -> new Movement.Reverse(
                        learner,
                        entry.id(),
                        new LocalText("释放冻结的学分", "Released what was set aside"),
                        new Mandate(entry.organisationId(), caller.personId())))
                .flatMap(release -> post(release, new Act("credit.released", caller, holdId)));
    }

    /** What the caller has set aside, and for what; an application that is no longer known is told by its id alone. */
    Mono<List<HeldCredit>> mine(Caller caller) {
        return ledger.store()
                .account(learner(caller))
                .flatMapIterable(LearningAccounts::holds)
                .concatMap(hold -> find(hold.applicationId())
                        .map(application -> new HeldCredit(
                                hold.id(),
                                hold.applicationId(),
                                application.title(),
                                hold.amountMilli(),
                                application.open()))
                        .defaultIfEmpty(
                                new HeldCredit(hold.id(), hold.applicationId(), UNKNOWN, hold.amountMilli(), false)))
                .collectList();
    }

    Mono<List<Hold>> holds(Caller officer, UUID applicationId) {
        return decidedBy(officer, applicationId)
                .flatMap(application -> ledger.store().account(new LearnerId(application.learnerId())))
                .map(account -> LearningAccounts.holds(account).stream()
                        .filter(hold -> hold.applicationId().equals(applicationId))
                        .toList());
    }

    Mono<Entry> use(Caller officer, UUID applicationId, UUID id, UseEdit edit) {
        checkAmount(edit.amountMilli());
        LocalText reason = reason(edit.reason());
        return decidedBy(officer, applicationId)
                .flatMap(application -> unlessEnded(application.ended(), application, id))
                .flatMap(application -> heldFor(application, edit))
                .map(application -> new Movement.Apply(
                        id,
                        new LearnerId(application.learnerId()),
                        applicationId,
                        edit.holdId(),
                        new Credits(edit.amountMilli()),
                        reason,
                        mandate(application, officer)))
                .flatMap(use -> post(use, new Act("credit.used", officer, applicationId)));
    }

    /** An officer uses what was set aside for this application, not for another of the same learner. */
    private Mono<Application> heldFor(Application application, UseEdit edit) {
        LearnerId learner = new LearnerId(application.learnerId());
        return ledger.store()
                .entryById(learner, Postings.entryId(learner, edit.holdId()))
                .filter(hold -> hold.counter().equals(Postings.counter(application.id())))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.HOLD_NOT_OPEN)))
                .thenReturn(application);
    }

    private record Act(String action, Caller caller, UUID about) {}

    private Mono<Entry> post(Movement movement, Act act) {
        return postings.post(movement).flatMap(posted -> switch (posted) {
            case Posted.Entered entered -> noted(entered, movement, act);
            case Posted.Refused refused -> Mono.error(refused.problem());
            case Posted.Nothing ignored -> Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        });
    }

    /** A repeat is noted too when the first one may have died before it was: the record then holds it twice rather than never. */
    private Mono<Entry> noted(Posted.Entered entered, Movement movement, Act act) {
        Entry entry = entered.entry();
        return audit.record(new AuditFact(
                        act.action(),
                        act.caller().personId(),
                        movement.mandate().organisationId(),
                        "ledger-entry:" + entry.entryId(),
                        Map.of(
                                "about", act.about().toString(),
                                "availableChangeMilli", Long.toString(entry.availableChangeMilli()),
                                "heldChangeMilli", Long.toString(entry.heldChangeMilli()))))
                .thenReturn(entry);
    }

    /** The caller's own open application, else NOT_FOUND or APPLICATION_NOT_OPEN. */
    private Mono<Application> own(Caller caller, UUID id, SpendEdit edit) {
        checkAmount(edit.amountMilli());
        return find(edit.applicationId())
                .filter(application -> application.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(application -> unlessEnded(!application.open(), application, id));
    }

    /** A repeat of what was done in time answers the same also afterwards. */
    private Mono<Application> unlessEnded(boolean ended, Application application, UUID id) {
        LearnerId learner = new LearnerId(application.learnerId());
        Mono<Boolean> mayGoOn = ended
                ? ledger.store()
                        .entryById(learner, Postings.entryId(learner, id))
                        .hasElement()
                : Mono.just(true);
        return mayGoOn.flatMap(may ->
                may ? Mono.just(application) : Mono.error(new ProblemException(ProblemCode.APPLICATION_NOT_OPEN)));
    }

    private Mono<Application> decidedBy(Caller officer, UUID applicationId) {
        return find(applicationId)
                .filter(application -> officer.has(Role.RECOGNITION_OFFICER, application.institutionId())
                        && !application.learnerId().equals(officer.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Application> find(UUID applicationId) {
        return Flux.fromIterable(applications)
                .concatMap(known -> known.find(applicationId))
                .next();
    }

    private static LearnerId learner(Caller caller) {
        return new LearnerId(caller.learnerId());
    }

    private static Mandate mandate(Application application, Caller caller) {
        return new Mandate(application.institutionId(), caller.personId());
    }

    private static LocalText about(Application application, String zh, String en) {
        return new LocalText(
                zh + "：" + application.title().zh(),
                en + ": " + application.title().en());
    }

    private static void checkAmount(long milli) {
        if (milli < 1 || milli > MOST_MILLI) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("amountMilli", new LocalText("大于0，不超过100万学分", "More than 0, at most 1,000,000 credits"));
        }
    }

    private static LocalText reason(String text) {
        String stripped = text.strip();
        if (stripped.length() < REASON_LEAST || stripped.length() > REASON_MOST) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("reason", new LocalText("请写明理由，2至500字", "Give a reason of 2 to 500 characters"));
        }
        return new LocalText(stripped, stripped);
    }
}
