package cn.jiangxue.stating;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.OutcomeWithdrawal;
import cn.jiangxue.contract.StatingApi.StatedOutcome;
import cn.jiangxue.contract.StatingApi.WithdrawalDecision;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.contract.StatingApi.WithdrawalState;
import cn.jiangxue.platform.Access;
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
class WithdrawalRoutes {

    private final WithdrawalProposals proposals;

    WithdrawalRoutes(WithdrawalProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping("/api/stated-outcomes")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<List<StatedOutcome>> stated(Caller caller, @RequestParam UUID institution, @RequestParam String number) {
        return proposals.numbered(caller, institution, number);
    }

    @PutMapping("/api/outcome-withdrawals/{id}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<OutcomeWithdrawal> propose(Caller caller, @PathVariable UUID id, @RequestBody WithdrawalEdit edit) {
        return proposals.propose(caller, id, edit);
    }

    @GetMapping("/api/outcome-withdrawals/{id}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<OutcomeWithdrawal> withdrawal(Caller caller, @PathVariable UUID id) {
        return proposals.find(caller, id);
    }

    @GetMapping("/api/outcome-withdrawals")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<OutcomeWithdrawal>> withdrawals(
            Caller caller,
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable WithdrawalState state,
            @RequestParam(required = false) @Nullable String cursor) {
        return proposals.within(caller, institution, state, cursor);
    }

    @PutMapping("/api/outcome-withdrawals/{id}/approval")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<OutcomeWithdrawal> decide(Caller caller, @PathVariable UUID id, @RequestBody WithdrawalDecision decision) {
        return proposals.decide(caller, id, decision);
    }
}
