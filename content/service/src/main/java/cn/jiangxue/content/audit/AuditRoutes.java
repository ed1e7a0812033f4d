package cn.jiangxue.content.audit;

import cn.jiangxue.content.contract.AuditFeed.Fact;
import cn.jiangxue.content.contract.AuditFeed.Kept;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.ProblemException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditRoutes {

    private final AuditQueue queue;

    AuditRoutes(AuditQueue queue) {
        this.queue = queue;
    }

    @GetMapping("/content/audit-facts")
    @Access(AccessKind.SERVICE)
    Mono<List<Fact>> waiting() {
        return queue.waiting().map(WaitingFact::shown).collectList();
    }

    @PostMapping("/content/audit-facts/kept")
    @Access(AccessKind.SERVICE)
    Mono<Void> kept(@RequestBody Kept kept) {
        if (kept.ids().size() > AuditQueue.MOST_AT_ONCE) {
            return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "ids",
                            new LocalText(
                                    "一次最多 " + AuditQueue.MOST_AT_ONCE + " 项。",
                                    "At most " + AuditQueue.MOST_AT_ONCE + " at a time.")));
        }
        return queue.kept(kept.ids());
    }
}
