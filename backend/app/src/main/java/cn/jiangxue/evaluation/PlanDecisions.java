package cn.jiangxue.evaluation;

import static cn.jiangxue.platform.Refused.invalid;
import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.PlanDocument.Happened;
import cn.jiangxue.evaluation.PlanDocument.StoredDecision;
import cn.jiangxue.evaluation.rules.Approval;
import cn.jiangxue.evaluation.rules.Approval.Answer;
import cn.jiangxue.evaluation.rules.Approval.Made;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.platform.Tries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an institution does: approve, give back, suspend, resume and withdraw a plan, and name who supervises. Of two at once one decides, the other is told by whom. */
@Component
class PlanDecisions {

    /** What supervisors are at the institution. */
    private static final List<Role> SUPERVISE = List.of(Role.ASSESSOR, Role.RECOGNITION_OFFICER);

    /** People of each of these roles who are offered as supervisors. */
    private static final int CANDIDATES = 200;

    private final PlanStore plans;
    private final PlanPeople people;
    private final CivilTime time;

    PlanDecisions(PlanStore plans, PlanPeople people, CivilTime time) {
        this.plans = plans;
        this.people = people;
        this.time = time;
    }

    Mono<PlanDocument> decide(Caller caller, UUID id, UUID decisionId, PlanDecisionEdit edit) {
        return Tries.of(() -> plans.reviewed(caller, id).flatMap(stored -> decide(stored, caller, decisionId, edit)));
    }

    private Mono<PlanDocument> decide(PlanDocument stored, Caller caller, UUID decisionId, PlanDecisionEdit edit) {
        return switch (Approval.decide(stored.standing(), PlanViews.officer(caller, stored), decisionId, edit)) {
            case Answer.Accepted ignored -> save(stored, caller.personId(), decisionId, edit);
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, decisionId);
            case Answer.DecidedBefore before -> decidedBefore(stored, before.first());
            case Answer.ChangedMeanwhile ignored -> refuse(ProblemCode.CHANGED_MEANWHILE);
            case Answer.NotOpen not -> refuse(ProblemCode.PLAN_NOT_OPEN, PlanViews.name(not.state()));
            case Answer.FiledByOfficer ignored -> refuse(ProblemCode.PLAN_FILED_BY_YOU);
            case Answer.Interested ignored -> refuse(ProblemCode.PLAN_INTEREST);
            case Answer.SupervisorNeeded ignored -> refuse(ProblemCode.PLAN_SUPERVISOR_NEEDED);
            case Answer.AtLimit limit -> refuse(ProblemCode.PLAN_AT_LIMIT, limit.most());
            case Answer.ReasonNeeded needed -> invalid("reason", Refused.reasonNeeded(needed.least(), needed.most()));
        };
    }

    private Mono<PlanDocument> decidedBefore(PlanDocument stored, Made first) {
        LocalDate on = stored.decisions().stream()
                .filter(decision -> decision.id().equals(first.id()))
                .map(decision -> time.dateOf(decision.at()))
                .findFirst()
                .orElse(time.today());
        return people.names(List.of(first.officer()))
                .flatMap(names -> refuse(
                        ProblemCode.ALREADY_DECIDED,
                        names.getOrDefault(first.officer(), "—"),
                        on.toString(),
                        PlanViews.name(first.kind())));
    }

    private Mono<PlanDocument> save(PlanDocument stored, UUID officer, UUID decisionId, PlanDecisionEdit edit) {
        Instant now = now();
        String reason = edit.reason().strip();
        StoredDecision decision =
                new StoredDecision(decisionId, edit.kind(), reason, officer, now, stored.revision() + 1);
        Happened event = new Happened(now, PlanViews.name(edit.kind()), officer, reason.isEmpty() ? null : reason);
        return plans.save(
                stored.decided(decision, event),
                new AuditFact(
                        "evaluation.decided",
                        officer,
                        stored.institutionId(),
                        "plan:" + stored.id(),
                        Map.of(
                                "decision",
                                edit.kind().name(),
                                "version",
                                Integer.toString(stored.newest().version()),
                                "reason",
                                reason)));
    }

    /** Assessors and officers of the institution who hold no role in the enterprise. */
    Mono<List<PersonName>> candidates(Caller caller, UUID id) {
        return plans.reviewed(caller, id)
                .flatMap(this::outside)
                .flatMap(outside -> people.names(outside)
                        .map(names -> outside.stream()
                                .map(person -> new PersonName(person, names.getOrDefault(person, "—")))
                                .toList()));
    }

    private Mono<List<UUID>> outside(PlanDocument stored) {
        return Flux.fromIterable(SUPERVISE)
                .concatMap(role -> people.of(role, stored.institutionId(), CANDIDATES))
                .flatMapIterable(found -> found)
                .distinct()
                .collectList()
                .flatMap(staff -> people.within(stored.employerId(), staff)
                        .map(own -> staff.stream()
                                .filter(person -> !own.contains(person))
                                .toList()));
    }

    /** Names the supervisors anew; the same again answers the same plan. */
    Mono<PlanDocument> supervisors(Caller caller, UUID id, SupervisorsEdit edit) {
        return Tries.of(() -> plans.reviewed(caller, id).flatMap(stored -> supervisors(stored, caller, edit)));
    }

    private Mono<PlanDocument> supervisors(PlanDocument stored, Caller caller, SupervisorsEdit edit) {
        if (PlanViews.officer(caller, stored).interested()) {
            return refuse(ProblemCode.PLAN_INTEREST);
        }
        if (edit.supervisors().isEmpty()) {
            return refuse(ProblemCode.PLAN_SUPERVISOR_NEEDED);
        }
        if (edit.supervisors().size() > EvaluationApi.SUPERVISORS_MOST) {
            return unfit();
        }
        if (stored.supervisors().equals(edit.supervisors())) {
            return Mono.just(stored);
        }
        if (edit.revision() != stored.revision()) {
            return refuse(ProblemCode.CHANGED_MEANWHILE);
        }
        if (stored.state() == PlanState.WITHDRAWN) {
            return refuse(ProblemCode.PLAN_NOT_OPEN, PlanViews.name(stored.state()));
        }
        if (stored.history().size() >= EvaluationApi.EVENTS_MOST) {
            return refuse(ProblemCode.PLAN_AT_LIMIT, EvaluationApi.EVENTS_MOST);
        }
        return Mono.zip(
                        qualified(stored.institutionId(), edit.supervisors()),
                        people.within(stored.employerId(), edit.supervisors()))
                .flatMap(found -> named(stored, caller, edit, found.getT1(), found.getT2()));
    }

    private Mono<Set<UUID>> qualified(UUID institution, List<UUID> named) {
        return Flux.fromIterable(SUPERVISE)
                .concatMap(role -> people.holding(role, institution, named))
                .flatMapIterable(found -> found)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<PlanDocument> named(
            PlanDocument stored, Caller caller, SupervisorsEdit edit, Set<UUID> ofInstitution, Set<UUID> ofEmployer) {
        boolean sound =
                new HashSet<>(edit.supervisors()).size() == edit.supervisors().size()
                        && ofInstitution.containsAll(edit.supervisors())
                        && ofEmployer.isEmpty();
        if (!sound) {
            return unfit();
        }
        Happened event = new Happened(now(), new LocalText("指定外部督导员", "Supervisors named"), caller.personId(), null);
        return plans.save(
                stored.supervisedBy(edit.supervisors(), event),
                new AuditFact(
                        "evaluation.supervisors-named",
                        caller.personId(),
                        stored.institutionId(),
                        "plan:" + stored.id(),
                        Map.of(
                                "supervisors",
                                String.join(
                                        " ",
                                        edit.supervisors().stream()
                                                .map(UUID::toString)
                                                .toList()))));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Mono<PlanDocument> unfit() {
        return invalid(
                "supervisors",
                new LocalText(
                        "请选择本机构中与该企业无关的考评员或认定专员，1至%d名".formatted(EvaluationApi.SUPERVISORS_MOST),
                        "Choose 1 to %d assessors or officers of the institution who hold no role in the enterprise"
                                .formatted(EvaluationApi.SUPERVISORS_MOST)));
    }
}
