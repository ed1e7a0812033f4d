package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.contract.CreditApi.Hold;
import cn.jiangxue.contract.CreditApi.HoldWaiting;
import cn.jiangxue.contract.CreditApi.SpendEdit;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.CreditApi.UseEdit;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CreditRoutes {

    private final LearningAccounts accounts;
    private final Spending spending;
    private final AccountStatements statements;
    private final StatementPrinting printing;
    private final HoldsWaiting waiting;

    CreditRoutes(
            LearningAccounts accounts,
            Spending spending,
            AccountStatements statements,
            StatementPrinting printing,
            HoldsWaiting waiting) {
        this.accounts = accounts;
        this.spending = spending;
        this.statements = statements;
        this.printing = printing;
        this.waiting = waiting;
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

    @GetMapping(path = "/api/me/account/statement/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Access(AccessKind.SIGNED_IN)
    Mono<byte[]> printed(Caller caller, @RequestParam(defaultValue = "1") int file) {
        return printing.file(new LearnerId(caller.learnerId()), file);
    }

    @GetMapping("/api/me/account/holds")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<HeldCredit>> myHolds(Caller caller) {
        return spending.mine(caller);
    }

    @GetMapping("/api/me/account/entries")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<Entry>> entries(
            Caller caller,
            @RequestParam(required = false) @Nullable EntryKind kind,
            @RequestParam(required = false) @Nullable String cursor) {
        return accounts.entries(new LearnerId(caller.learnerId()), kind, cursor);
    }

    @PutMapping("/api/me/account/holds/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Entry> hold(Caller caller, @PathVariable UUID id, @RequestBody SpendEdit edit) {
        return spending.hold(caller, id, edit);
    }

    @PostMapping("/api/me/account/holds/{id}/release")
    @Access(AccessKind.SIGNED_IN)
    Mono<Entry> release(Caller caller, @PathVariable UUID id) {
        return spending.release(caller, id);
    }

    @PutMapping("/api/me/account/debits/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Entry> debit(Caller caller, @PathVariable UUID id, @RequestBody SpendEdit edit) {
        return spending.debit(caller, id, edit);
    }

    @GetMapping("/api/credit-applications/{applicationId}/holds")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<List<Hold>> holds(Caller caller, @PathVariable UUID applicationId) {
        return spending.holds(caller, applicationId);
    }

    @GetMapping("/api/credit-holds")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Page<HoldWaiting>> holdsWaiting(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(required = false) @Nullable String cursor) {
        return waiting.of(caller, granted, cursor);
    }

    @PutMapping("/api/credit-applications/{applicationId}/uses/{id}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Entry> use(Caller caller, @PathVariable UUID applicationId, @PathVariable UUID id, @RequestBody UseEdit edit) {
        return spending.use(caller, applicationId, id, edit);
    }
}
