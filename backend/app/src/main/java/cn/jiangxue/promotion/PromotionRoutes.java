package cn.jiangxue.promotion;

import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class PromotionRoutes {

    private final Promotions promotions;
    private final CaseLists lists;

    PromotionRoutes(Promotions promotions, CaseLists lists) {
        this.promotions = promotions;
        this.lists = lists;
    }

    @GetMapping("/api/me/paths")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<Eligibility>> paths(Caller caller, @RequestParam(required = false) @Nullable String occupation) {
        return promotions.paths(caller, occupation);
    }

    @GetMapping("/api/recognition/institutions")
    @Access(AccessKind.SIGNED_IN)
    Flux<Organisation> institutions(@RequestParam String occupation) {
        return promotions.institutions(occupation);
    }

    @PutMapping("/api/promotion-cases/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> apply(Caller caller, @PathVariable UUID id, @RequestBody Application application) {
        return promotions.apply(caller, id, application);
    }

    @GetMapping("/api/promotion-cases/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> promotionCase(Caller caller, @PathVariable UUID id) {
        return promotions.find(caller, id);
    }

    @GetMapping("/api/me/promotion-cases")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<CaseSummary>> myCases(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return lists.mine(caller, cursor);
    }

    @PutMapping("/api/promotion-cases/{id}/evidence/{evidenceId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> attachEvidence(
            Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit) {
        return promotions.attach(caller, id, evidenceId, edit);
    }

    @PostMapping("/api/promotion-cases/{id}/evidence/{evidenceId}/links")
    @Access(AccessKind.SIGNED_IN)
    Mono<EvidenceLink> openEvidence(Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        return promotions.open(caller, id, evidenceId);
    }

    @PostMapping("/api/promotion-cases/{id}/resubmission")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> resubmit(Caller caller, @PathVariable UUID id) {
        return promotions.resubmit(caller, id);
    }

    @PostMapping("/api/promotion-cases/{id}/withdrawal")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> withdraw(Caller caller, @PathVariable UUID id) {
        return promotions.withdraw(caller, id);
    }

    @GetMapping("/api/recognition/inbox")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Page<CaseSummary>> inbox(
            Caller caller,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.inbox(caller, state, cursor);
    }

    @PutMapping("/api/promotion-cases/{id}/decisions/{decisionId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Case> decide(
            Caller caller, @PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody DecisionEdit edit) {
        return promotions.decide(caller, id, decisionId, edit);
    }
}
