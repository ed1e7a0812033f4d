package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.priorlearning.ClaimDocument.AskedUnit;
import cn.jiangxue.priorlearning.ClaimDocument.Dossier;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import cn.jiangxue.priorlearning.ClaimDocument.StoredAppointment;
import cn.jiangxue.priorlearning.ClaimDocument.StoredAssessment;
import cn.jiangxue.priorlearning.ClaimDocument.StoredRequest;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.priorlearning.rules.Claims.Actor;
import cn.jiangxue.priorlearning.rules.Support;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What assessors do: name a time and a place, record what they found, ask for more. Each under an id of the client's, so that a repeat changes nothing. */
@Component
class Assessing {

    /** Appointments and requests of one claim. */
    private static final int EACH_MOST = 50;

    private static final int PLACE_MOST = 200;

    private final ClaimStore claims;
    private final CivilTime time;

    Assessing(ClaimStore claims, CivilTime time) {
        this.claims = claims;
        this.time = time;
    }

    Mono<ClaimDocument> appoint(Caller caller, UUID id, UUID appointmentId, AppointmentEdit edit) {
        StoredAppointment made = new StoredAppointment(
                appointmentId,
                edit.method(),
                edit.at().truncatedTo(ChronoUnit.MILLIS),
                edit.place().strip(),
                caller.personId());
        return Tries.of(() -> claims.of(caller, Role.ASSESSOR, id)
                .flatMap(stored -> claims.actor(caller, stored).flatMap(actor -> {
                    Optional<StoredAppointment> known = stored.dossier().appointments().stream()
                            .filter(one -> one.id().equals(appointmentId))
                            .findFirst();
                    if (known.isPresent()) {
                        return repeated(stored, known.get().equals(made), appointmentId);
                    }
                    refuseUnless(ClaimAct.APPOINT, actor, stored);
                    check(made);
                    refuseFull(stored.dossier().appointments().size(), EACH_MOST);
                    LocalText method = Support.name(made.method());
                    LocalText what = new LocalText(
                            "约定%s：%s".formatted(method.zh(), made.place()),
                            "Appointed: %s, %s".formatted(method.en(), made.place()));
                    Dossier dossier = stored.dossier().with(made).with(happened(caller, what, null));
                    return claims.save(
                            stored,
                            stored.next(dossier),
                            Claiming.fact(
                                    "priorlearning.appointed",
                                    caller,
                                    stored,
                                    Map.of(
                                            "method",
                                            made.method().name(),
                                            "at",
                                            made.at().toString())));
                })));
    }

    private void check(StoredAppointment made) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        boolean sound = true;
        if (made.method() == Method.PORTFOLIO) {
            sound = false;
            refusal.field("method", new LocalText("材料审核不需要约定时间", "A portfolio needs no appointment"));
        }
        if (!made.at().isAfter(time.clock().instant())) {
            sound = false;
            refusal.field("at", new LocalText("请选择将来的时间", "Choose a time to come"));
        }
        if (made.place().isEmpty() || made.place().length() > PLACE_MOST) {
            sound = false;
            refusal.field(
                    "place",
                    new LocalText(
                            "请写明地点，不超过%d字".formatted(PLACE_MOST),
                            "Say where, at most %d characters".formatted(PLACE_MOST)));
        }
        if (!sound) {
            throw refusal;
        }
    }

    Mono<ClaimDocument> assess(Caller caller, UUID id, UUID assessmentId, AssessmentEdit edit) {
        StoredAssessment made = new StoredAssessment(
                assessmentId,
                edit.unitId(),
                edit.method(),
                edit.heldOn(),
                edit.criteria().stream().sorted().toList(),
                edit.met(),
                edit.mark(),
                edit.words().strip(),
                caller.personId(),
                time.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        return Tries.of(() -> claims.of(caller, Role.ASSESSOR, id)
                .flatMap(stored -> claims.actor(caller, stored).flatMap(actor -> {
                    Optional<StoredAssessment> known = stored.dossier().assessments().stream()
                            .filter(one -> one.id().equals(assessmentId))
                            .findFirst();
                    if (known.isPresent()) {
                        return repeated(stored, isSame(known.get(), made), assessmentId);
                    }
                    refuseUnless(ClaimAct.ASSESS, actor, stored);
                    AskedUnit unit = check(stored, made);
                    refuseFull(stored.dossier().assessments().size(), PriorLearningApi.ASSESSMENTS_MOST);
                    LocalText method = Support.name(made.method());
                    LocalText what = new LocalText(
                            "评审“%s”：%s".formatted(unit.name().zh(), method.zh()),
                            "Assessed \"%s\": %s".formatted(unit.name().en(), method.en()));
                    Dossier dossier = stored.dossier().with(made).with(happened(caller, what, null));
                    return claims.save(
                            stored,
                            stored.next(dossier),
                            Claiming.fact(
                                    "priorlearning.assessed",
                                    caller,
                                    stored,
                                    Map.of(
                                            "unit",
                                            made.unitId(),
                                            "method",
                                            made.method().name(),
                                            "record",
                                            made.id().toString())));
                })));
    }

    /** The same but for the instant at which it arrived. */
    private static boolean isSame(StoredAssessment known, StoredAssessment made) {
        return known.assessed().equals(made.assessed())
                && known.heldOn().equals(made.heldOn())
                && known.words().equals(made.words());
    }

    private AskedUnit check(ClaimDocument stored, StoredAssessment made) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        boolean sound = true;
        Optional<AskedUnit> unit = stored.asked().units().stream()
                .filter(one -> one.id().equals(made.unitId()))
                .findFirst();
        if (unit.isEmpty()) {
            sound = false;
            refusal.field("unitId", new LocalText("申请中没有此单元", "Not a unit of this claim"));
        }
        if (made.heldOn().isAfter(time.today())) {
            sound = false;
            refusal.field("heldOn", new LocalText("评审日期不能晚于今天", "The date is not in the future"));
        }
        if (!made.assessed().isWhole()) {
            sound = false;
            refusal.field(
                    "method",
                    new LocalText(
                            "材料审核勾选符合项；面谈选择是否达到；实操填写0至100分",
                            "A portfolio has criteria, an interview says met or not, a practical test has 0 to 100 points"));
        }
        if (!Claims.isReason(made.words())) {
            sound = false;
            refusal.field("words", Claiming.words());
        }
        if (!sound) {
            throw refusal;
        }
        return unit.orElseThrow();
    }

    /** By an assessor or an officer; the time of the institution begins anew with the answer. */
    Mono<ClaimDocument> askForMore(Caller caller, UUID id, UUID requestId, MoreEdit edit) {
        StoredRequest made = new StoredRequest(requestId, edit.reason().strip(), caller.personId());
        return Tries.of(() -> claims.visible(caller, id)
                .flatMap(stored -> claims.actor(caller, stored).flatMap(actor -> {
                    Optional<StoredRequest> known = stored.dossier().requests().stream()
                            .filter(one -> one.id().equals(requestId))
                            .findFirst();
                    if (known.isPresent()) {
                        return repeated(stored, known.get().equals(made), requestId);
                    }
                    refuseUnless(ClaimAct.ASK_FOR_MORE, actor, stored);
                    if (edit.revision() != stored.revision()) {
                        return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
                    }
                    if (!Claims.isReason(made.reason())) {
                        return Mono.error(
                                new ProblemException(ProblemCode.INVALID_FIELDS).field("reason", Claiming.words()));
                    }
                    refuseFull(stored.dossier().requests().size(), EACH_MOST);
                    Dossier dossier = stored.dossier()
                            .with(made)
                            .with(happened(caller, new LocalText("要求补充材料", "More asked for"), made.reason()));
                    return claims.save(
                            stored,
                            stored.next(
                                    ClaimState.MORE_ASKED,
                                    dossier,
                                    WorkingDays.PUBLISHED.after(time.today(), Claims.CLAIMANT_DAYS)),
                            Claiming.fact("priorlearning.more-asked", caller, stored, Map.of("reason", made.reason())));
                })));
    }

    /** Refuses what the menu does not offer, and says why. */
    private static void refuseUnless(ClaimAct act, Actor actor, ClaimDocument stored) {
        if (Claims.menu(stored.standing(Set.of()), actor).contains(act)) {
            return;
        }
        if (actor.colleague()) {
            throw Awarding.keptOut();
        }
        if (stored.personId().equals(actor.person())) {
            throw new ProblemException(ProblemCode.OWN_CASE);
        }
        throw Claims.isOpen(stored.state())
                ? new ProblemException(ProblemCode.NOT_AT_THIS_STEP, ClaimViews.name(stored.state()))
                : new ProblemException(ProblemCode.CASE_CLOSED, ClaimViews.name(stored.state()));
    }

    private static void refuseFull(int there, int most) {
        if (there >= most) {
            throw new ProblemException(ProblemCode.CASE_AT_LIMIT, most);
        }
    }

    private static Mono<ClaimDocument> repeated(ClaimDocument stored, boolean same, UUID id) {
        return same ? Mono.just(stored) : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, id));
    }

    private Happened happened(Caller caller, LocalText what, @Nullable String reason) {
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Happened(now, what, caller.personId(), reason);
    }
}
