package cn.jiangxue.reexamination;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReexaminationRoutes {

    private static final String ONE = "/api/reexaminations/{id}";

    private final Reexaminations reexaminations;

    ReexaminationRoutes(Reexaminations reexaminations) {
        this.reexaminations = reexaminations;
    }

    @GetMapping("/api/reexamination-inbox")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Page<ReexaminationSummary>> inbox(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return reexaminations.inbox(caller, cursor);
    }

    @GetMapping("/api/me/reexaminations")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<Reexamination>> mine(
            Caller caller, @RequestParam(name = "case", required = false) @Nullable UUID caseId) {
        return reexaminations.mine(caller, caseId);
    }

    @GetMapping(ONE)
    @Access(AccessKind.SIGNED_IN)
    Mono<Reexamination> reexamination(Caller caller, @PathVariable UUID id) {
        return reexaminations.find(caller, id);
    }

    @PostMapping(ONE + "/review")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Reexamination> take(Caller caller, @PathVariable UUID id) {
        return reexaminations.take(caller, id);
    }

    @PutMapping(ONE + "/evidence/{evidenceId}")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Reexamination> attach(
            Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit) {
        return reexaminations.attach(caller, id, evidenceId, edit);
    }

    @PostMapping(ONE + "/evidence/{evidenceId}/links")
    @Access(AccessKind.SIGNED_IN)
    Mono<EvidenceLink> open(Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        return reexaminations.open(caller, id, evidenceId);
    }

    @PutMapping(ONE + "/findings/{findingId}")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Reexamination> find(
            Caller caller, @PathVariable UUID id, @PathVariable UUID findingId, @RequestBody FindingEdit edit) {
        return reexaminations.find(caller, id, findingId, edit);
    }

    @PutMapping(ONE + "/statement")
    @Access(AccessKind.SIGNED_IN)
    Mono<Reexamination> state(Caller caller, @PathVariable UUID id, @RequestBody StatementEdit edit) {
        return reexaminations.state(caller, id, edit);
    }

    @PutMapping(ONE + "/rulings/{rulingId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Reexamination> rule(
            Caller caller, @PathVariable UUID id, @PathVariable UUID rulingId, @RequestBody RulingEdit edit) {
        return reexaminations.rule(caller, id, rulingId, edit);
    }
}
