package cn.jiangxue.evaluation;

import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PlanRoutes {

    private static final String PLAN = "/api/evaluation-plans/{id}";

    private final EvaluationPlans plans;

    PlanRoutes(EvaluationPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/api/evaluation-plans")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<PlanSummary>> plans(
            Caller caller, @RequestParam UUID employer, @RequestParam(required = false) @Nullable String cursor) {
        return plans.ofEmployer(caller, employer, cursor);
    }

    @GetMapping("/api/evaluation-inbox")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Page<PlanSummary>> inbox(
            Caller caller,
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return plans.inbox(caller, state, cursor);
    }

    @GetMapping(PLAN)
    @Access(AccessKind.SIGNED_IN)
    Mono<Plan> plan(Caller caller, @PathVariable UUID id) {
        return plans.find(caller, id);
    }

    @PutMapping(PLAN)
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Plan> file(Caller caller, @PathVariable UUID id, @RequestBody PlanEdit edit) {
        return plans.file(caller, id, edit);
    }

    @PutMapping(PLAN + "/versions/{version}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Plan> file(Caller caller, @PathVariable UUID id, @PathVariable int version, @RequestBody VersionEdit edit) {
        return plans.file(caller, id, version, edit);
    }

    @PutMapping(PLAN + "/decisions/{decisionId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Plan> decide(
            Caller caller, @PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody PlanDecisionEdit edit) {
        return plans.decide(caller, id, decisionId, edit);
    }

    @GetMapping(PLAN + "/supervisor-candidates")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<List<PersonName>> supervisorCandidates(Caller caller, @PathVariable UUID id) {
        return plans.candidates(caller, id);
    }

    @PutMapping(PLAN + "/supervisors")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Plan> nameSupervisors(Caller caller, @PathVariable UUID id, @RequestBody SupervisorsEdit edit) {
        return plans.supervisors(caller, id, edit);
    }

    @GetMapping("/api/me/evaluation-plans")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<PlanChoice>> myPlans(Caller caller, @RequestParam String occupation, @RequestParam Grade grade) {
        return plans.choices(caller, occupation, grade);
    }
}
