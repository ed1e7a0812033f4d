package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What learners declare of elsewhere. */
@RestController
class DeclaredOutcomeRoutes {

    private final DeclaredOutcomes declared;

    DeclaredOutcomeRoutes(DeclaredOutcomes declared) {
        this.declared = declared;
    }

    @GetMapping("/api/me/declared-outcomes")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<DeclaredOutcome>> declaredOutcomes(Caller caller) {
        return declared.of(caller);
    }

    @PutMapping("/api/me/declared-outcomes/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<DeclaredOutcome> declareOutcome(Caller caller, @PathVariable UUID id, @RequestBody DeclaredOutcomeEdit edit) {
        return declared.declare(caller, id, edit);
    }

    @DeleteMapping("/api/me/declared-outcomes/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Void> takeBackDeclaredOutcome(Caller caller, @PathVariable UUID id) {
        return declared.takeBack(caller, id);
    }

    @PostMapping("/api/me/declared-outcomes/{id}/evidence/{evidenceId}/links")
    @Access(AccessKind.SIGNED_IN)
    Mono<EvidenceLink> openDeclaredEvidence(Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        return declared.open(caller, id, evidenceId);
    }
}
