package cn.jiangxue.audit;

import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditRoutes {

    private final AuditSearch search;

    AuditRoutes(AuditSearch search) {
        this.search = search;
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
}
