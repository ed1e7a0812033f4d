package cn.jiangxue.promotion;

import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.Role;
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
class ExaminationRoutes {

    private final Promotions promotions;
    private final CaseLists lists;

    ExaminationRoutes(Promotions promotions, CaseLists lists) {
        this.promotions = promotions;
        this.lists = lists;
    }

    @GetMapping("/api/examinations")
    @Access(roles = Role.ASSESSOR)
    Mono<Page<CaseSummary>> examinations(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return lists.examinations(caller, cursor);
    }

    @GetMapping("/api/supervised-examinations")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<CaseSummary>> supervised(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return lists.supervised(caller, cursor);
    }

    @PutMapping("/api/promotion-cases/{id}/confirmations/{confirmationId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Case> confirm(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID confirmationId,
            @RequestBody ConfirmationEdit edit) {
        return promotions.confirm(caller, id, confirmationId, edit);
    }

    @PutMapping("/api/promotion-cases/{id}/marks/{markId}")
    @Access(roles = Role.ASSESSOR)
    Mono<Case> mark(Caller caller, @PathVariable UUID id, @PathVariable UUID markId, @RequestBody MarkEdit edit) {
        return promotions.mark(caller, id, markId, edit);
    }
}
