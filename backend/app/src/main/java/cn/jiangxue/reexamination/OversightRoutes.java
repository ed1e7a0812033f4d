package cn.jiangxue.reexamination;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ReexaminationApi.Draw;
import cn.jiangxue.contract.ReexaminationApi.Period;
import cn.jiangxue.contract.ReexaminationApi.PeriodInFull;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OversightRoutes {

    private static final String ONE = "/api/reexamination-periods/{period}";

    private final Oversight oversight;

    OversightRoutes(Oversight oversight) {
        this.oversight = oversight;
    }

    @GetMapping("/api/reexamination-periods")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<List<Period>> periods() {
        return oversight.periods();
    }

    @GetMapping(ONE)
    @Access(roles = Role.ADMINISTRATOR)
    Mono<PeriodInFull> period(Caller caller, @PathVariable String period, @RequestParam UUID institution) {
        return oversight.period(caller, period, institution);
    }

    @GetMapping(ONE + "/draws")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<Draw>> draws(
            Caller caller,
            @PathVariable String period,
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable String cursor) {
        return oversight.draws(caller, period, institution, cursor);
    }

    @GetMapping(ONE + "/reexaminations")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<Page<ReexaminationSummary>> drawn(
            Caller caller,
            @PathVariable String period,
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable String cursor) {
        return oversight.drawn(caller, period, institution, cursor);
    }
}
