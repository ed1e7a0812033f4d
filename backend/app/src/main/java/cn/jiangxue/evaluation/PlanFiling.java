package cn.jiangxue.evaluation;

import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanVersionState;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.PlanDocument.Happened;
import cn.jiangxue.evaluation.PlanDocument.StoredVersion;
import cn.jiangxue.evaluation.rules.Filing;
import cn.jiangxue.evaluation.rules.Filing.Flaw;
import cn.jiangxue.evaluation.rules.Versions;
import cn.jiangxue.evaluation.rules.Versions.Answer;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an enterprise does: file a plan, and file its next version. */
@Component
class PlanFiling {

    private final PlanStore plans;
    private final PlanPeople people;
    private final Organisations organisations;
    private final Standards standards;
    private final CivilTime time;

    PlanFiling(PlanStore plans, PlanPeople people, Organisations organisations, Standards standards, CivilTime time) {
        this.plans = plans;
        this.people = people;
        this.organisations = organisations;
        this.standards = standards;
        this.time = time;
    }

    /** Files a plan; the same again answers the same plan. */
    Mono<PlanDocument> file(Caller caller, UUID id, PlanEdit edit) {
        return existing(caller, id, edit).switchIfEmpty(Mono.defer(() -> first(caller, id, edit)));
    }

    private Mono<PlanDocument> existing(Caller caller, UUID id, PlanEdit edit) {
        return plans.find(id).map(stored -> {
            if (!caller.has(Role.ADMINISTRATOR, stored.employerId())) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            if (!isOf(stored, edit)) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private static boolean isOf(PlanDocument stored, PlanEdit edit) {
        return stored.employerId().equals(edit.employerId())
                && stored.institutionId().equals(edit.institutionId())
                && stored.occupationCode().equals(edit.occupationCode())
                && stored.versions().getFirst().content().equals(edit.content());
    }

    private Mono<PlanDocument> first(Caller caller, UUID id, PlanEdit edit) {
        OccupationalStandard standard = standard(edit.occupationCode());
        return employer(caller, edit.employerId())
                .zipWhen(found -> institution(edit.institutionId()))
                .flatMap(both -> version(caller, edit.employerId(), standard, 1, edit.content())
                        .map(version -> filed(id, both.getT1(), both.getT2(), standard, version)))
                .flatMap(created -> plans.insert(created, fact("evaluation.filed", caller, created, 1))
                        .flatMap(inserted -> inserted ? Mono.just(created) : existing(caller, id, edit)));
    }

    private OccupationalStandard standard(String occupationCode) {
        return standards
                .standard(occupationCode)
                .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field(
                                "occupationCode",
                                new LocalText("请选择有现行标准的职业", "Choose an occupation with a standard in force")));
    }

    private Mono<Organisation> employer(Caller caller, UUID id) {
        return caller.has(Role.ADMINISTRATOR, id)
                ? kind(id, OrganisationKind.EMPLOYER, "employerId", new LocalText("请选择企业", "Choose an enterprise"))
                : PlanStore.notFound();
    }

    private Mono<Organisation> institution(UUID id) {
        return kind(
                id, OrganisationKind.INSTITUTION, "institutionId", new LocalText("请选择认定机构", "Choose an institution"));
    }

    private Mono<Organisation> kind(UUID id, OrganisationKind kind, String field, LocalText why) {
        return organisations
                .find(id)
                .filter(found -> found.kind() == kind)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.INVALID_FIELDS).field(field, why)));
    }

    private Mono<StoredVersion> version(
            Caller caller, UUID employerId, OccupationalStandard standard, int version, VersionEdit content) {
        List<UUID> named =
                content.assessors().stream().limit(EvaluationApi.ASSESSORS_MOST).toList();
        return people.holding(Role.ASSESSOR, employerId, named).map(staff -> {
            demandNone(Filing.flaws(content, standard, staff, time.today()));
            return new StoredVersion(
                    version,
                    PlanVersionState.FILED,
                    standard.edition(),
                    content,
                    Filing.pinned(content, standard, version),
                    caller.personId(),
                    now(),
                    null);
        });
    }

    private static void demandNone(List<Flaw> flaws) {
        if (flaws.isEmpty()) {
            return;
        }
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        flaws.forEach(flaw -> refusal.field(flaw.field(), flaw.why()));
        throw refusal;
    }

    private static PlanDocument filed(
            UUID id,
            Organisation employer,
            Organisation institution,
            OccupationalStandard standard,
            StoredVersion version) {
        return new PlanDocument(
                id,
                PlanDocument.SCHEMA,
                1,
                employer.id(),
                employer.name(),
                institution.id(),
                institution.name(),
                standard.occupation().code(),
                standard.occupation().name(),
                PlanState.FILED,
                true,
                List.of(version),
                List.of(),
                List.of(),
                List.of(happened(version)),
                "%013d/%s".formatted(version.filedAt().toEpochMilli(), id),
                version.filedAt(),
                List.of(),
                null);
    }

    private static Happened happened(StoredVersion version) {
        LocalText what =
                new LocalText("申报第%d版方案".formatted(version.version()), "Version %d filed".formatted(version.version()));
        return new Happened(version.filedAt(), what, version.filedBy(), null);
    }

    /** Files the next version; the same again answers the same plan. */
    Mono<PlanDocument> file(Caller caller, UUID id, int version, VersionEdit edit) {
        return Tries.of(() -> plans.administered(caller, id).flatMap(stored -> next(caller, stored, version, edit)));
    }

    private Mono<PlanDocument> next(Caller caller, PlanDocument stored, int version, VersionEdit edit) {
        List<VersionEdit> before =
                stored.versions().stream().map(StoredVersion::content).toList();
        return switch (Versions.file(stored.state(), stored.pending(), before, version, edit)) {
            case Answer.Accepted ignored ->
                version(caller, stored.employerId(), standard(stored.occupationCode()), version, edit)
                        .flatMap(filed -> plans.save(
                                stored.filed(filed, happened(filed)),
                                fact("evaluation.filed", caller, stored, version)));
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, version);
            case Answer.NotNext not -> refuse(ProblemCode.PLAN_VERSION_NOT_NEXT, not.next());
            case Answer.Open open -> refuse(ProblemCode.PLAN_VERSION_OPEN, open.version());
            case Answer.Withdrawn ignored -> refuse(ProblemCode.PLAN_NOT_OPEN, PlanViews.name(PlanState.WITHDRAWN));
            case Answer.AtLimit limit -> refuse(ProblemCode.PLAN_AT_LIMIT, limit.most());
        };
    }

    private static AuditFact fact(String action, Caller caller, PlanDocument plan, int version) {
        return new AuditFact(
                action,
                caller.personId(),
                plan.employerId(),
                "plan:" + plan.id(),
                Map.of(
                        "occupation",
                        plan.occupationCode(),
                        "version",
                        Integer.toString(version),
                        "institution",
                        plan.institutionId().toString()));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
