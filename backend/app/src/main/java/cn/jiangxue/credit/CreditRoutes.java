package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.vocabulary.LearnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CreditRoutes {

    private final LearningAccounts accounts;
    private final AccountStatements statements;

    CreditRoutes(LearningAccounts accounts, AccountStatements statements) {
        this.accounts = accounts;
        this.statements = statements;
    }

    @GetMapping("/api/me/account")
    @Access(AccessKind.SIGNED_IN)
    Mono<Account> account(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return accounts.account(new LearnerId(caller.learnerId()), cursor);
    }

    @GetMapping("/api/me/account/entries/{seq}/trace")
    @Access(AccessKind.SIGNED_IN)
    Mono<Trace> trace(Caller caller, @PathVariable long seq) {
        return accounts.trace(new LearnerId(caller.learnerId()), seq);
    }

    @GetMapping("/api/me/account/entries/{seq}/proof")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecordProof> proof(Caller caller, @PathVariable long seq) {
        return statements.proof(new LearnerId(caller.learnerId()), seq);
    }

    @GetMapping("/api/me/account/statement")
    @Access(AccessKind.SIGNED_IN)
    Mono<Statement> statement(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return statements.statement(new LearnerId(caller.learnerId()), cursor);
    }
}
