package cn.jiangxue.promotion;

import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PathResult;
import cn.jiangxue.contract.SupervisionApi.ActKind;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.platform.Uuid7;
import cn.jiangxue.promotion.CaseDocument.Under;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.Dossier.StoredDecision;
import cn.jiangxue.promotion.rules.Examination;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.promotion.rules.Review.Answer;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What recognition officers do: admit to the examination, approve, ask for more, refuse. Of two at once one decides, the other is told by whom and what. */
@Component
class Decisions {

    private final Cases cases;
    private final Eligibilities eligibilities;
    private final Applicants applicants;
    private final PlansOfCases plans;
    private final KeptOut keptOut;
    private final CivilTime time;

    Decisions(
            Cases cases,
            Eligibilities eligibilities,
            Applicants applicants,
            PlansOfCases plans,
            KeptOut keptOut,
            CivilTime time) {
        this.cases = cases;
        this.plans = plans;
        this.keptOut = keptOut;
        this.eligibilities = eligibilities;
        this.applicants = applicants;
        this.time = time;
    }

    Mono<CaseDocument> decide(Caller officer, UUID id, UUID decisionId, DecisionEdit edit) {
        return Tries.of(() -> cases.reviewed(officer, id)
                .flatMap(stored -> keptOut.require(officer, stored))
                .zipWhen(plans::today)
                .flatMap(both -> plans.interested(officer, both.getT1())
                        ? refuse(ProblemCode.PLAN_INTEREST)
                        : decide(both.getT1(), both.getT2().orElse(null), officer.personId(), decisionId, edit)));
    }

    private Mono<CaseDocument> decide(
            CaseDocument stored, @Nullable PlanToday plan, UUID officer, UUID decisionId, DecisionEdit edit) {
        return switch (Review.decide(stored.standing(plan), officer, decisionId, edit)) {
            case Answer.Accepted accepted -> write(stored, officer, decisionId, edit, accepted.next());
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, decisionId);
            case Answer.DecidedBefore before -> decidedBefore(stored, before.first());
            case Answer.NotOpen closed -> refuse(ProblemCode.CASE_CLOSED, CaseViews.name(closed.state()));
            case Answer.ChangedMeanwhile ignored -> refuse(ProblemCode.CHANGED_MEANWHILE);
            case Answer.OwnCase ignored -> refuse(ProblemCode.OWN_CASE);
            case Answer.AssessedHere ignored -> refuse(ProblemCode.ASSESSED_HERE);
            case Answer.SupervisesHere ignored -> refuse(ProblemCode.SUPERVISES_HERE);
            case Answer.SupervisorAwaited awaited ->
                refuse(ProblemCode.SUPERVISOR_AWAITED, Marks.names(awaited.parts()));
            case Answer.MarksMissing missing -> refuse(ProblemCode.MARKS_MISSING, Marks.names(missing.parts()));
            case Answer.EvidenceNeeded ignored -> refuse(ProblemCode.EVIDENCE_NEEDED);
            case Answer.SecondOfficerNeeded ignored -> refuse(ProblemCode.SECOND_OFFICER_NEEDED);
            case Answer.NotAtThisStep other -> refuse(ProblemCode.NOT_AT_THIS_STEP, CaseViews.name(other.state()));
            case Answer.ReasonNeeded needed ->
                Refused.invalid("reason", Refused.reasonNeeded(needed.least(), needed.most()));
        };
    }

    private Mono<CaseDocument> decidedBefore(CaseDocument stored, Review.Made first) {
        LocalDate on = stored.dossier().decisions().stream()
                .filter(decision -> decision.id().equals(first.id()))
                .map(decision -> time.dateOf(decision.at()))
                .findFirst()
                .orElse(time.today());
        return applicants
                .names(List.of(first.officer()))
                .flatMap(names -> refuse(
                        ProblemCode.ALREADY_DECIDED,
                        names.getOrDefault(first.officer(), "—"),
                        on.toString(),
                        CaseViews.name(first.kind())));
    }

    /** What the applicant is known for must still hold when it is admitted, proposed and approved: credit may have been taken back since. */
    private Mono<CaseDocument> write(
            CaseDocument stored, UUID officer, UUID decisionId, DecisionEdit edit, CaseState next) {
        if (edit.kind() == DecisionKind.ASK_FOR_MORE || edit.kind() == DecisionKind.REFUSE) {
            return save(stored, officer, decisionId, edit, next, null);
        }
        return eligibilities.now(stored).flatMap(now -> {
            Applications.refuseUnmet(now);
            return save(stored, officer, decisionId, edit, next, now);
        });
    }

    private Mono<CaseDocument> save(
            CaseDocument stored,
            UUID officer,
            UUID decisionId,
            DecisionEdit edit,
            CaseState next,
            @Nullable Eligibility met) {
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        String reason = edit.reason().strip();
        StoredDecision decision =
                new StoredDecision(decisionId, edit.kind(), reason, officer, now, (int) stored.revision() + 1);
        Dossier dossier = stored.dossier()
                .with(decision)
                .with(new Happened(now, CaseViews.name(edit.kind()), officer, reason.isEmpty() ? null : reason));
        LocalDate actBy = switch (next) {
            case MORE_ASKED -> WorkingDays.PUBLISHED.after(time.today(), Review.APPLICANT_DAYS);
            case IN_EXAMINATION -> WorkingDays.PUBLISHED.after(time.today(), Examination.DAYS);
            case AWAITING_SECOND -> WorkingDays.PUBLISHED.after(time.today(), Review.INSTITUTION_DAYS);
            case SUBMITTED, APPROVED, REFUSED, WITHDRAWN -> null;
        };
        AuditFact fact = new AuditFact(
                "promotion.decided",
                officer,
                stored.institutionId(),
                "case:" + stored.id(),
                Map.of("decision", edit.kind().name(), "reason", reason));
        if (met == null || next != CaseState.APPROVED) {
            CaseDocument changed = stored.next(next, dossier, actBy, null);
            return cases.save(changed, told(changed, fact));
        }
        UUID credentialId = Uuid7.next(time.clock());
        CaseDocument approved = stored.next(next, dossier, actBy, credentialId);
        ActTaken act = new ActTaken(
                decision.id(),
                ActKind.APPROVAL,
                decision.officerId(),
                stored.institutionId(),
                stored.id(),
                decision.at());
        return cases.save(approved, told(approved, decided(stored, decision, met, credentialId), act, fact));
    }

    /** With what the applicant hears of it. */
    private static Record[] told(CaseDocument changed, Record... others) {
        return Stream.concat(Arrays.stream(others), ApplicantNews.of(changed).stream())
                .toArray(Record[]::new);
    }

    private GradeDecided decided(CaseDocument stored, StoredDecision decision, Eligibility met, UUID credentialId) {
        LocalText path = met.paths().stream()
                .filter(PathResult::met)
                .map(PathResult::name)
                .findFirst()
                .map(alternative -> named(stored.asked().under(), alternative))
                .orElseThrow(() -> new IllegalStateException("eligible without a path"));
        return new GradeDecided(
                stored.id(),
                decision.id(),
                stored.learnerId(),
                stored.personId(),
                stored.asked().occupationCode(),
                stored.asked().occupation(),
                stored.asked().edition(),
                stored.asked().grade(),
                stored.asked().gradeName(),
                path,
                stored.institutionId(),
                stored.institutionName(),
                decision.officerId(),
                credentialId,
                time.dateOf(decision.at()),
                decision.at());
    }

    /** Where an enterprise examined, the credential says under which plan and version, so that it can be traced. */
    private static LocalText named(@Nullable Under under, LocalText alternative) {
        return under == null
                ? alternative
                : new LocalText(
                        "企业自主评价（%s，方案%s第%d版）：%s"
                                .formatted(
                                        under.employerName().zh(), under.planId(), under.version(), alternative.zh()),
                        "Evaluation by the enterprise (%s, plan %s, version %d): %s"
                                .formatted(
                                        under.employerName().en(), under.planId(), under.version(), alternative.en()));
    }
}
