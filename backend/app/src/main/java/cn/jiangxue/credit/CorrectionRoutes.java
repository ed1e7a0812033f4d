package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryOfOthers;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
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
class CorrectionRoutes {

    private final Corrections corrections;
    private final ProofsForOfficers proofs;

    CorrectionRoutes(Corrections corrections, ProofsForOfficers proofs) {
        this.corrections = corrections;
        this.proofs = proofs;
    }

    @GetMapping("/api/ledger-entries/{entryId}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<EntryOfOthers> entry(Caller caller, @PathVariable UUID entryId) {
        return corrections.entry(caller, entryId);
    }

    @GetMapping("/api/ledger-entries/{entryId}/proof")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RecordProof> proof(Caller caller, @PathVariable UUID entryId) {
        return proofs.proof(caller, entryId);
    }

    @PutMapping("/api/ledger-corrections/{id}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Correction> propose(Caller caller, @PathVariable UUID id, @RequestBody CorrectionEdit edit) {
        return corrections.propose(caller, id, edit);
    }

    @GetMapping("/api/ledger-corrections/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Correction> correction(Caller caller, @PathVariable UUID id) {
        return corrections.find(caller, id);
    }

    @GetMapping("/api/ledger-corrections")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<Correction>> corrections(
            Caller caller,
            @RequestParam(required = false) @Nullable CorrectionState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return corrections.within(caller, state, cursor);
    }

    @PutMapping("/api/ledger-corrections/{id}/approval")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Correction> decide(Caller caller, @PathVariable UUID id, @RequestBody ApprovalEdit edit) {
        return corrections.decide(caller, id, edit);
    }

    @GetMapping("/api/me/account/corrections")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<Correction>> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID entry,
            @RequestParam(required = false) @Nullable String cursor) {
        return corrections.mine(caller, entry, cursor);
    }
}
