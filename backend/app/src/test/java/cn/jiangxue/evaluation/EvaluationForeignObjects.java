package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans of other enterprises. {@link EvaluationPlansTest} tries the same on plans within reach. */
public final class EvaluationForeignObjects {

    private static final String PLAN = "/api/evaluation-plans/{id}";

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET " + PLAN, by(Role.ADMINISTRATOR, null),
            "PUT " + PLAN, EvaluationForeignObjects::filing,
            "PUT " + PLAN + "/versions/{version}", by(Role.ADMINISTRATOR, content(UUID.randomUUID()), 2),
            "PUT " + PLAN + "/decisions/{decisionId}",
                    by(
                            Role.RECOGNITION_OFFICER,
                            new PlanDecisionEdit(PlanDecisionKind.APPROVE, "", 1),
                            UUID.randomUUID()),
            "GET " + PLAN + "/supervisor-candidates", by(Role.RECOGNITION_OFFICER, null),
            "PUT " + PLAN + "/supervisors",
                    by(Role.RECOGNITION_OFFICER, new SupervisorsEdit(List.of(UUID.randomUUID()), 1)));

    private EvaluationForeignObjects() {}

    private static ForeignObject by(Role role, @Nullable Object body, Object... more) {
        return site -> {
            UUID plan = filed(site);
            var stranger = site.person(role, site.employer()).client();
            return more.length == 0 ? Attempt.of(stranger, body, plan) : Attempt.of(stranger, body, plan, more[0]);
        };
    }

    private static UUID filed(Site site) {
        UUID employer = site.employer();
        UUID plan = UUID.randomUUID();
        site.person(Role.ADMINISTRATOR, employer)
                .client()
                .put(plan(employer, institution(site), assessor(site, employer)), PLAN, plan)
                .expectStatus()
                .isOk();
        return plan;
    }

    /** A plan for an enterprise that the stranger does not administer. */
    private static Attempt filing(Site site) {
        UUID employer = site.employer();
        return Attempt.of(
                site.person(Role.ADMINISTRATOR, site.employer()).client(),
                plan(employer, institution(site), assessor(site, employer)),
                UUID.randomUUID());
    }

    private static UUID institution(Site site) {
        return site.organisation(OrganisationKind.INSTITUTION, null);
    }

    private static UUID assessor(Site site, UUID employer) {
        return site.person(Role.ASSESSOR, employer).personId();
    }

    /** Turners of grade five, for a year that begins later than any test puts the clock of the site. */
    public static PlanEdit plan(UUID employer, UUID institution, UUID assessor) {
        return new PlanEdit(employer, institution, EvaluationFixture.TURNER, content(assessor));
    }

    private static VersionEdit content(UUID assessor) {
        LocalDate from = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1);
        return new VersionEdit(
                List.of(Grade.JUNIOR),
                from,
                from.plusYears(1),
                List.of("一号车间实训区"),
                List.of(assessor),
                List.of(new PartEdit(ExamPart.THEORY, 600, 1), new PartEdit(ExamPart.PRACTICE, 600, 1)));
    }
}
