package cn.jiangxue.local.seed;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The plan under which the demo's enterprise evaluates its electricians: filed, given a supervisor, approved. Each step may be done already. */
final class PlanSeeding {
    private static final UUID PLAN = UUID.fromString("019b8a40-0001-7d01-8d01-3d5c1e6f3001");
    private static final String ELECTRICS = "6-31-01-03";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Services services;
    private final Consumer<String> progress;

    PlanSeeding(Services services, Consumer<String> progress) {
        this.services = services;
        this.progress = progress;
    }

    /** Whether the institution has decided, or cannot because somebody took the account over. */
    boolean everythingIsThere() {
        return services.signIn(DemoPeople.OFFICER.userName(), DemoPeople.OFFICER.password())
                .map(officer -> services.found(() -> officer.evaluation().plan(PLAN))
                        .filter(plan -> plan.state() != PlanState.FILED)
                        .isPresent())
                .orElse(true);
    }

    void bringIn() {
        as(DemoPeople.EMPLOYER, employer -> {
            if (services.found(() -> employer.plan(PLAN)).isEmpty()) {
                progress.accept("plan of evaluation: "
                        + DemoOrganisation.EMPLOYER.displayName().zh());
                employer.file(PLAN, plan());
            }
        });
        as(
                DemoPeople.OFFICER,
                officer -> services.found(() -> officer.plan(PLAN))
                        .filter(plan -> plan.state() == PlanState.FILED)
                        .ifPresent(plan -> approve(officer, plan)));
    }

    private void as(DemoPerson person, Consumer<EvaluationApi> does) {
        services.signIn(person.userName(), person.password())
                .ifPresentOrElse(
                        signedIn -> does.accept(signedIn.evaluation()),
                        () -> progress.accept(person.userName() + " has another password: left as it is"));
    }

    private static PlanEdit plan() {
        LocalDate from = LocalDate.now(ZONE);
        return new PlanEdit(
                DemoOrganisation.EMPLOYER.id().orElseThrow(),
                DemoOrganisation.RECOGNITION.id().orElseThrow(),
                ELECTRICS,
                new VersionEdit(
                        List.of(Grade.JUNIOR, Grade.INTERMEDIATE),
                        from,
                        from.plusYears(EvaluationApi.YEARS_MOST),
                        List.of("机电车间实训区"),
                        List.of(DemoPeople.ENTERPRISE_ASSESSOR.id()),
                        List.of(new PartEdit(ExamPart.THEORY, 600, 1), new PartEdit(ExamPart.PRACTICE, 700, 1))));
    }

    private static void approve(EvaluationApi officer, Plan plan) {
        Plan named = plan.supervisors().isEmpty()
                ? officer.nameSupervisors(PLAN, new SupervisorsEdit(List.of(DemoPeople.ASSESSOR.id()), plan.revision()))
                : plan;
        officer.decide(PLAN, PLAN, new PlanDecisionEdit(PlanDecisionKind.APPROVE, "", named.revision()));
    }
}
