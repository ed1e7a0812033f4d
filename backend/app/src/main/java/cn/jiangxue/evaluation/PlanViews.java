package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.GradePart;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.EvaluationApi.Version;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.PlanDocument.Happened;
import cn.jiangxue.evaluation.PlanDocument.StoredVersion;
import cn.jiangxue.evaluation.rules.Approval;
import cn.jiangxue.evaluation.rules.Approval.Hindrance;
import cn.jiangxue.evaluation.rules.Approval.Officer;
import cn.jiangxue.evaluation.rules.GradeParts;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.vocabulary.GradeNames;
import cn.jiangxue.vocabulary.PartNames;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans as they travel; people are named when they are shown, never kept by name. */
final class PlanViews {

    private static final String UNKNOWN = "—";

    private PlanViews() {}

    /** Everybody a view of the plan names. */
    static Set<UUID> people(PlanDocument stored) {
        Set<UUID> people = new HashSet<>(stored.supervisors());
        stored.versions().forEach(version -> {
            people.add(version.filedBy());
            people.addAll(version.content().assessors());
        });
        stored.history().forEach(event -> people.add(event.by()));
        return people;
    }

    /** The caller as whoever decides on the plan: interested with any role in the enterprise. */
    static Officer officer(Caller caller, PlanDocument stored) {
        return new Officer(caller.personId(), interested(caller, stored.employerId()));
    }

    static boolean interested(Caller caller, UUID employerId) {
        return caller.roles().stream().anyMatch(held -> held.organisationId().equals(employerId));
    }

    static Plan view(PlanDocument stored, Caller reader, Map<UUID, String> names, LocalDate today) {
        Officer officer = officer(reader, stored);
        boolean reviews = reader.has(Role.RECOGNITION_OFFICER, stored.institutionId());
        boolean open = stored.state() != PlanState.WITHDRAWN;
        return new Plan(
                stored.id(),
                stored.state(),
                stored.pending(),
                stored.hindrance(today).isEmpty(),
                stored.revision(),
                stored.employerId(),
                stored.employerName(),
                stored.institutionId(),
                stored.institutionName(),
                stored.occupationCode(),
                stored.occupation(),
                stored.approved().map(StoredVersion::version).orElse(null),
                stored.versions().reversed().stream()
                        .map(version -> version(version, names))
                        .toList(),
                names(stored.supervisors(), names),
                stored.history().stream().map(event -> event(event, names)).toList(),
                reviews ? Approval.possible(stored.standing(), officer) : List.of(),
                open && !stored.pending() && reader.has(Role.ADMINISTRATOR, stored.employerId()),
                open && reviews && !officer.interested(),
                actOn(stored, today),
                stored.filedAt());
    }

    private static Version version(StoredVersion stored, Map<UUID, String> names) {
        return new Version(
                stored.version(),
                stored.state(),
                stored.edition(),
                stored.content(),
                names(stored.content().assessors(), names),
                stored.parts().stream().flatMap(PlanViews::parts).toList(),
                names.getOrDefault(stored.filedBy(), UNKNOWN),
                stored.filedAt(),
                stored.reason());
    }

    private static Stream<GradePart> parts(GradeParts asked) {
        return asked.parts().stream()
                .map(part -> new GradePart(
                        asked.grade(),
                        GradeNames.of(asked.grade()),
                        part.part(),
                        PartNames.of(part.part()),
                        part.passTenths(),
                        part.assessors(),
                        part.sittings(),
                        part.grounds().wording()));
    }

    private static List<PersonName> names(Collection<UUID> people, Map<UUID, String> names) {
        return people.stream()
                .map(person -> new PersonName(person, names.getOrDefault(person, UNKNOWN)))
                .toList();
    }

    private static CaseEvent event(Happened event, Map<UUID, String> names) {
        return new CaseEvent(event.at(), event.what(), names.getOrDefault(event.by(), UNKNOWN), event.reason());
    }

    static PlanSummary summary(PlanDocument stored, LocalDate today) {
        StoredVersion shown = stored.approved().orElseGet(stored::newest);
        return new PlanSummary(
                stored.id(),
                stored.state(),
                stored.pending(),
                stored.hindrance(today).isEmpty(),
                stored.employerName(),
                stored.institutionName(),
                stored.occupation(),
                shown.content().grades(),
                shown.version(),
                shown.content().from(),
                shown.content().until(),
                stored.filedAt());
    }

    static PlanChoice choice(PlanDocument stored, StoredVersion holds) {
        return new PlanChoice(
                stored.id(),
                holds.version(),
                stored.employerId(),
                stored.employerName(),
                stored.institutionId(),
                stored.institutionName(),
                holds.content().until());
    }

    /** Who must act next. */
    private static @Nullable LocalText actOn(PlanDocument stored, LocalDate today) {
        if (stored.pending()) {
            return stored.supervisors().isEmpty()
                    ? new LocalText("等待机构指定督导员并审核", "The institution has to name supervisors and to decide")
                    : new LocalText("等待机构审核", "The institution has to decide");
        }
        return switch (stored.state()) {
            case FILED -> new LocalText("等待机构审核", "The institution has to decide");
            case RETURNED -> new LocalText("等待企业修改后申报下一版", "The enterprise has to file another version");
            case SUSPENDED ->
                new LocalText("已暂停，由机构决定恢复或撤销", "Suspended: the institution has to resume or withdraw it");
            case APPROVED ->
                stored.hindrance(today)
                                .filter(found -> found == Hindrance.ENDED)
                                .isPresent()
                        ? new LocalText("已期满，企业可申报下一版", "Ended: the enterprise may file another version")
                        : null;
            case WITHDRAWN -> null;
        };
    }

    static LocalText name(Hindrance hindrance) {
        return switch (hindrance) {
            case NOT_APPROVED -> new LocalText("尚未批准", "not approved");
            case NOT_YET -> new LocalText("尚未生效", "not in force yet");
            case ENDED -> new LocalText("已期满", "ended");
            case SUSPENDED -> new LocalText("已暂停", "suspended");
            case WITHDRAWN -> new LocalText("已撤销", "withdrawn");
        };
    }

    static LocalText name(PlanState state) {
        return switch (state) {
            case FILED -> new LocalText("待审核", "filed");
            case RETURNED -> new LocalText("已退回", "returned");
            case APPROVED -> new LocalText("已批准", "approved");
            case SUSPENDED -> new LocalText("已暂停", "suspended");
            case WITHDRAWN -> new LocalText("已撤销", "withdrawn");
        };
    }

    static LocalText name(PlanDecisionKind kind) {
        return switch (kind) {
            case APPROVE -> new LocalText("批准方案", "plan approved");
            case RETURN -> new LocalText("退回方案", "plan returned");
            case SUSPEND -> new LocalText("暂停方案", "plan suspended");
            case RESUME -> new LocalText("恢复方案", "plan resumed");
            case WITHDRAW -> new LocalText("撤销方案", "plan withdrawn");
        };
    }
}
