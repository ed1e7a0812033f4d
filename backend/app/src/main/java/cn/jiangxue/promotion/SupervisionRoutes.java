package cn.jiangxue.promotion;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.SupervisionApi.Burst;
import cn.jiangxue.contract.SupervisionApi.BurstInFull;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SupervisionRoutes {

    private final Supervision supervision;

    SupervisionRoutes(Supervision supervision) {
        this.supervision = supervision;
    }

    @GetMapping("/api/bursts")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<Burst>> bursts(
            Caller caller, @RequestParam UUID institution, @RequestParam(required = false) @Nullable String cursor) {
        return supervision.list(caller, institution, cursor);
    }

    @GetMapping("/api/bursts/{id}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<BurstInFull> burst(Caller caller, @PathVariable UUID id) {
        return supervision.find(caller, id);
    }
}
