package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.PriorLearningApi.Claimable;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
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
class ClaimRoutes {

    private static final String CLAIM = "/api/prior-learning-claims/{id}";

    private final PriorLearnings claims;

    ClaimRoutes(PriorLearnings claims) {
        this.claims = claims;
    }

    @GetMapping("/api/me/claimable-units")
    @Access(AccessKind.SIGNED_IN)
    Mono<Claimable> claimable(Caller caller, @RequestParam String occupation, @RequestParam Grade grade) {
        return claims.claimable(caller, occupation, grade);
    }

    @GetMapping("/api/prior-learning-institutions")
    @Access(AccessKind.SIGNED_IN)
    Flux<Organisation> institutions() {
        return claims.institutions();
    }

    @GetMapping("/api/me/prior-learning-claims")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<ClaimSummary>> myClaims(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return claims.mine(caller, cursor);
    }

    @PutMapping(CLAIM)
    @Access(AccessKind.SIGNED_IN)
    Mono<Claim> claim(Caller caller, @PathVariable UUID id, @RequestBody ClaimEdit edit) {
        return claims.claim(caller, id, edit);
    }

    @GetMapping(CLAIM)
    @Access(AccessKind.SIGNED_IN)
    Mono<Claim> claim(Caller caller, @PathVariable UUID id) {
        return claims.find(caller, id);
    }

    @PutMapping(CLAIM + "/evidence/{evidenceId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Claim> attach(
            Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody PortfolioFileEdit edit) {
        return claims.attach(caller, id, evidenceId, edit);
    }

    @PostMapping(CLAIM + "/evidence/{evidenceId}/links")
    @Access(AccessKind.SIGNED_IN)
    Mono<EvidenceLink> open(Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        return claims.open(caller, id, evidenceId);
    }

    @PostMapping(CLAIM + "/resubmission")
    @Access(AccessKind.SIGNED_IN)
    Mono<Claim> resubmit(Caller caller, @PathVariable UUID id) {
        return claims.resubmit(caller, id);
    }

    @PostMapping(CLAIM + "/withdrawal")
    @Access(AccessKind.SIGNED_IN)
    Mono<Claim> withdraw(Caller caller, @PathVariable UUID id) {
        return claims.withdraw(caller, id);
    }

    @GetMapping("/api/prior-learning-inbox")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Page<ClaimSummary>> inbox(
            Caller caller,
            @RequestParam(required = false) @Nullable ClaimState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return claims.inbox(caller, state, cursor);
    }

    @PutMapping(CLAIM + "/appointments/{appointmentId}")
    @Access(roles = Role.ASSESSOR)
    Mono<Claim> appoint(
            Caller caller, @PathVariable UUID id, @PathVariable UUID appointmentId, @RequestBody AppointmentEdit edit) {
        return claims.appoint(caller, id, appointmentId, edit);
    }

    @PutMapping(CLAIM + "/assessments/{assessmentId}")
    @Access(roles = Role.ASSESSOR)
    Mono<Claim> assess(
            Caller caller, @PathVariable UUID id, @PathVariable UUID assessmentId, @RequestBody AssessmentEdit edit) {
        return claims.assess(caller, id, assessmentId, edit);
    }

    @PutMapping(CLAIM + "/requests/{requestId}")
    @Access(roles = {Role.ASSESSOR, Role.RECOGNITION_OFFICER})
    Mono<Claim> askForMore(
            Caller caller, @PathVariable UUID id, @PathVariable UUID requestId, @RequestBody MoreEdit edit) {
        return claims.askForMore(caller, id, requestId, edit);
    }

    @PutMapping(CLAIM + "/decisions/{decisionId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Claim> decide(
            Caller caller, @PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody ClaimDecisionEdit edit) {
        return claims.decide(caller, id, decisionId, edit);
    }
}
