package cn.jiangxue.priorlearning;

import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.priorlearning.ClaimDocument.AskedUnit;
import cn.jiangxue.priorlearning.ClaimDocument.Dossier;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import cn.jiangxue.priorlearning.ClaimDocument.StoredDecision;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.priorlearning.rules.Claims.Answer;
import cn.jiangxue.priorlearning.rules.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What recognition officers do: award the claimed units, all or some. Of two at once one decides, the other is told by whom. */
@Component
class Awarding {

    private final ClaimStore claims;
    private final ClaimStaff staff;
    private final CivilTime time;

    Awarding(ClaimStore claims, ClaimStaff staff, CivilTime time) {
        this.claims = claims;
        this.staff = staff;
        this.time = time;
    }

    Mono<ClaimDocument> decide(Caller officer, UUID id, UUID decisionId, ClaimDecisionEdit given) {
        ClaimDecisionEdit edit = new ClaimDecisionEdit(
                given.units().stream()
                        .map(unit -> new UnitDecision(
                                unit.unitId(), unit.award(), unit.reason().strip()))
                        .toList(),
                given.revision());
        return Tries.of(() -> claims.of(officer, Role.RECOGNITION_OFFICER, id)
                .flatMap(stored -> claims.actor(officer, stored)
                        .flatMap(actor -> actor.colleague() ? Mono.error(keptOut()) : Mono.just(stored)))
                .flatMap(stored -> claims.ofLine(stored.learnerId(), stored.line())
                        .map(line -> Units.awarded(line.stream()
                                .filter(other -> !other.id().equals(id))
                                .toList()))
                        .flatMap(elsewhere -> decide(officer, stored, elsewhere, decisionId, edit))));
    }

    private Mono<ClaimDocument> decide(
            Caller officer, ClaimDocument stored, Set<String> elsewhere, UUID decisionId, ClaimDecisionEdit edit) {
        return switch (Claims.decide(stored.standing(elsewhere), officer.personId(), decisionId, edit)) {
            case Answer.Accepted ignored -> write(officer, stored, decisionId, edit.units());
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, decisionId);
            case Answer.DecidedBefore before ->
                decidedBefore(stored, before.first().officer());
            case Answer.NotOpen closed ->
                refuse(
                        Claims.isOpen(closed.state()) ? ProblemCode.NOT_AT_THIS_STEP : ProblemCode.CASE_CLOSED,
                        ClaimViews.name(closed.state()));
            case Answer.ChangedMeanwhile ignored -> refuse(ProblemCode.CHANGED_MEANWHILE);
            case Answer.OwnClaim ignored -> refuse(ProblemCode.OWN_CASE);
            case Answer.AssessedIt ignored -> refuse(ProblemCode.ASSESSED_BY_YOU);
            case Answer.UnitsWrong ignored ->
                Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("units", new LocalText("请对每个申请单元各作一次决定", "Decide on every claimed unit, once each")));
            case Answer.NotCarried bare -> refuse(ProblemCode.UNIT_NOT_SUPPORTED, named(stored, bare.units()));
            case Answer.AwardedBefore twice -> refuse(ProblemCode.UNIT_AWARDED_BEFORE, named(stored, twice.units()));
            case Answer.ReasonNeeded silent -> reasons(edit.units(), silent.units());
        };
    }

    static ProblemException keptOut() {
        return Colleagues.refusal("匠学先前学习认定办法（示范）第七条");
    }

    private static Mono<ClaimDocument> reasons(List<UnitDecision> units, List<String> silent) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        for (int i = 0; i < units.size(); i++) {
            if (silent.contains(units.get(i).unitId())) {
                refusal.field("units[%d].reason".formatted(i), Claiming.words());
            }
        }
        return Mono.error(refusal);
    }

    private static LocalText named(ClaimDocument stored, List<String> unitIds) {
        List<LocalText> names = stored.asked().units().stream()
                .filter(unit -> unitIds.contains(unit.id()))
                .map(AskedUnit::name)
                .toList();
        return new LocalText(
                names.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                names.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }

    private Mono<ClaimDocument> decidedBefore(ClaimDocument stored, UUID first) {
        return staff.names(List.of(first))
                .flatMap(names -> refuse(
                        ProblemCode.ALREADY_DECIDED,
                        names.getOrDefault(first, "—"),
                        stored.dossier().decision() == null
                                ? time.today().toString()
                                : time.dateOf(stored.dossier().decision().at()).toString(),
                        ClaimViews.name(stored.state())));
    }

    private Mono<ClaimDocument> write(Caller officer, ClaimDocument stored, UUID decisionId, List<UnitDecision> units) {
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Set<String> awarded = Claims.awarded(units);
        LocalText what = new LocalText(
                "决定：认定%d个单元，共申请%d个".formatted(awarded.size(), units.size()),
                "Decided: %d of %d units awarded".formatted(awarded.size(), units.size()));
        Dossier dossier = stored.dossier()
                .with(new StoredDecision(decisionId, units, officer.personId(), now))
                .with(new Happened(now, what, officer.personId(), null));
        AuditFact fact = Claiming.fact(
                "priorlearning.decided",
                officer,
                stored,
                Map.of("awarded", String.join(" ", awarded.stream().sorted().toList())));
        ClaimDocument next = stored.next(ClaimState.DECIDED, dossier, null);
        return awarded.isEmpty()
                ? claims.save(stored, next, fact)
                : claims.save(
                        stored, next, told(stored, awarded.stream().sorted().toList(), now), fact);
    }

    private UnitsAwarded told(ClaimDocument stored, List<String> awarded, Instant now) {
        return new UnitsAwarded(
                stored.id(),
                stored.learnerId(),
                stored.asked().occupationCode(),
                stored.asked().occupation(),
                stored.asked().edition(),
                stored.asked().grade(),
                stored.asked().gradeName(),
                stored.asked().level(),
                awarded,
                stored.institutionId(),
                stored.institutionName(),
                Fingerprint.of(stored.id(), stored.asked().edition(), awarded, stored.assessed(), files(stored)),
                time.dateOf(now));
    }

    private static List<UUID> files(ClaimDocument stored) {
        return stored.dossier().files().stream()
                .map(file -> file.file().fileId())
                .toList();
    }
}
