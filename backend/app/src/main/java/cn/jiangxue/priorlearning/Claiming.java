package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.UnitStatement;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.frameworks.CompetenceUnit;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.priorlearning.ClaimDocument.Asked;
import cn.jiangxue.priorlearning.ClaimDocument.AskedUnit;
import cn.jiangxue.priorlearning.ClaimDocument.Dossier;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import cn.jiangxue.priorlearning.Units.Choice;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a claim begins: units of a grade that were not awarded yet, in the claimant's words. */
@Component
class Claiming {

    private final ClaimStore claims;
    private final Units units;
    private final ClaimStaff staff;
    private final Organisations organisations;
    private final CivilTime time;

    Claiming(ClaimStore claims, Units units, ClaimStaff staff, Organisations organisations, CivilTime time) {
        this.claims = claims;
        this.units = units;
        this.staff = staff;
        this.organisations = organisations;
        this.time = time;
    }

    /** Submits a claim; the same again answers the same one. */
    Mono<ClaimDocument> claim(Caller caller, UUID id, ClaimEdit edit) {
        return existing(caller, id, edit).switchIfEmpty(Mono.defer(() -> submit(caller, id, edit)));
    }

    private Mono<ClaimDocument> existing(Caller caller, UUID id, ClaimEdit edit) {
        return claims.find(id).map(stored -> {
            if (!stored.learnerId().equals(caller.learnerId())) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            if (!isOf(stored, edit)) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private static boolean isOf(ClaimDocument stored, ClaimEdit edit) {
        Map<String, String> said =
                stored.asked().units().stream().collect(Collectors.toMap(AskedUnit::id, AskedUnit::statement));
        return stored.line().equals(ClaimDocument.line(edit.occupationCode(), edit.grade()))
                && stored.institutionId().equals(edit.institutionId())
                && said.size() == edit.units().size()
                && edit.units().stream()
                        .allMatch(unit -> unit.statement().strip().equals(said.get(unit.unitId())));
    }

    private Mono<ClaimDocument> submit(Caller caller, UUID id, ClaimEdit edit) {
        Choice choice = units.of(edit.occupationCode(), edit.grade());
        return Mono.zip(institution(edit.institutionId()), claims.ofLine(caller.learnerId(), choice.line()))
                .map(both -> submitted(caller, id, edit, choice, both.getT1(), both.getT2()))
                .flatMap(created -> claims.insert(
                                created, fact("priorlearning.claimed", caller, created, Map.of("line", created.line())))
                        .flatMap(inserted -> inserted
                                ? Mono.just(created)
                                : existing(caller, id, edit)
                                        .switchIfEmpty(Mono.error(
                                                () -> new ProblemException(ProblemCode.CLAIM_ALREADY_OPEN)))));
    }

    private Mono<Organisation> institution(UUID id) {
        return organisations
                .find(id)
                .filter(found -> found.kind() == OrganisationKind.INSTITUTION)
                .filterWhen(found -> staff.isComplete(found.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field(
                                "institutionId",
                                new LocalText(
                                        "请选择设有评审员和认定员的机构",
                                        "Choose an institution that has assessors and recognition officers"))));
    }

    private ClaimDocument submitted(
            Caller caller,
            UUID id,
            ClaimEdit edit,
            Choice choice,
            Organisation institution,
            List<ClaimDocument> before) {
        if (before.size() >= ClaimStore.LINE_MOST) {
            throw new ProblemException(ProblemCode.CLAIMS_AT_LIMIT, ClaimStore.LINE_MOST);
        }
        check(edit, choice, Units.awarded(before));
        Map<String, String> said =
                edit.units().stream().collect(Collectors.toMap(UnitStatement::unitId, UnitStatement::statement));
        List<AskedUnit> asked = choice.units().stream()
                .flatMap(unit -> Stream.ofNullable(said.get(unit.id()))
                        .map(words -> new AskedUnit(unit.id(), unit.name(), unit.weightPercent(), words.strip())))
                .toList();
        Instant now = now();
        return ClaimDocument.submitted(
                id,
                caller.learnerId(),
                caller.personId(),
                institution.id(),
                institution.name(),
                new Asked(
                        edit.occupationCode(),
                        choice.occupation(),
                        choice.edition(),
                        edit.grade(),
                        choice.gradeName(),
                        choice.level(),
                        asked),
                Dossier.begun(new Happened(now, new LocalText("提交先前学习申请", "Claimed"), caller.personId(), null)),
                deadline(Claims.INSTITUTION_DAYS),
                now);
    }

    private static void check(ClaimEdit edit, Choice choice, Set<String> awarded) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        Set<String> known = choice.units().stream().map(CompetenceUnit::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        boolean sound = !edit.units().isEmpty() && edit.units().size() <= PriorLearningApi.UNITS_MOST;
        if (!sound) {
            refusal.field(
                    "units",
                    new LocalText(
                            "请选择1至%d个能力单元".formatted(PriorLearningApi.UNITS_MOST),
                            "Choose 1 to %d competence units".formatted(PriorLearningApi.UNITS_MOST)));
        }
        for (int i = 0; i < edit.units().size(); i++) {
            UnitStatement unit = edit.units().get(i);
            String field = "units[%d]".formatted(i);
            if (!known.contains(unit.unitId()) || !seen.add(unit.unitId())) {
                sound = false;
                refusal.field(
                        field + ".unitId",
                        new LocalText("本标准该等级没有此单元，或重复选择", "Not a unit of this grade, or chosen twice"));
            } else if (awarded.contains(unit.unitId())) {
                sound = false;
                refusal.field(
                        field + ".unitId",
                        new LocalText(
                                "该单元此前已认定；同一单元只认定一次（办法第八条）",
                                "Awarded by an earlier claim; a unit is awarded once (rule 8)"));
            } else if (!Claims.isReason(unit.statement())) {
                sound = false;
                refusal.field(field + ".statement", words());
            }
        }
        if (!sound) {
            throw refusal;
        }
    }

    static LocalText words() {
        return new LocalText(
                "请写%d至%d字".formatted(PriorLearningApi.WORDS_LEAST, PriorLearningApi.WORDS_MOST),
                "Write %d to %d characters".formatted(PriorLearningApi.WORDS_LEAST, PriorLearningApi.WORDS_MOST));
    }

    static AuditFact fact(String action, Caller caller, ClaimDocument stored, Map<String, String> facts) {
        return new AuditFact(action, caller.personId(), stored.institutionId(), "claim:" + stored.id(), facts);
    }

    private LocalDate deadline(int workingDays) {
        return WorkingDays.PUBLISHED.after(time.today(), workingDays);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
