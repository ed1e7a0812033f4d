package cn.jiangxue.audit;

import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transparency.TransparencyLogs;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditRoutes {

    private final AuditSearch search;
    private final TransparencyLogs logs;

    AuditRoutes(AuditSearch search, TransparencyLogs logs) {
        this.search = search;
        this.logs = logs;
    }

    @GetMapping("/api/audit")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<AuditApi.AuditRecord>> search(
            Caller caller,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor) {
        return search.find(caller, new AuditSearch.Query(action, actor, subject, from, to, cursor));
    }

    @GetMapping("/api/audit/{seq}/proof")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<RecordProof> proof(Caller caller, @PathVariable long seq) {
        return search.bySeq(caller, seq)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(record -> logs.proof(AuditLeaves.LOG, AuditLeaves.record(record)));
    }
}
