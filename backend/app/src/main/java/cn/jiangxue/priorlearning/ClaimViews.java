package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.Appointment;
import cn.jiangxue.contract.PriorLearningApi.Assessment;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFile;
import cn.jiangxue.contract.PriorLearningApi.UnitResult;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.priorlearning.ClaimDocument.AskedUnit;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import cn.jiangxue.priorlearning.ClaimDocument.StoredAssessment;
import cn.jiangxue.priorlearning.rules.Assessed;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.priorlearning.rules.Claims.Actor;
import cn.jiangxue.priorlearning.rules.Support;
import cn.jiangxue.vocabulary.Escalated;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims as they travel; people are named when they are shown, never kept by name. */
final class ClaimViews {

    private static final String UNKNOWN = "—";

    private ClaimViews() {}

    /** Everybody a view of the claim names. */
    static Set<UUID> people(ClaimDocument stored) {
        Set<UUID> people = new HashSet<>(Set.of(stored.personId()));
        stored.dossier().appointments().forEach(one -> people.add(one.assessor()));
        stored.dossier().assessments().forEach(one -> people.add(one.assessor()));
        stored.dossier().history().stream().map(Happened::by).forEach(by -> {
            if (by != null) {
                people.add(by);
            }
        });
        return people;
    }

    static Claim view(ClaimDocument stored, Map<UUID, String> names, Actor actor) {
        return new Claim(
                stored.id(),
                stored.learnerId(),
                names.getOrDefault(stored.personId(), UNKNOWN),
                stored.state(),
                stored.revision(),
                stored.asked().occupationCode(),
                stored.asked().occupation(),
                stored.asked().edition(),
                stored.asked().grade(),
                stored.asked().gradeName(),
                stored.institutionId(),
                stored.institutionName(),
                stored.asked().units().stream()
                        .map(unit -> unit(stored, unit, names))
                        .toList(),
                stored.dossier().files().stream()
                        .map(file -> new PortfolioFile(file.unitIds(), file.file()))
                        .toList(),
                stored.dossier().appointments().stream()
                        .map(one -> new Appointment(
                                one.id(),
                                one.method(),
                                one.at(),
                                one.place(),
                                names.getOrDefault(one.assessor(), UNKNOWN)))
                        .toList(),
                stored.dossier().history().stream()
                        .map(event -> event(event, names))
                        .toList(),
                awardedPercent(stored),
                !stored.awarded().isEmpty(),
                actOn(stored),
                stored.actBy(),
                Claims.menu(stored.standing(Set.of()), actor),
                stored.submittedAt());
    }

    static ClaimSummary summary(ClaimDocument stored, Map<UUID, String> names) {
        return new ClaimSummary(
                stored.id(),
                names.getOrDefault(stored.personId(), UNKNOWN),
                stored.state(),
                stored.asked().occupation(),
                stored.asked().gradeName(),
                stored.institutionName(),
                stored.asked().units().size(),
                Claims.carried(stored.asked().unitIds(), stored.assessed()),
                stored.awarded().size(),
                stored.submittedAt(),
                stored.actBy(),
                Escalated.on(stored.escalated()),
                actOn(stored));
    }

    private static int awardedPercent(ClaimDocument stored) {
        Set<String> awarded = stored.awarded();
        return stored.asked().units().stream()
                .filter(unit -> awarded.contains(unit.id()))
                .mapToInt(AskedUnit::weightPercent)
                .sum();
    }

    private static ClaimedUnit unit(ClaimDocument stored, AskedUnit unit, Map<UUID, String> names) {
        List<Assessed> records = stored.assessed();
        Map<Method, Assessed> standing = Support.standing(records, unit.id());
        return new ClaimedUnit(
                unit.id(),
                unit.name(),
                unit.weightPercent(),
                unit.statement(),
                stored.dossier().assessments().stream()
                        .filter(one -> one.unitId().equals(unit.id()))
                        .map(one -> assessment(one, standing, names))
                        .toList(),
                Support.of(records, unit.id()),
                Support.carries(records, unit.id()),
                result(stored, unit.id()));
    }

    private static Assessment assessment(
            StoredAssessment made, Map<Method, Assessed> standing, Map<UUID, String> names) {
        Assessed newest = standing.get(made.method());
        return new Assessment(
                made.id(),
                made.method(),
                made.heldOn(),
                made.criteria(),
                made.met(),
                made.mark(),
                made.words(),
                names.getOrDefault(made.assessor(), UNKNOWN),
                made.at(),
                newest != null && newest.id().equals(made.id()));
    }

    private static @Nullable UnitResult result(ClaimDocument stored, String unitId) {
        return stored.dossier().decision() == null
                ? null
                : stored.dossier().decision().units().stream()
                        .filter(unit -> unit.unitId().equals(unitId))
                        .map(unit -> new UnitResult(unit.award(), unit.reason()))
                        .findFirst()
                        .orElse(null);
    }

    private static CaseEvent event(Happened event, Map<UUID, String> names) {
        UUID by = event.by();
        return new CaseEvent(
                event.at(), event.what(), by == null ? null : names.getOrDefault(by, UNKNOWN), event.reason());
    }

    private static @Nullable LocalText actOn(ClaimDocument stored) {
        return switch (stored.state()) {
            case SUBMITTED ->
                Claims.carried(stored.asked().unitIds(), stored.assessed())
                                == stored.asked().units().size()
                        ? new LocalText("评审完毕，等待认定员决定", "Assessed: the recognition officer has to decide")
                        : new LocalText(
                                "等待评审员审核材料并安排面谈或实操",
                                "The assessors have to look at the portfolio and arrange an interview or a practical test");
            case MORE_ASKED -> new LocalText("等待申请人补充材料", "The claimant has to answer");
            case DECIDED, WITHDRAWN -> null;
        };
    }

    static LocalText name(ClaimState state) {
        return switch (state) {
            case SUBMITTED -> new LocalText("评审中", "under assessment");
            case MORE_ASKED -> new LocalText("待补充材料", "more was asked for");
            case DECIDED -> new LocalText("已决定", "decided");
            case WITHDRAWN -> new LocalText("已撤回", "withdrawn");
        };
    }
}
